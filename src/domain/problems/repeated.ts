import type { Severity } from './catalogue.ts';
import { severityOf, type Problem } from './problem.ts';

/** What a report says once: a problem, and every other place where the same is wrong. */
export interface Entry {
  readonly problem: Problem;
  readonly also: readonly Problem[];
}

/** So often the same words may stand in a report before one line with a count says more. */
const often = 3;

/** The problems of one severity as a report tells them: in their order, those that are the same in many places once. */
export function entriesOf(problems: readonly Problem[], severity: Severity): readonly Entry[] {
  const same = Map.groupBy(
    problems.filter((problem) => severityOf(problem) === severity),
    ({ kind, message, hint }) => [kind, message, hint].join('\n'),
  );
  const alone = [...same.values()].flatMap((group): Entry[] => {
    const [problem, ...also] = group;
    return group.length > often && problem
      ? [{ problem, also }]
      : group.map((one) => ({ problem: one, also: [] }));
  });
  const order = new Map(problems.map((problem, index) => [problem, index]));
  return alone.sort((a, b) => (order.get(a.problem) ?? 0) - (order.get(b.problem) ?? 0));
}

/** The first `most` of each kind, in their order. */
export function firstOfEachKind<T>(
  all: readonly T[],
  kindOf: (one: T) => string,
  most: number,
): readonly T[] {
  const seen = new Map<string, number>();
  return all.filter((one) => {
    const number = (seen.get(kindOf(one)) ?? 0) + 1;
    seen.set(kindOf(one), number);
    return number <= most;
  });
}
