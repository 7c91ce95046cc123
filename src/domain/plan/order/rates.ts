import { solvedBy } from '../cost.ts';
import type { PlanTable } from '../table.ts';

/** What the fixes of a table would solve per minute at one point of an order. */
export interface Rates {
  /** Works the rates out at a point: what is left of each cause, which fixes are `done`, and those that are `open`. */
  readonly look: (
    at: { readonly left: readonly number[]; readonly done: Uint8Array },
    open: readonly number[],
  ) => void;
  /**
   * The most that anything can solve per minute, when its turn comes, where a best order goes on with this open fix. Two neighbours of
   * a tier stand by what they solve per minute, or swapping them would save time, and what a fix solves only falls as others are
   * done: so nothing that comes after a fix solves more per minute than that fix, unless it belongs to a riskier tier or requires
   * what is not done yet.
   */
  readonly mostAfter: (fix: number) => number;
}

/** Rates of one table; what was looked at last counts. */
export function ratesFor(table: PlanTable): Rates {
  const rate = new Float64Array(table.ids.length);
  // By tier: what may solve more than the fix before it.
  const free = new Float64Array((table.tier.at(-1) ?? 0) + 1);
  return {
    look: ({ left, done }, open) => {
      let tier = free.length;
      let riskier = 0;
      let most = 0;
      free.fill(0);
      // Fixes stand in the order of their tiers.
      for (let at = open.length - 1; at >= 0; at--) {
        const fix = open[at]!;
        if (table.tier[fix]! < tier) {
          tier = table.tier[fix]!;
          riskier = most;
          free[tier] = riskier;
        }
        const minutes = table.minutes[fix]!;
        rate[fix] = minutes > 0 ? solvedBy(table, left, fix) / minutes : Infinity;
        most = Math.max(most, rate[fix]);
        if (isWaiting(table, fix, done)) free[tier] = Math.max(free[tier]!, rate[fix]);
      }
    },
    mostAfter: (fix) => Math.max(rate[fix]!, free[table.tier[fix]!]!) * (1 + 1e-9),
  };
}

function isWaiting({ requires }: PlanTable, fix: number, done: Uint8Array): boolean {
  for (const required of requires[fix]!) if (done[required] !== 1) return true;
  return false;
}

/**
 * The least that can still come, in minutes, while the problem is there with the probability `broken` and nothing solves more than
 * `most` per minute: contacting support now, or solving evenly at that rate all that fixes can solve.
 */
export function leastAtRate({ support, hopeless }: PlanTable, broken: number, most: number): number {
  const solvable = broken - hopeless;
  return Math.min(broken * support, (solvable * (broken - solvable / 2)) / most + hopeless * support);
}
