import type { PlanTable } from './table.ts';

/**
 * Expected minutes of a sequence that ends with support after `minutes` of trying, with the probability `broken` that it is still
 * needed. The stop line of a plan stands where no further fix makes this less; what is left out comes below it (`restOf`).
 */
export function minutesIfStopped(table: PlanTable, minutes: number, broken: number): number {
  return minutes + broken * table.support;
}

/** The probability per minute that a fix must solve to stand above the stop line; with less, support is quicker. */
export function leastPerMinute(table: PlanTable, broken: number): number {
  return broken / table.support;
}
