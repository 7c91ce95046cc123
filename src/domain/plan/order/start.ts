import { isLess, minutesOf } from '../cost.ts';
import type { PlanTable } from '../table.ts';
import { greedyOrder } from './greedy.ts';
import { improveOrder } from './improve.ts';

/** The best of the greedy orders of a table, each improved if that is wanted. Those that leave the first tiers out find what a strong, riskier fix makes superfluous. */
export function startingOrder(table: PlanTable, improve: boolean): readonly number[] {
  const bundling = table.requires.some((required) => required.length > 0) ? [false, true] : [false];
  let best: readonly number[] = [];
  for (const first of new Set(table.tier)) {
    for (const bundles of bundling) {
      const greedy = greedyOrder(table, first, bundles);
      const order = improve ? improveOrder(table, greedy) : greedy;
      if (isLess(minutesOf(table, order), minutesOf(table, best))) best = order;
    }
  }
  return best;
}
