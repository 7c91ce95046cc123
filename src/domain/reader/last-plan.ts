import { nextUntried, type Tried } from './tried.ts';

/** The marks of one symptom, as the device keeps them. */
export interface KeptMarks {
  readonly symptom: string;
  readonly tried: readonly Tried[];
}

/** The plan that a reader was busy with last: the one with the newest mark; none where that mark says that it worked, or where nothing is marked. */
export function lastPlanOf(kept: readonly KeptMarks[]): (KeptMarks & { readonly at: number }) | undefined {
  const [last] = kept
    .flatMap(({ symptom, tried }) => {
      const newest = [...tried].sort((a, b) => b.at - a.at)[0];
      return symptom !== '' && newest ? [{ symptom, tried, at: newest.at }] : [];
    })
    .sort((a, b) => b.at - a.at || (a.symptom < b.symptom ? -1 : 1));
  return last?.tried.some(({ result }) => result === 'w') ? undefined : last;
}

/** Which of how many fixes above the stop line is next; undefined where all of them were tried. */
export function placeIn(
  plan: readonly string[],
  tried: readonly Tried[],
): { readonly n: number; readonly total: number } | undefined {
  const next = nextUntried(plan, tried);
  return next === undefined ? undefined : { n: plan.indexOf(next) + 1, total: plan.length };
}
