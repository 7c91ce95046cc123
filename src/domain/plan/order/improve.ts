import { applyFix, brokenIn, isLess, minutesOf } from '../cost.ts';
import { minutesIfStopped } from '../stop-line.ts';
import type { PlanTable } from '../table.ts';
import { isPast } from './tiers.ts';

/** The order after moving, adding, removing and replacing single fixes, the best change first, until none saves time. */
export function improveOrder(table: PlanTable, order: readonly number[]): readonly number[] {
  for (let current = order; ;) {
    const changed = bestChange(table, current);
    // The change was costed by a difference; only a recount that agrees makes sure that this ends.
    if (!changed || !isLess(minutesOf(table, changed), minutesOf(table, current))) return current;
    current = changed;
  }
}

function bestChange(table: PlanTable, order: readonly number[]): readonly number[] | undefined {
  let least = minutesOf(table, order);
  let best: readonly number[] | undefined;
  const offer = (minutes: number, changed: () => readonly number[]): void => {
    if (!isLess(minutes, least)) return;
    least = minutes;
    best = changed();
  };
  for (const removed of [undefined, ...order]) {
    if (best && order.length > LONG) return best;
    const base = order.filter((fix) => fix !== removed);
    const needed = removed !== undefined && base.some((fix) => table.requires[fix]!.includes(removed));
    const insertion = insertionInto(table, base);
    if (!needed) offer(insertion.minutes, () => base);
    const own = removed !== undefined && (needed || order.length > LONG);
    for (const fix of own ? [removed] : table.minutes.keys()) {
      if (base.includes(fix)) continue;
      const [first, last] = roomFor(table, base, fix);
      for (let at = first; at <= last; at++)
        offer(insertion.minutes + insertion.change(fix, at), () => [
          ...base.slice(0, at),
          fix,
          ...base.slice(at),
        ]);
    }
  }
  return best;
}

/** In longer orders the first good change is taken, not the best, and none replaces a fix by another: time grows with the cube of the length. */
const LONG = 40;

/** The minutes of an order and how they change, exactly, when a fix is put in at a position. */
function insertionInto(
  table: PlanTable,
  order: readonly number[],
): { readonly minutes: number; readonly change: (fix: number, at: number) => number } {
  const left = [table.weight];
  for (const fix of order) {
    const after = left.at(-1)!.slice();
    applyFix(table, after, fix);
    left.push(after);
  }
  const broken = left.map((masses) => brokenIn(table, masses));
  // ahead[at][cause]: minutes still to come, from that position on, for a reader who has that cause.
  const ahead = [new Float64Array(table.weight.length).fill(table.support)];
  for (const fix of [...order].reverse()) {
    const minutes = ahead[0]!.slice();
    applyFix(table, minutes, fix);
    ahead.unshift(minutes.map((value) => value + table.minutes[fix]!));
  }
  const trying = order.reduce((sum, fix, at) => sum + table.minutes[fix]! * broken[at]!, 0);
  const minutes = minutesIfStopped(table, trying, broken.at(-1)!);
  const change = (fix: number, at: number): number => {
    const causes = table.causesOf[fix]!;
    const leaves = table.leaves[fix]!;
    let saved = 0;
    for (let k = 0; k < causes.length; k++)
      saved += left[at]![causes[k]!]! * (1 - leaves[k]!) * ahead[at]![causes[k]!]!;
    return table.minutes[fix]! * broken[at]! - saved;
  };
  return { minutes, change };
}

/** First and last position where a fix may stand in an order; the first is after the last when there is none. */
function roomFor(table: PlanTable, order: readonly number[], fix: number): readonly [number, number] {
  let first = 0;
  let last = order.length;
  if (!table.requires[fix]!.every((required) => order.includes(required))) return [1, 0];
  order.forEach((other, at) => {
    if (isPast(table, other, table.tier[fix]!) || table.requires[fix]!.includes(other))
      first = Math.max(first, at + 1);
    if (isPast(table, fix, table.tier[other]!) || table.requires[other]!.includes(fix))
      last = Math.min(last, at);
  });
  return [first, last];
}
