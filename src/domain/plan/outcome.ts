import type { PlanningTask } from './table.ts';

/** What following an order costs (expected minutes, support at its end included), and the probability that it is solved after each fix. */
export interface Outcome {
  readonly expectedMinutes: number;
  readonly resolvedAfter: readonly number[];
}

/** The outcome of any order of fix ids, also one that keeps no rule. Throws when an id is not one of the task's fixes. */
export function outcomeOf(task: PlanningTask, order: readonly string[]): Outcome {
  const weights = new Map(task.causes.map((cause) => [cause.id, cause.probability]));
  const total = sum(weights.values());
  const unknown = Math.max(0, 1 - total);
  const all = total + unknown;
  let broken = all;
  let expectedMinutes = 0;
  const resolvedAfter: number[] = [];
  for (const id of order) {
    const fix = task.fixes.find((candidate) => candidate.id === id);
    if (!fix) throw new Error(`The order names "${id}", which is not one of the fixes.`);
    expectedMinutes += fix.minutes * broken;
    for (const [cause, works] of fix.works) weights.set(cause, (weights.get(cause) ?? 0) * (1 - works));
    broken = sum(weights.values()) + unknown;
    resolvedAfter.push(all - broken);
  }
  return { expectedMinutes: expectedMinutes + broken * task.support, resolvedAfter };
}

/** What is left of each cause (probability) after all of these fixes, in any order. */
export function leftAfter(task: PlanningTask, done: ReadonlySet<string>): ReadonlyMap<string, number> {
  const fixes = task.fixes.filter((fix) => done.has(fix.id));
  return new Map(
    task.causes.map(({ id, probability }) => [
      id,
      fixes.reduce((left, fix) => left * (1 - (fix.works.get(id) ?? 0)), probability),
    ]),
  );
}

function sum(values: Iterable<number>): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
