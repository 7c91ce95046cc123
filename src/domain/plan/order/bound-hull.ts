import { GONE } from './bound-state.ts';
import type { Workspace } from './bound-state.ts';

/** With more fixes than this on a cause, looking at all their sets takes longer than it saves. */
export const mostForHull = 6;

// By set of pieces, a bit for each: the minutes that it takes, and what it leaves of its cause.
const minutesBySet = new Float64Array(2 ** mostForHull);
const leftBySet = new Float64Array(2 ** mostForHull);

/**
 * Draws the curve of one cause, whose pieces are the first `length` of the chain, behind the first `count` segments, and returns how many there
 * are then. While a piece runs, what it solves fades evenly from what one set of pieces leaves to what the next one leaves; so no order
 * rises above the upper hull of all sets.
 */
export function drawHull(work: Workspace, cause: number, length: number, count: number): number {
  const { slope, span } = work;
  const all = lookAtSets(work, work.left[cause]!, length) - 1;
  for (let at = 0; at !== all && leftBySet[at]! >= GONE;) {
    const to = steepestFrom(at, all);
    const minutes = minutesBySet[to]! - minutesBySet[at]!;
    const solved = leftBySet[at]! - leftBySet[to]!;
    if (!(minutes > 0 && solved > 0)) break;
    slope[count] = solved / minutes;
    span[count++] = minutes;
    at = to;
  }
  return count;
}

function lookAtSets({ chain, pieces }: Workspace, mass: number, length: number): number {
  minutesBySet[0] = 0;
  leftBySet[0] = mass;
  let sets = 1;
  for (let at = 0; at < length; at++) {
    const own = pieces.minutes[chain[at]!]!;
    const leaves = 1 - pieces.works[chain[at]!]!;
    for (let set = 0; set < sets; set++) {
      minutesBySet[sets + set] = minutesBySet[set]! + own;
      leftBySet[sets + set] = leftBySet[set]! * leaves;
    }
    sets *= 2;
  }
  return sets;
}

/** The set to which the way from another one is steepest. */
function steepestFrom(from: number, all: number): number {
  const [minutes, left] = [minutesBySet[from]!, leftBySet[from]!];
  let to = all;
  let steepest = 0;
  for (let set = 1; set <= all; set++) {
    const later = minutesBySet[set]! - minutes;
    const solved = left - leftBySet[set]!;
    if (later > 0 && solved > steepest * later) {
      steepest = solved / later;
      to = set;
    }
  }
  return to;
}
