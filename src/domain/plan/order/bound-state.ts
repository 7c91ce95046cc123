import { applyFix, brokenIn, solvedBy } from '../cost.ts';
import type { PlanTable } from '../table.ts';

/** A fix on one of its causes. `decay` is −ln(1 − works). */
export interface Piece {
  readonly fix: number;
  readonly works: number;
  readonly decay: number;
  minutes: number;
  rate: number;
}

/** Buffers for the bounds of one table, and the state of the bound being worked out: what is left, and the open fixes in a greedy `order`. */
export interface Workspace {
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

/** Empty buffers for a table. */
export function workspaceFor(table: PlanTable): Workspace {
  const { minutes, weight, causesOf, leaves } = table;
  const piecesOfCause: Piece[][] = Array.from(weight, () => []);
  const piecesOfFix = causesOf.map((causes, fix) =>
    Array.from(causes, (cause, at) => {
      const rest = leaves[fix]![at]!;
      const piece: Piece = {
        fix,
        works: 1 - rest,
        decay: -Math.log(Math.max(rest, 1e-12)),
        minutes: 0,
        rate: 0,
      };
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
export const GONE = 1e-18;

/** Takes over the state, with the open fixes in order of what they would solve per minute now. */
export function startFrom(
  table: PlanTable,
  work: Workspace,
  left: Float64Array,
  open: readonly number[],
): void {
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
