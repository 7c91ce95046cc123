import { applyFix, brokenIn, setTo, solvedBy } from '../cost.ts';
import type { PlanTable } from '../table.ts';

/** The fixes on each of their causes, as arrays by piece: those of a fix stand in a row, from `firstOf` its index on, one for each of its causes. */
export interface Pieces {
  readonly firstOf: Int32Array;
  readonly ofCause: readonly Int32Array[];
  readonly fix: Int32Array;
  readonly works: Float64Array;
  /** −ln(1 − works). */
  readonly decay: Float64Array;
  readonly minutes: Float64Array;
  readonly rate: Float64Array;
}

/** Buffers for the bounds of one table, and the state of the bound being worked out: what is left, and the `open` fixes, the first of `order`, in a greedy order. */
export interface Workspace {
  readonly pieces: Pieces;
  readonly quickestFirst: readonly number[];
  readonly left: number[];
  readonly fading: number[];
  readonly isOpen: Uint8Array;
  readonly perMinute: Float64Array;
  readonly order: Int32Array;
  open: number;
  /** Pieces of one cause, steepest first. */
  readonly chain: Int32Array;
  readonly slope: Float64Array;
  readonly span: Float64Array;
  broken: number;
}

/** Empty buffers for a table. */
export function workspaceFor(table: PlanTable): Workspace {
  const { minutes, weight } = table;
  const pieces = piecesOf(table);
  return {
    pieces,
    quickestFirst: [...minutes.keys()].sort((a, b) => minutes[a]! - minutes[b]!),
    left: [...weight],
    fading: [...weight],
    isOpen: new Uint8Array(minutes.length),
    perMinute: new Float64Array(minutes.length),
    order: new Int32Array(minutes.length),
    open: 0,
    chain: new Int32Array(minutes.length),
    slope: new Float64Array(2 * pieces.fix.length),
    span: new Float64Array(2 * pieces.fix.length),
    broken: 0,
  };
}

function piecesOf({ causesOf, leaves, weight }: PlanTable): Pieces {
  const rests = leaves.flatMap((rest) => [...rest]);
  const ofCause: number[][] = Array.from(weight, () => []);
  const fixes: number[] = [];
  const firstOf = causesOf.map((causes, fix) => {
    const first = fixes.length;
    for (const cause of causes) ofCause[cause]!.push(fixes.push(fix) - 1);
    return first;
  });
  return {
    firstOf: Int32Array.from(firstOf),
    ofCause: ofCause.map((pieces) => Int32Array.from(pieces)),
    fix: Int32Array.from(fixes),
    works: Float64Array.from(rests, (rest) => 1 - rest),
    decay: Float64Array.from(rests, (rest) => -Math.log(Math.max(rest, 1e-12))),
    minutes: new Float64Array(fixes.length),
    rate: new Float64Array(fixes.length),
  };
}

/** Below these (minutes, probability) a fix is done at once and a cause is gone: that only lowers the bound, and keeps divisions sane. */
const INSTANT = 1e-9;
export const GONE = 1e-18;

/** Takes over the state, with the open fixes in order of what they would solve per minute now. */
export function startFrom(
  table: PlanTable,
  work: Workspace,
  left: readonly number[],
  open: readonly number[],
): void {
  setTo(work.left, left);
  work.isOpen.fill(0);
  for (const fix of open) if (table.minutes[fix]! < INSTANT) applyFix(table, work.left, fix);
  for (let cause = 0; cause < left.length; cause++) if (work.left[cause]! < GONE) work.left[cause] = 0;
  work.open = 0;
  for (const fix of open) {
    if (table.minutes[fix]! < INSTANT) continue;
    const ratio = solvedBy(table, work.left, fix) / table.minutes[fix]!;
    if (ratio <= 0) continue;
    work.perMinute[fix] = ratio;
    work.isOpen[fix] = 1;
    putInOrder(work.order, work.open++, fix, work.perMinute);
  }
  work.broken = brokenIn(table, work.left);
}

/** Puts an item behind those of the first `count` that are at least as high, so that the highest stay first. */
export function putInOrder(items: Int32Array, count: number, item: number, height: Float64Array): void {
  const own = height[item]!;
  let at = count;
  for (; at > 0 && height[items[at - 1]!]! < own; at--) items[at] = items[at - 1]!;
  items[at] = item;
}
