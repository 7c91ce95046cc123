import { nextUntried, resultOf, type Tried } from './tried.ts';

/** A plan as it stands on its page. */
export interface PlanOnPage {
  /** The fixes above the stop line, in their order. */
  readonly above: readonly string[];
  /** Whether the plan has a card for a fix; what is left out of a plan may be marked all the same. */
  readonly hasCard: (fix: string) => boolean;
  /** The minutes of a fix above the stop line, as its card says them. */
  readonly minutesOf: (fix: string) => number;
}

/** What a plan shows of what was tried. */
export interface TriedView {
  /** One of its fixes worked. */
  readonly worked: boolean;
  /** The fix to try next; undefined once one worked, or all were tried. */
  readonly next: string | undefined;
  /** Nothing is left but what stands at the stop line. */
  readonly isAtStop: boolean;
  /** Fixes that were tried, without those that were skipped. */
  readonly tried: number;
  readonly skipped: number;
  /** Fixes that count for this reader: those above the stop line, and what was marked beyond it. */
  readonly total: number;
  /** Minutes of the fixes above the stop line that are not marked. */
  readonly minutesLeft: number;
}

/** What a plan shows of these marks. */
export function triedView(marks: readonly Tried[], { above, hasCard, minutesOf }: PlanOnPage): TriedView {
  const worked = marks.some(({ fix, result }) => result === 'w' && hasCard(fix));
  const next = worked ? undefined : nextUntried(above, marks);
  const skipped = marks.filter(({ result }) => result === 's').length;
  return {
    worked,
    next,
    isAtStop: !worked && next === undefined && above.length > 0,
    tried: marks.length - skipped,
    skipped,
    total: new Set([...above, ...marks.map(({ fix }) => fix)]).size,
    minutesLeft: above.reduce((sum, fix) => sum + (resultOf(marks, fix) ? 0 : minutesOf(fix)), 0),
  };
}
