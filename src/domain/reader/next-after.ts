import { markFix, nextUntried, type Tried } from './tried.ts';

/**
 * The fix of a plan that comes after `fix` did not help; undefined for the stop line. `kept` is false on a device that keeps no marks:
 * there the plan goes on behind this fix, and never round in a circle.
 */
export function nextAfter(
  fix: string,
  fixes: readonly string[],
  { marks, kept }: { readonly marks: readonly Tried[]; readonly kept: boolean },
): string | undefined {
  return nextUntried(kept ? fixes : fixes.slice(fixes.indexOf(fix) + 1), markFix(marks, fix, 'n', 0));
}
