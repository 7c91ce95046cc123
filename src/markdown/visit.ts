import { CONTINUE, EXIT, SKIP, type visit as Visit } from 'unist-util-visit';

/** The parts of a node that are looked at. */
interface Node {
  readonly type: string;
  readonly children?: readonly Node[];
}

type Visitor = (node: Node, index?: number, parent?: Node) => unknown;

/**
 * `visit` of `unist-util-visit` for tests that are a type, several types or none, and without the name that it gives each visit
 * for the sake of error messages: every article is visited a dozen times, and that took longer than the visits.
 */
export const visit = ((tree: Node, test: string | readonly string[] | Visitor, visitor?: Visitor): void => {
  if (typeof test === 'function') enterNode(tree, undefined, undefined, undefined, test);
  else enterNode(tree, undefined, undefined, [test].flat(), visitor!);
}) as typeof Visit;

/** Visits a node, where it is of one of the `types`, and what stands in it. Gives where its parent goes on, `EXIT` where nobody does. */
function enterNode(
  node: Node,
  index: number | undefined,
  parent: Node | undefined,
  types: readonly string[] | undefined,
  enter: Visitor,
): number | typeof EXIT | undefined {
  const result = !types || types.includes(node.type) ? enter(node, index, parent) : undefined;
  // Nearly always.
  if (result === undefined) return enterChildren(node, types, enter);
  const [action, next] = asAction(result);
  if (action === EXIT) return EXIT;
  return action === SKIP ? next : (enterChildren(node, types, enter) ?? next);
}

/** Visits what stands in a node. Gives `EXIT` where nobody goes on. */
function enterChildren(
  node: Node,
  types: readonly string[] | undefined,
  enter: Visitor,
): typeof EXIT | undefined {
  if (!node.children) return undefined;
  for (let at = 0; at >= 0 && at < node.children.length;) {
    const child = node.children[at]!;
    // Most nodes are texts, and most visits are for others.
    if (types && !child.children && !types.includes(child.type)) {
      at += 1;
      continue;
    }
    const then = enterNode(child, at, node, types, enter);
    if (then === EXIT) return EXIT;
    at = then ?? at + 1;
  }
  return undefined;
}

type Action = readonly [action: unknown, next?: number];

function asAction(result: unknown): Action {
  if (Array.isArray(result)) return result as unknown as Action;
  return typeof result === 'number' ? [CONTINUE, result] : [result];
}

export { EXIT, SKIP } from 'unist-util-visit';
