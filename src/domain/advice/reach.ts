import type { Cause } from '../knowledge/article.ts';
import { aboveStop, type PlanEntry, type SymptomPlan } from './symptom-plan.ts';

/** A cause of a symptom, with the places (from 0) of the fixes above the stop line that reach it. */
export interface Reach {
  readonly cause: Cause;
  readonly fixes: readonly number[];
}

/** Which likely fix of a plan reaches which cause: causes as listed on the page, fixes in the order of the plan. */
export function reachOf(plan: SymptomPlan): {
  readonly fixes: readonly PlanEntry[];
  readonly causes: readonly Reach[];
} {
  const fixes = aboveStop(plan);
  const causes = plan.causes.map(({ cause }) => ({
    cause,
    fixes: fixes.flatMap(({ reasons }, place) =>
      reasons.some((reason) => reason.cause.id === cause.id) ? [place] : [],
    ),
  }));
  return { fixes, causes };
}
