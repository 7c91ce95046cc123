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
  const enter = typeof test === 'function' ? test : visitor!;
  const types = typeof test === 'function' ? undefined : [test].flat();
  enterNode(tree, undefined, undefined, (node, index, parent) =>
    !types || types.includes(node.type) ? enter(node, index, parent) : undefined,
  );
}) as typeof Visit;

/** Visits a node and what stands in it. Gives where its parent goes on, `EXIT` where nobody does. */
function enterNode(
  node: Node,
  index: number | undefined,
  parent: Node | undefined,
  enter: Visitor,
): number | typeof EXIT | undefined {
  const result = enter(node, index, parent);
  const [action, next] = (
    Array.isArray(result) ? result : typeof result === 'number' ? [CONTINUE, result] : [result]
  ) as [unknown, number?];
  if (action === EXIT) return EXIT;
  if (action === SKIP || !node.children) return next;
  for (let at = 0; at >= 0 && at < node.children.length;) {
    const then = enterNode(node.children[at]!, at, node, enter);
    if (then === EXIT) return EXIT;
    at = then ?? at + 1;
  }
  return next;
}

export { EXIT, SKIP } from 'unist-util-visit';
