import { boundFor } from './bound.ts';
import { applyFix, brokenIn, isLess, minutesOf, rounding, solvedBy } from '../cost.ts';
import { precedencesOf } from './precedence.ts';
import { minutesIfStopped } from '../stop-line.ts';
import type { PlanTable } from '../table.ts';
import { leastAtRate, ratesFor } from './rates.ts';
import { isPast } from './tiers.ts';

/** An order, and whether it is proven that no other takes fewer minutes. */
export interface Found {
  readonly order: readonly number[];
  readonly proven: boolean;
}

/**
 * The best order: dynamic programming over sets of fixes, growing by one fix at a time. Of all ways to a set the quickest is kept, and
 * a set is dropped when even the least that can follow it (`leastAtRate`, `boundFor`) does not beat the best order known, at first `known`.
 * Stops without proof after looking at `most` sets, or at once when there are more fixes than a key has bits.
 */
export function searchOrder(table: PlanTable, known: readonly number[], most: number): Found {
  if (table.ids.length > BITS) return { order: known, proven: false };
  const bound = boundFor(table);
  const needs = precedencesOf(table);
  const rates = ratesFor(table);
  const bits = table.ids.map((_, fix) => 2 ** fix);
  let best = known;
  let least = minutesOf(table, known);
  let looked = 0;
  let layer = new Map<number, Reached>([[0, startOf(table)]]);
  while (layer.size > 0) {
    const next = new Map<number, Reached>();
    for (const reached of layer.values()) {
      if (++looked > most) return { order: best, proven: false };
      const stopping = minutesIfStopped(table, reached.minutes, reached.broken);
      if (isLess(stopping, least)) {
        least = stopping;
        best = pathTo(reached);
      }
      const open = openAfter(table, needs, reached);
      const under = least - rounding(least) - reached.minutes;
      if (!(bound(reached.left, open, under, reached.most) < under)) continue;
      rates.look(reached, open);
      for (const fix of open) {
        const minutes = reached.minutes + table.minutes[fix]! * reached.broken;
        if (!isLess(minutes, least) || !mayFollow(table, needs[fix]!, reached, fix)) continue;
        const most = Math.min(reached.most, rates.mostAfter(fix));
        const broken = reached.broken - solvedBy(table, reached.left, fix);
        if (!isLess(minutes + leastAtRate(table, broken, most), least)) continue;
        const set = reached.set + bits[fix]!;
        const rival = next.get(set);
        if (!rival) next.set(set, reach(table, reached, fix, minutes, set, most));
        else if (isLess(minutes, rival.minutes)) {
          rival.minutes = minutes;
          rival.last = fix;
          rival.from = reached;
          rival.most = most;
        }
      }
    }
    layer = next;
  }
  return { order: best, proven: true };
}

/** Sets are keyed by a number with one bit for each fix; a double holds 53. */
const BITS = 53;

/** A set of fixes by the quickest way to it. `done`: 1 for each fix in it. */
interface Reached {
  readonly set: number;
  readonly done: Uint8Array;
  minutes: number;
  readonly left: readonly number[];
  readonly broken: number;
  last: number;
  from: Reached | undefined;
  /** In a best order nothing after the last fix solves more per minute than this, when its turn comes. */
  most: number;
}

function startOf(table: PlanTable): Reached {
  const done = new Uint8Array(table.ids.length);
  return {
    set: 0,
    done,
    minutes: 0,
    left: table.weight,
    broken: brokenIn(table, table.weight),
    last: -1,
    from: undefined,
    most: Infinity,
  };
}

function reach(
  table: PlanTable,
  from: Reached,
  fix: number,
  minutes: number,
  set: number,
  most: number,
): Reached {
  const done = from.done.slice();
  done[fix] = 1;
  const left = from.left.slice();
  applyFix(table, left, fix);
  return { set, done, minutes, left, broken: brokenIn(table, left), last: fix, from, most };
}

function pathTo(reached: Reached): readonly number[] {
  return reached.from ? [...pathTo(reached.from), reached.last] : [];
}

/** Fixes that may still come, now or later: not done, of the tier reached or a later one, and so is all that they need. */
function openAfter(
  table: PlanTable,
  needs: readonly (readonly number[])[],
  reached: Reached,
): readonly number[] {
  const open: number[] = [];
  const tier = table.tier[reached.last] ?? -Infinity;
  for (let fix = 0; fix < reached.done.length; fix++) {
    if (reached.done[fix] === 1 || isPast(table, fix, tier)) continue;
    let possible = true;
    for (const needed of needs[fix]!)
      if (reached.done[needed] !== 1 && isPast(table, needed, tier)) possible = false;
    if (possible) open.push(fix);
  }
  return open;
}

/** Whether a fix may come next: what it needs is done, and it would not rather stand before the last one (two neighbours stand by what they solve per minute). */
function mayFollow(table: PlanTable, needs: readonly number[], reached: Reached, fix: number): boolean {
  for (const needed of needs) if (reached.done[needed] !== 1) return false;
  const { last, from } = reached;
  if (!from || table.tier[last] !== table.tier[fix] || needs.includes(last)) return true;
  const gain =
    solvedBy(table, from.left, fix) * table.minutes[last]! -
    solvedBy(table, from.left, last) * table.minutes[fix]!;
  return gain <= 1e-12 * Math.max(1, table.minutes[last]! + table.minutes[fix]!);
}
