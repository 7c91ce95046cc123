import { drawHull, mostForHull } from './bound-hull.ts';
import { GONE, putInOrder } from './bound-state.ts';
import type { Workspace } from './bound-state.ts';
import { applyFix, setTo } from '../cost.ts';
import type { PlanTable } from '../table.ts';

/**
 * Draws, for the state of the workspace, how fast the causes can fade at best: straight segments (`slope` in probability per minute over
 * `span` minutes), steepest first and none steeper than `most`. Returns their number.
 */
export function drawCurves(table: PlanTable, work: Workspace, most: number): number {
  splitMinutes(table, work);
  const count = drawCauses(work);
  sortSteepestFirst(work.slope, work.span, count);
  limitSlope(work.slope, work.span, count, most);
  return count;
}

/** Flattens what is steeper than `most`: up to where a line of that slope meets the curve, the line takes its place. */
function limitSlope(slope: Float64Array, span: Float64Array, count: number, most: number): void {
  let minutes = 0;
  let solved = 0;
  for (let at = 0; at < count; at++) {
    const own = slope[at]! * span[at]!;
    if (solved + own <= most * (minutes + span[at]!)) {
      if (at === 0) return;
      const shared = (solved - most * minutes) / (most - slope[at]!);
      span[at - 1]! += (shared * slope[at]!) / most;
      span[at]! -= shared;
      return;
    }
    minutes += span[at]!;
    solved += own;
    slope[at] = most;
    span[at] = own / most;
  }
}

/** Gives each piece the minutes of its fix in proportion to what it solves when its turn comes in that order. */
function splitMinutes(table: PlanTable, work: Workspace): void {
  const { fading, left, order } = work;
  const { firstOf, works, decay, minutes, rate } = work.pieces;
  setTo(fading, left);
  let broken = work.broken;
  for (let turn = 0; turn < work.open; turn++) {
    const fix = order[turn]!;
    const causes = table.causesOf[fix]!;
    const first = firstOf[fix]!;
    let sum = 0;
    let solved = 0;
    for (let at = 0; at < causes.length; at++) {
      const cause = causes[at]!;
      const piece = first + at;
      solved += fading[cause]! * works[piece]!;
      minutes[piece] = Math.max(fading[cause]!, FLOOR * left[cause]!) * works[piece]!;
      sum += minutes[piece];
    }
    const scale = table.minutes[fix]! / sum;
    for (let piece = first; piece < first + causes.length; piece++) {
      minutes[piece]! *= scale;
      rate[piece] = decay[piece]! / minutes[piece]!;
    }
    if (solved * table.support > table.minutes[fix]! * broken) {
      applyFix(table, fading, fix);
      broken -= solved;
    }
  }
}

/** A share never falls under this part of what it would be now, lest a piece take no time. */
const FLOOR = 0.02;

/** Draws each cause's curve as straight segments that never run under it, and returns their number. */
function drawCauses(work: Workspace): number {
  let count = 0;
  for (let cause = 0; cause < work.left.length; cause++)
    if (work.left[cause]! > 0) count = drawCause(work, cause, count);
  return count;
}

/** Draws the curve of one cause behind the first `count` segments, and returns how many there are then. */
function drawCause(work: Workspace, cause: number, count: number): number {
  const { chain, slope, span } = work;
  const { works, minutes, rate } = work.pieces;
  const mass = work.left[cause]!;
  const length = chainOf(work, cause);
  if (length <= mostForHull) return drawHull(work, cause, length, count);
  let steepest = 0;
  for (let at = 0; at < length; at++)
    steepest = Math.max(steepest, works[chain[at]!]! / minutes[chain[at]!]!);
  let remains = mass;
  for (let at = 0; at < length && remains >= GONE; at++) {
    const piece = chain[at]!;
    const after = remains * (1 - works[piece]!);
    const from = rate[piece]! * remains;
    if (at === 0) {
      slope[count] = steepest * mass;
      span[count++] = works[piece]! / steepest;
    } else if (works[piece]! < 0.001) {
      slope[count] = from;
      span[count++] = (remains - after) / from;
    } else {
      const to = rate[piece]! * after;
      const bend = (remains - after - to * minutes[piece]!) / (from - to);
      slope[count] = from;
      span[count++] = bend;
      slope[count] = to;
      span[count++] = minutes[piece]! - bend;
    }
    remains = after;
  }
  return count;
}

/** Fills the chain with the open pieces of a cause, and returns how many they are. */
function chainOf({ pieces, isOpen, chain }: Workspace, cause: number): number {
  let length = 0;
  for (const piece of pieces.ofCause[cause]!)
    if (isOpen[pieces.fix[piece]!] === 1) putInOrder(chain, length++, piece, pieces.rate);
  return length;
}

function sortSteepestFirst(slope: Float64Array, span: Float64Array, count: number): void {
  for (let gap = count >> 1; gap > 0; gap >>= 1)
    for (let at = gap; at < count; at++) {
      const s = slope[at]!;
      const t = span[at]!;
      let to = at;
      for (; to >= gap && slope[to - gap]! < s; to -= gap) {
        slope[to] = slope[to - gap]!;
        span[to] = span[to - gap]!;
      }
      slope[to] = s;
      span[to] = t;
    }
}
