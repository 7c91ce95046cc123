import { applyFix, brokenIn, solvedBy } from '../cost.ts';
import { leastPerMinute } from '../stop-line.ts';
import type { PlanTable } from '../table.ts';
import { isPast, safestFirst } from './tiers.ts';

/**
 * A good order, quickly: from tier `first` on, tier by tier, always the fix that solves most per minute, until support is quicker. With
 * `bundles`, a fix is weighed together with the fixes it requires, so that a useful fix behind a useless one is found too.
 */
export function greedyOrder(table: PlanTable, first: number, bundles: boolean): readonly number[] {
  const order: number[] = [];
  const left = table.weight.slice();
  for (const tier of new Set(table.tier)) {
    if (tier < first) continue;
    for (;;) {
      const best = bestBundle(table, left, order, tier, bundles);
      if (!best) break;
      for (const fix of best) applyFix(table, left, fix);
      order.push(...best);
    }
  }
  return order;
}

function bestBundle(
  table: PlanTable,
  left: readonly number[],
  order: readonly number[],
  tier: number,
  bundles: boolean,
): readonly number[] | undefined {
  const reached = Math.max(...order.map((fix) => table.tier[fix]!));
  let best: readonly number[] | undefined;
  let most = leastPerMinute(table, brokenIn(table, left));
  for (let fix = 0; fix < table.ids.length; fix++) {
    if (table.tier[fix] !== tier || order.includes(fix)) continue;
    const alone = table.requires[fix]!.every((required) => order.includes(required));
    const bundle = alone ? undefined : bundleOf(table, fix, order);
    if (bundle && !(bundles && !bundle.some((one) => isPast(table, one, reached)))) continue;
    const perMinute = bundle
      ? solvedPerMinute(table, left, bundle)
      : solvedBy(table, left, fix) / table.minutes[fix]!;
    if (perMinute > most * (1 + 1e-12)) {
      most = perMinute;
      best = bundle ?? [fix];
    }
  }
  return best;
}

/** A fix behind everything it still requires, in an order that can be followed. */
function bundleOf(table: PlanTable, fix: number, done: readonly number[]): readonly number[] {
  const bundle: number[] = [];
  const add = (one: number): void => {
    if (done.includes(one) || bundle.includes(one)) return;
    for (const required of table.requires[one]!) add(required);
    bundle.push(one);
  };
  add(fix);
  return bundle.sort((a, b) => safestFirst({ tier: table.tier[a]! }, { tier: table.tier[b]! }));
}

function solvedPerMinute(table: PlanTable, left: readonly number[], bundle: readonly number[]): number {
  const after = left.slice();
  const before = brokenIn(table, left);
  let minutes = 0;
  for (const fix of bundle) {
    minutes += table.minutes[fix]! * (brokenIn(table, after) / before);
    applyFix(table, after, fix);
  }
  return (before - brokenIn(table, after)) / minutes;
}
