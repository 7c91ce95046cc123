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
  const whole = walkOf(table, order);
  for (let removed = -1; removed < order.length; removed++) {
    if (best && order.length > LONG) return best;
    const base = removed < 0 ? order : order.filter((_, at) => at !== removed);
    const walk = removed < 0 ? whole : walkWithout(table, base, whole, removed);
    const without = order[removed];
    const needed = without !== undefined && base.some((fix) => table.requires[fix]!.includes(without));
    if (!needed && isLess(walk.minutes, least)) {
      least = walk.minutes;
      best = base;
    }
    const own = without !== undefined && (needed || order.length > LONG) ? without : undefined;
    const end = own === undefined ? table.ids.length : own + 1;
    for (let fix = own ?? 0; fix < end; fix++) {
      if (base.includes(fix)) continue;
      const last = lastPlace(table, base, fix);
      for (let at = firstPlace(table, base, fix); at <= last; at++) {
        const minutes = walk.minutes + insertedAt(table, walk, fix, at);
        if (!isLess(minutes, least)) continue;
        least = minutes;
        best = [...base.slice(0, at), fix, ...base.slice(at)];
      }
    }
  }
  return best;
}

/** In longer orders the first good change is taken, not the best, and none replaces a fix by another: time grows with the cube of the length. */
const LONG = 40;

/** What happens along an order, before each of its fixes and at its end. */
interface Walk {
  /** Expected minutes of the order, support at its end included. */
  readonly minutes: number;
  /** Probability of each cause. */
  readonly left: readonly (readonly number[])[];
  readonly broken: readonly number[];
  /** Minutes still to come for a reader who has that cause. */
  readonly ahead: readonly (readonly number[])[];
}

function walkOf(table: PlanTable, order: readonly number[]): Walk {
  const left = [table.weight];
  const ahead: (readonly number[])[] = [];
  ahead[order.length] = table.weight.map(() => table.support);
  return completed(table, order, left, ahead);
}

/** The walk of an order without the fix at a place of it, which is then `base`; what stands before it is left as in the whole, and what comes after it is ahead as in the whole. */
function walkWithout(table: PlanTable, base: readonly number[], whole: Walk, removed: number): Walk {
  const ahead: (readonly number[])[] = [];
  for (let at = removed; at <= base.length; at++) ahead[at] = whole.ahead[at + 1]!;
  return completed(table, base, whole.left.slice(0, removed + 1), ahead);
}

/** The walk of an order of which it is known what is left at its first places, and what is ahead at its last. */
function completed(
  table: PlanTable,
  order: readonly number[],
  left: (readonly number[])[],
  ahead: (readonly number[])[],
): Walk {
  for (let at = left.length - 1; at < order.length; at++) {
    const after = left[at]!.slice();
    applyFix(table, after, order[at]!);
    left.push(after);
  }
  const broken = left.map((masses) => brokenIn(table, masses));
  for (let at = order.length; at >= 0; at--) {
    if (ahead[at]) continue;
    const fix = order[at]!;
    const minutes = ahead[at + 1]!.slice();
    applyFix(table, minutes, fix);
    for (let cause = 0; cause < minutes.length; cause++) minutes[cause]! += table.minutes[fix]!;
    ahead[at] = minutes;
  }
  let trying = 0;
  for (let at = 0; at < order.length; at++) trying += table.minutes[order[at]!]! * broken[at]!;
  return { minutes: minutesIfStopped(table, trying, broken[order.length]!), left, broken, ahead };
}

/** How the minutes of an order change, exactly, when a fix is put in at a position. */
function insertedAt(table: PlanTable, { left, broken, ahead }: Walk, fix: number, at: number): number {
  const causes = table.causesOf[fix]!;
  const leaves = table.leaves[fix]!;
  const masses = left[at]!;
  const minutes = ahead[at]!;
  let saved = 0;
  for (let k = 0; k < causes.length; k++)
    saved += masses[causes[k]!]! * (1 - leaves[k]!) * minutes[causes[k]!]!;
  return table.minutes[fix]! * broken[at]! - saved;
}

/** First position where a fix may stand in an order: behind what it requires and what is safer; behind the last position where there is none. */
function firstPlace(table: PlanTable, order: readonly number[], fix: number): number {
  const requires = table.requires[fix]!;
  for (const required of requires) if (!order.includes(required)) return order.length + 1;
  for (let at = order.length - 1; at >= 0; at--)
    if (isPast(table, order[at]!, table.tier[fix]!) || requires.includes(order[at]!)) return at + 1;
  return 0;
}

/** Last position where a fix may stand in an order: before what is riskier and what requires it. */
function lastPlace(table: PlanTable, order: readonly number[], fix: number): number {
  for (let at = 0; at < order.length; at++)
    if (isPast(table, fix, table.tier[order[at]!]!) || table.requires[order[at]!]!.includes(fix)) return at;
  return order.length;
}
