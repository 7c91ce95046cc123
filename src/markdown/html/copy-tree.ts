import type { Nodes, Root } from 'mdast';

/** A copy of a tree whose nodes may be changed, and the copy of each node: what plugins fill in must not reach the check and the search. Values, places and attributes are shared. */
export function copyTree(tree: Root): {
  readonly tree: Root;
  readonly copyOf: <N extends Nodes>(node: N) => N;
} {
  const copies = new Map<Nodes, Nodes>();
  const copy = (node: Nodes): Nodes => {
    const made = { ...node } as Nodes;
    if ('children' in made) made.children = made.children.map((child) => copy(child)) as never;
    copies.set(node, made);
    return made;
  };
  return { tree: copy(tree) as Root, copyOf: (node) => (copies.get(node) ?? node) as typeof node };
}
