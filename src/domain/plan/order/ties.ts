import { applyFix, solvedBy } from '../cost.ts';
import type { PlanTable } from '../table.ts';

/** The order (safe tiers first) with neighbours that may be swapped at no cost put in order of their ids, so that equal orders come out as one. */
export function settleTies(table: PlanTable, order: readonly number[]): readonly number[] {
  const settled = [...order];
  for (let swapped = true; swapped;) {
    swapped = false;
    const left = table.weight.slice();
    for (let at = 0; at + 1 < settled.length; at++) {
      const first = settled[at]!;
      const second = settled[at + 1]!;
      if (second < first && isTie(table, left, first, second)) {
        settled.splice(at, 2, second, first);
        swapped = true;
      }
      applyFix(table, left, settled[at]!);
    }
  }
  return settled;
}

function isTie(table: PlanTable, left: readonly number[], first: number, second: number): boolean {
  if (table.requires[second]!.includes(first)) return false;
  const gain =
    solvedBy(table, left, second) * table.minutes[first]! -
    solvedBy(table, left, first) * table.minutes[second]!;
  return Math.abs(gain) <= 1e-12 * Math.max(table.minutes[first]!, table.minutes[second]!);
}
