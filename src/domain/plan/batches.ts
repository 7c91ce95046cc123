import type { PlanFix, PlanningTask } from './table.ts';

/** Fixes that are tried one after the other before one test, in the order of the plan; most stand alone. */
export interface Batches {
  readonly batches: readonly (readonly string[])[];
  /** Minutes expected when each batch is tested once, support at the end included. */
  readonly expectedMinutes: number;
}

const most = 3;

/**
 * Where to test along an order (the postponed test of Ottosen and Jensen, 2010): with b the minutes of a fix without its test and t the
 * test, V[n] = S·U_n and V[i] = min over j of (Σ b + t)·U_i + V[j]. A batch holds at most three fixes, all of tier 0 and all with a test
 * of their own; its test is the longest of theirs. Of equal ways the one that tests sooner. Throws when an id is not one of the fixes.
 */
export function batchesOf(task: PlanningTask, order: readonly string[]): Batches {
  const fixes = order.map((id) => fixOf(task, id));
  const broken = brokenAlong(task, fixes);
  const value: number[] = [];
  const size: number[] = [];
  value[fixes.length] = (broken[fixes.length] ?? 0) * task.support;
  for (let from = fixes.length - 1; from >= 0; from--) {
    value[from] = Infinity;
    for (let to = from + 1; to <= Math.min(fixes.length, from + most); to++) {
      const batch = fixes.slice(from, to);
      if (batch.length > 1 && !batch.every(mayShareTest)) break;
      const minutes = minutesOfBatch(batch) * (broken[from] ?? 0) + (value[to] ?? 0);
      if (minutes < (value[from] ?? 0) - 1e-12) {
        value[from] = minutes;
        size[from] = to - from;
      }
    }
  }
  const batches: string[][] = [];
  for (let at = 0; at < order.length; at += size[at] ?? 1)
    batches.push(order.slice(at, at + (size[at] ?? 1)));
  return { batches, expectedMinutes: value[0] ?? 0 };
}

/** Minutes of a batch: each fix without its test, and the longest test once. */
export function minutesOfBatch(batch: readonly PlanFix[]): number {
  const work = batch.reduce((sum, { minutes, test = 0 }) => sum + minutes - test, 0);
  return work + Math.max(0, ...batch.map(({ test = 0 }) => test));
}

/** Whether a fix may wait for a test that it shares: nothing is lost by it, and it has a test at all. */
export function mayShareTest({ tier, test = 0 }: PlanFix): boolean {
  return tier === 0 && test > 0;
}

function fixOf(task: PlanningTask, id: string): PlanFix {
  const fix = task.fixes.find((candidate) => candidate.id === id);
  if (!fix) throw new Error(`The order names "${id}", which is not one of the fixes.`);
  return fix;
}

/** The chance that the trouble is still there before each fix, and after the last. */
function brokenAlong({ causes }: PlanningTask, fixes: readonly PlanFix[]): readonly number[] {
  const left = new Map(causes.map(({ id, probability }) => [id, probability]));
  const known = causes.reduce((sum, { probability }) => sum + probability, 0);
  const unknown = Math.max(0, 1 - known);
  const total = (): number => [...left.values()].reduce((sum, mass) => sum + mass, unknown);
  const broken = [total()];
  for (const { works } of fixes) {
    for (const [cause, chance] of works) left.set(cause, (left.get(cause) ?? 0) * (1 - chance));
    broken.push(total());
  }
  return broken;
}
