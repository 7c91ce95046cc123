import { startingOrder } from './order/start.ts';
import { outcomeOf } from './outcome.ts';
import type { Effort, Plan } from './made-plan.ts';
import { remembered } from './memory.ts';
import { restOf } from './order/rest.ts';
import { searchOrder } from './order/prove.ts';
import { byId, tableOf } from './table.ts';
import type { PlanningTask, PlanTable } from './table.ts';
import { settleTies } from './order/ties.ts';

export type { Effort, Plan } from './made-plan.ts';
export type { PlanCause, PlanFix, PlanningTask } from './table.ts';

/**
 * Plans for one cause being present: V(S, t) of Heckerman, Breese and Rommelse (CACM 38(3), 1995) with support as the way out. A safer
 * tier comes first, a fix comes after those it requires, and a `requires` that names none of the fixes is ignored. Exact for up to 16
 * useful fixes in a tier (short of `setsToProve`), and beyond that wherever the proof is cheap; otherwise `exact` is false.
 */
export function planOf(input: PlanningTask, effort: Effort = 'prove'): Plan {
  return remembered(input, effort, () => workOut(input, effort));
}

function workOut(input: PlanningTask, effort: Effort): Plan {
  const task = { ...input, causes: byId(input.causes), fixes: byId(input.fixes) };
  const table = tableOf(task);
  // What is to be proven was mostly looked at before, when questions were weighed.
  const start =
    effort === 'prove'
      ? planOf(input, 'quick').order.map((id) => table.ids.indexOf(id))
      : startingOrder(table, effort !== 'rough');
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
