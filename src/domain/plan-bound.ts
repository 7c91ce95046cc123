import { applyFix, brokenIn, solvedBy } from './plan-order.ts';
import type { PlanTable } from './plan-table.ts';

/**
 * The least that any continuation can cost, in minutes: a function of what is left of each cause and of the fixes still open.
 * Never above the optimum, rounding apart.
 *
 * Why it holds. Let what a fix solves fade evenly while it runs instead of at its end: the cost of an order is then the area under
 * "still broken", plus half of (minutes × what it solves) of each fix, plus support for what remains. Now let every fix split its
 * minutes among its causes in any fixed way, and let each cause take its share whenever it likes: that can only lower the area. A cause
 * on its own fades at best along 1 − e^(−rate × time), with its fixes in order of rate = −ln(1 − works) / minutes of its share, and
 * the area is least when the steepest curve always goes first. The halves are least when the quickest fixes do all the solving.
 * Tiers and `requires` are let go. The split is tightest when it follows what each fix solves in a greedy order.
 */
export function boundFor(table: PlanTable): (left: Float64Array, open: readonly number[]) => number {
  const work = workspaceFor(table);
  return (left, open) => {
    startFrom(table, work, left, open);
    splitMinutes(table, work);
    const segments = drawCurves(work);
    sortSteepestFirst(work.slope, work.span, segments);
    return leastCost(table, work, segments);
  };
}

/** A fix on one of its causes. `decay` is −ln(1 − works). */
interface Piece {
  readonly fix: number;
  readonly works: number;
  readonly decay: number;
  minutes: number;
  rate: number;
}

interface Workspace {
  readonly piecesOfFix: readonly (readonly Piece[])[];
  readonly piecesOfCause: readonly (readonly Piece[])[];
  readonly quickestFirst: readonly number[];
  readonly left: Float64Array;
  readonly fading: Float64Array;
  readonly isOpen: Uint8Array;
  readonly perMinute: Float64Array;
  order: number[];
  readonly slope: Float64Array;
  readonly span: Float64Array;
  broken: number;
}

function workspaceFor(table: PlanTable): Workspace {
  const { minutes, weight, causesOf, leaves } = table;
  const piecesOfCause: Piece[][] = Array.from(weight, () => []);
  const piecesOfFix = causesOf.map((causes, fix) =>
    Array.from(causes, (cause, at) => {
      const rest = leaves[fix]![at]!;
      const piece: Piece = { fix, works: 1 - rest, decay: -Math.log(Math.max(rest, 1e-12)), minutes: 0, rate: 0 };
      piecesOfCause[cause]!.push(piece);
      return piece;
    }),
  );
  const count = piecesOfFix.reduce((sum, pieces) => sum + pieces.length, 0);
  return {
    piecesOfFix,
    piecesOfCause,
    quickestFirst: [...minutes.keys()].sort((a, b) => minutes[a]! - minutes[b]!),
    left: new Float64Array(weight.length),
    fading: new Float64Array(weight.length),
    isOpen: new Uint8Array(minutes.length),
    perMinute: new Float64Array(minutes.length),
    order: [],
    slope: new Float64Array(2 * count),
    span: new Float64Array(2 * count),
    broken: 0,
  };
}

/** Below these (minutes, probability) a fix is done at once and a cause is gone: that only lowers the bound, and keeps divisions sane. */
const INSTANT = 1e-9;
const GONE = 1e-18;

/** Takes over the state, with the open fixes in order of what they would solve per minute now. */
function startFrom(table: PlanTable, work: Workspace, left: Float64Array, open: readonly number[]): void {
  work.left.set(left);
  work.isOpen.fill(0);
  for (const fix of open) if (table.minutes[fix]! < INSTANT) applyFix(table, work.left, fix);
  for (let cause = 0; cause < left.length; cause++) if (work.left[cause]! < GONE) work.left[cause] = 0;
  work.order = [];
  for (const fix of open) {
    if (table.minutes[fix]! < INSTANT) continue;
    const ratio = solvedBy(table, work.left, fix) / table.minutes[fix]!;
    if (ratio <= 0) continue;
    work.perMinute[fix] = ratio;
    work.isOpen[fix] = 1;
    work.order.push(fix);
  }
  work.order.sort((a, b) => work.perMinute[b]! - work.perMinute[a]!);
  work.broken = brokenIn(table, work.left);
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
function drawCurves(work: Workspace): number {
  let count = 0;
  const add = (slope: number, span: number): void => {
    work.slope[count] = slope;
    work.span[count++] = span;
  };
  for (let cause = 0; cause < work.left.length; cause++) {
    const mass = work.left[cause]!;
    if (mass <= 0) continue;
    const chain = work.piecesOfCause[cause]!.filter((piece) => work.isOpen[piece.fix] === 1).sort((a, b) => b.rate - a.rate);
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

/** Runs down the curves, steepest first, and stops for support where that is cheapest. */
function leastCost(table: PlanTable, work: Workspace, segments: number): number {
  const { slope, span } = work;
  const fading = work.fading;
  fading.set(work.left);
  let next = 0;
  let halfMinutes = 0;
  let reserve = 0; // what the quickest fixes up to `next` can still solve
  const refill = (): void => {
    while (reserve <= 0 && next < work.quickestFirst.length) {
      const fix = work.quickestFirst[next++]!;
      if (work.isOpen[fix] !== 1) continue;
      reserve += solvedBy(table, fading, fix);
      halfMinutes = table.minutes[fix]! / 2;
      applyFix(table, fading, fix);
    }
  };
  let broken = work.broken;
  let area = 0;
  let halves = 0;
  let least = broken * table.support;
  for (let at = 0; at < segments; at++) {
    refill();
    let solved = slope[at]! * span[at]!;
    area += span[at]! * (broken - solved / 2);
    broken -= solved;
    // Within a segment the price of solving may only be taken as it is at the start: then the ends are the cheapest places to stop.
    least = Math.min(least, area + halves + halfMinutes * solved + broken * table.support);
    while (solved > 0) {
      const part = Math.min(solved, reserve);
      halves += halfMinutes * part;
      reserve -= part;
      solved -= part;
      if (solved > 0) {
        if (next >= work.quickestFirst.length) break;
        refill();
      }
    }
    least = Math.min(least, area + halves + broken * table.support);
  }
  return least;
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
