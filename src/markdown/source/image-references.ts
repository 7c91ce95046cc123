import type { Definition, Nodes, Parent, Root } from 'mdast';
import { visit } from '../visit.ts';

/** Turns `![words][name]` into an image with the address that the line `[name]: address` gives it. */
export function resolveImages(tree: Root): void {
  const definitions = new Map<string, Definition>();
  const linked = new Set<string>();
  let found = false;
  visit(tree, (node: Nodes) => {
    if (node.type === 'definition' && !definitions.has(node.identifier))
      definitions.set(node.identifier, node);
    if (node.type === 'linkReference') linked.add(node.identifier);
    if (node.type === 'imageReference') found = true;
  });
  if (!found) return;
  const shown = new Set<Nodes>();
  visit(tree, (node) => {
    if (!('children' in node)) return;
    const parent = node as Parent;
    parent.children = parent.children.map((child) => {
      const definition = child.type === 'imageReference' ? definitions.get(child.identifier) : undefined;
      if (child.type !== 'imageReference' || !definition) return child;
      if (!linked.has(child.identifier)) shown.add(definition);
      const { type: _, ...rest } = child;
      return { ...rest, type: 'image' as const, url: definition.url, title: definition.title ?? null };
    });
  });
  visit(tree, (node) => {
    if (!('children' in node)) return;
    const parent = node as Parent;
    parent.children = parent.children.filter((child) => !shown.has(child));
  });
}
