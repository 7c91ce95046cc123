import { isMoveId } from '../advice/move-id.ts';

/** What came of a fix: it worked, it did not help, or it was skipped. */
export type Result = 'w' | 'n' | 's';

/** One fix a reader has marked; `at` is in whole minutes since 1970. */
export interface Tried {
  readonly fix: string;
  readonly result: Result;
  readonly at: number;
}

const version = '1';
const maxMarks = 64;
const maxText = 6000;
const lastMinute = 6e7;

/** The marks of a text that may come from anywhere (a link, the device): what is not well formed is left out, the rest is bounded. */
export function parseTried(text: string, isKnown: (fix: string) => boolean = () => true): readonly Tried[] {
  const [first, ...parts] = text.slice(0, maxText).split('.');
  if (first !== version) return [];
  const marks = new Map<string, Tried>();
  for (const part of parts.slice(0, maxMarks)) {
    const [fix = '', result = '', time = ''] = part.split('_');
    const at = parseInt(time, 36);
    if (isMoveId(fix) && isKnown(fix) && isResult(result))
      marks.set(fix, { fix, result, at: at > 0 && at < lastMinute ? at : 0 });
  }
  return [...marks.values()];
}

/** The marks as text for a link and for the device: `1.<fix>_<result>_<minutes in base 36>…`, in signs that no messenger escapes. */
export function formatTried(tried: readonly Tried[]): string {
  return [
    version,
    ...tried.slice(-maxMarks).map(({ fix, result, at }) => [fix, result, at.toString(36)].join('_')),
  ].join('.');
}

/** `tried` with this fix marked anew, as the last one; without a result the mark is taken away. */
export function markFix(
  tried: readonly Tried[],
  fix: string,
  result: Result | undefined,
  at: number,
): readonly Tried[] {
  const others = tried.filter((mark) => mark.fix !== fix);
  return result ? [...others, { fix, result, at }] : others;
}

/** Both lists in order of time; where both know a fix, `over` counts. */
export function mergeTried(under: readonly Tried[], over: readonly Tried[]): readonly Tried[] {
  return [...under.filter(({ fix }) => !resultOf(over, fix)), ...over].sort((a, b) => a.at - b.at);
}

/** What came of this fix, if it is marked. */
export function resultOf(tried: readonly Tried[], fix: string): Result | undefined {
  return tried.find((mark) => mark.fix === fix)?.result;
}

/** The first fix of a plan that is not marked. */
export function nextUntried(plan: readonly string[], tried: readonly Tried[]): string | undefined {
  return plan.find((fix) => !resultOf(tried, fix));
}

function isResult(text: string): text is Result {
  return text === 'w' || text === 'n' || text === 's';
}
