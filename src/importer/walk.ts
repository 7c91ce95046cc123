import type { Nodes, Parent } from 'mdast';

/** Visits every node, parents first; a visitor may replace children of the parent it is given. */
export function walk(
  node: Nodes,
  visit: (node: Nodes, parent: Parent | undefined) => void,
  parent?: Parent,
): void {
  visit(node, parent);
  if ('children' in node) for (const child of [...node.children]) walk(child, visit, node as Parent);
}
