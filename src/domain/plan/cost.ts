import { minutesIfStopped } from './stop-line.ts';
import type { PlanTable } from './table.ts';

/** Expected minutes of an order of fixes (indices of the table), support at its end included. */
export function minutesOf(table: PlanTable, order: readonly number[]): number {
  const left = table.weight.slice();
  let minutes = 0;
  for (const fix of order) {
    minutes += table.minutes[fix]! * brokenIn(table, left);
    applyFix(table, left, fix);
  }
  return minutesIfStopped(table, minutes, brokenIn(table, left));
}

/** Probability that the problem is still there, given what is left of each cause. */
export function brokenIn(table: PlanTable, left: readonly number[]): number {
  let broken = table.hopeless;
  for (let cause = 0; cause < left.length; cause++) broken += left[cause]!;
  return broken;
}

/** Probability that a fix solves the problem now. */
export function solvedBy(table: PlanTable, left: readonly number[], fix: number): number {
  const causes = table.causesOf[fix]!;
  const leaves = table.leaves[fix]!;
  let solved = 0;
  for (let at = 0; at < causes.length; at++) solved += left[causes[at]!]! * (1 - leaves[at]!);
  return solved;
}

/** Takes what a fix solves away, in place. */
export function applyFix(table: PlanTable, left: number[], fix: number): void {
  const causes = table.causesOf[fix]!;
  const leaves = table.leaves[fix]!;
  for (let at = 0; at < causes.length; at++) left[causes[at]!]! *= leaves[at]!;
}

/** Makes one list of what is left the same as another. */
export function setTo(left: number[], from: readonly number[]): void {
  for (let cause = 0; cause < from.length; cause++) left[cause] = from[cause]!;
}

/** Whether one cost is less than another by more than rounding can explain; else the two are a tie. Minutes. */
export function isLess(minutes: number, than: number): boolean {
  return minutes < than - rounding(than);
}

/** What rounding can make of a cost, in minutes. */
export function rounding(minutes: number): number {
  return 1e-12 * Math.max(1, minutes);
}
