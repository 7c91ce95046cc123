import { GONE } from './bound-state.ts';
import type { Workspace } from './bound-state.ts';
import { applyFix } from '../cost.ts';
import type { PlanTable } from '../table.ts';

/**
 * Draws, for the state of the workspace, how fast the causes can fade at best: straight segments (`slope` in probability per minute over
 * `span` minutes), steepest first. Returns their number.
 */
export function drawCurves(table: PlanTable, work: Workspace): number {
  splitMinutes(table, work);
  const count = drawCauses(work);
  sortSteepestFirst(work.slope, work.span, count);
  return count;
}

/** Gives each piece the minutes of its fix in proportion to what it solves when its turn comes in that order. */
function splitMinutes(table: PlanTable, work: Workspace): void {
  const fading = work.fading;
  fading.set(work.left);
  let broken = work.broken;
  for (const fix of work.order) {
    const causes = table.causesOf[fix]!;
    const pieces = work.piecesOfFix[fix]!;
    let sum = 0;
    let solved = 0;
    for (let at = 0; at < causes.length; at++) {
      const cause = causes[at]!;
      const piece = pieces[at]!;
      solved += fading[cause]! * piece.works;
      piece.minutes = Math.max(fading[cause]!, FLOOR * work.left[cause]!) * piece.works;
      sum += piece.minutes;
    }
    const scale = table.minutes[fix]! / sum;
    for (let at = 0; at < causes.length; at++) {
      const piece = pieces[at]!;
      piece.minutes *= scale;
      piece.rate = piece.decay / piece.minutes;
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
  const add = (slope: number, span: number): void => {
    work.slope[count] = slope;
    work.span[count++] = span;
  };
  for (let cause = 0; cause < work.left.length; cause++) {
    const mass = work.left[cause]!;
    if (mass <= 0) continue;
    const chain = work.piecesOfCause[cause]!.filter((piece) => work.isOpen[piece.fix] === 1).sort(
      (a, b) => b.rate - a.rate,
    );
    let steepest = 0;
    for (const piece of chain) steepest = Math.max(steepest, piece.works / piece.minutes);
    let remains = mass;
    chain.forEach((piece, at) => {
      if (remains < GONE) return;
      const after = remains * (1 - piece.works);
      if (at === 0) add(steepest * mass, piece.works / steepest);
      else if (piece.works < 0.001) add(piece.rate * remains, (remains - after) / (piece.rate * remains));
      else {
        const from = piece.rate * remains;
        const to = piece.rate * after;
        const bend = (remains - after - to * piece.minutes) / (from - to);
        add(from, bend);
        add(to, piece.minutes - bend);
      }
      remains = after;
    });
  }
  return count;
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
