import { startingOrder } from './order/start.ts';
import { outcomeOf } from './outcome.ts';
import { restOf } from './order/rest.ts';
import { searchOrder } from './order/prove.ts';
import { byId, tableOf } from './table.ts';
import type { PlanningTask, PlanTable } from './table.ts';
import { settleTies } from './order/ties.ts';

export type { PlanCause, PlanFix, PlanningTask } from './table.ts';

/** The order of fixes (ids) with the fewest expected minutes until the problem is gone, by a fix or by support. */
export interface Plan {
  readonly order: readonly string[];
  /** Fixes not worth their time, in the order in which they stand under the stop line. */
  readonly rest: readonly string[];
  readonly expectedMinutes: number;
  /** Proven: no order that keeps to tiers and `requires` takes less. */
  readonly exact: boolean;
  /** Probability that the problem is solved after each fix of the order. */
  readonly resolvedAfter: readonly number[];
}

/**
 * `prove` searches for the best order; `quick` (a millisecond for 20 fixes) keeps the greedy order as improved by single moves, unproven;
 * `rough` keeps the greedy order as it is, a few percent from the best and ten times as fast: enough to compare questions.
 */
export type Effort = 'prove' | 'quick' | 'rough';

/**
 * Plans for one cause being present: V(S, t) of Heckerman, Breese and Rommelse (CACM 38(3), 1995) with support as the way out. A safer
 * tier comes first, a fix comes after those it requires, and a `requires` that names none of the fixes is ignored. Exact for up to 16
 * useful fixes in a tier (short of `setsToProve`), and beyond that wherever the proof is cheap; otherwise `exact` is false.
 */
export function planOf(input: PlanningTask, effort: Effort = 'prove'): Plan {
  const task = { ...input, causes: byId(input.causes), fixes: byId(input.fixes) };
  const table = tableOf(task);
  const start = startingOrder(table, effort !== 'rough');
  const found =
    effort === 'prove' ? searchOrder(table, start, setsToProve(table)) : { order: start, proven: false };
  const order = settleTies(table, found.order).map((fix) => table.ids[fix]!);
  return { order, rest: restOf(task, order), exact: found.proven, ...outcomeOf(task, order) };
}

/**
 * How many sets of fixes to look at for a proof. One takes about 0.1 µs for each pair of a fix and a cause it works on, so that beyond
 * 16 fixes in a tier the search ends after about 0.2 s; a single tier of 16 has only 65 536 sets.
 */
function setsToProve(table: PlanTable): number {
  const perTier = new Map<number, number>();
  for (const tier of table.tier) perTier.set(tier, (perTier.get(tier) ?? 0) + 1);
  if (Math.max(0, ...perTier.values()) <= 16) return 250_000;
  return Math.round(2_000_000 / table.causesOf.reduce((sum, causes) => sum + causes.length, 0));
}
