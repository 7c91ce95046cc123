import type { Cause, Fix, Symptom } from '../knowledge/article.ts';
import type { Weight } from '../knowledge/likelihood.ts';
import type { Move } from './move.ts';

/** Why a fix stands where it stands: the cause it most likely removes. */
export interface Reason {
  readonly cause: Cause;
  readonly likelihood: Weight;
  readonly works: Weight | 'confirms';
  readonly because?: string | undefined;
}

/** One fix of a plan. `reasons` come most useful first; `place` counts from 1 through the whole page. */
export interface PlanEntry extends Move {
  /** The move's id in the plan; unique on the page. */
  readonly id: string;
  readonly fix: Fix;
  readonly place: number;
  readonly reasons: readonly Reason[];
}

export interface Workaround {
  readonly fix: Fix;
  readonly because?: string | undefined;
}

/** A symptom's plan as the page shows it, top to bottom. */
export interface SymptomPlan {
  readonly symptom: Symptom;
  readonly workarounds: readonly Workaround[];
  readonly start: readonly PlanEntry[];
  readonly then: readonly PlanEntry[];
  readonly lessLikely: readonly PlanEntry[];
  readonly lastResort: readonly PlanEntry[];
  readonly causes: readonly {
    readonly cause: Cause;
    readonly likelihood: Weight;
    readonly because?: string | undefined;
  }[];
  readonly exact: boolean;
  /** The reason of an order the author chose. */
  readonly authorReason?: string | undefined;
}

/** The entries above the stop line, in the order of the page. */
export function aboveStop({ start, then }: Pick<SymptomPlan, 'start' | 'then'>): readonly PlanEntry[] {
  return [...start, ...then];
}

/** All entries of a plan in the order of the page. */
export function entriesOf(plan: SymptomPlan): readonly PlanEntry[] {
  return [...aboveStop(plan), ...plan.lessLikely, ...plan.lastResort];
}

/** Where a fix stands in the plan of one symptom; `place` is undefined below the stop line. */
export interface PlaceInPlan {
  readonly symptom: Symptom;
  readonly place?: number | undefined;
  /** Fixes above the stop line. */
  readonly total: number;
  readonly workaround: boolean;
}
