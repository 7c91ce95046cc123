import { drawCurves } from './bound-curves.ts';
import { startFrom, workspaceFor } from './bound-state.ts';
import type { Workspace } from './bound-state.ts';
import { applyFix, setTo, solvedBy } from '../cost.ts';
import type { PlanTable } from '../table.ts';

/**
 * The least that any continuation can cost, in minutes: a function of what is left of each cause and of the fixes still open.
 * Never above the optimum, rounding apart.
 *
 * Why it holds. Let what a fix solves fade evenly while it runs instead of at its end: the cost of an order is then the area under
 * "still broken", plus half of (minutes × what it solves) of each fix, plus support for what remains. Now let every fix split its
 * minutes among its causes in any fixed way, and let each cause take its share whenever it likes: that can only lower the area. A cause
 * on its own fades at best along the upper hull of what all sets of its fixes solve in their shares (`drawHull`; with many fixes along
 * 1 − e^(−rate × time), with its fixes in order of rate = −ln(1 − works) / minutes of its share), and the area is least when the
 * steepest curve always goes first. The halves are least when the quickest fixes do all the solving.
 * Tiers and `requires` are let go. The split is tightest when it follows what each fix solves in a greedy order.
 *
 * Where no fix solves more than `most` per minute (`Rates`), the sum of the curves rises no faster than that.
 *
 * With `under`, only whether the bound lies under it is right, not how far: the walk ends where that is known.
 */
export function boundFor(
  table: PlanTable,
): (left: readonly number[], open: readonly number[], under?: number, most?: number) => number {
  const work = workspaceFor(table);
  return (left, open, under = NaN, most = Infinity) => {
    startFrom(table, work, left, open);
    return leastCost(table, work, drawCurves(table, work, most), under);
  };
}

/** Runs down the curves, steepest first, and stops for support where that is cheapest. */
function leastCost(table: PlanTable, work: Workspace, segments: number, under: number): number {
  const { slope, span } = work;
  const fading = work.fading;
  setTo(fading, work.left);
  let next = 0;
  let halfMinutes = 0;
  let reserve = 0; // what the quickest fixes up to `next` can still solve
  const refill = (): void => {
    while (reserve <= 0 && next < work.quickestFirst.length) {
      const fix = work.quickestFirst[next++]!;
      if (work.isOpen[fix] !== 1) continue;
      reserve += solvedBy(table, fading, fix);
      halfMinutes = table.minutes[fix]! / 2;
      applyFix(table, fading, fix);
    }
  };
  let broken = work.broken;
  let area = 0;
  let halves = 0;
  let least = broken * table.support;
  for (let at = 0; at < segments; at++) {
    // From here on every place to stop costs at least what was spent by now.
    if (least < under || area + halves >= under) return least;
    let solved = slope[at]! * span[at]!;
    while (solved > 0) {
      refill();
      const part = reserve > 0 ? Math.min(solved, reserve) : solved;
      area += (part / slope[at]!) * (broken - part / 2);
      halves += halfMinutes * part;
      broken -= part;
      reserve -= part;
      solved -= part;
      least = Math.min(least, area + halves + broken * table.support);
    }
  }
  return least;
}
