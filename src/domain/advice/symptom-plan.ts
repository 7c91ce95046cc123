import type { Cause, Fix, Symptom } from '../knowledge/article.ts';
import type { Weight } from '../knowledge/likelihood.ts';
import type { Move } from './move.ts';
import type { Standing } from './page/likelier.ts';

/** Why a fix stands where it stands: the cause it most likely removes. */
export interface Reason {
  readonly cause: Cause;
  /** How likely the cause is before any answer. */
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
  /** All that it costs, in minutes, as the engine counts: work, test, waiting, and what sparing its other costs is worth. */
  readonly cost: number;
  /** Minutes of it that are a test which it may share with others. */
  readonly test: number;
  readonly reasons: readonly Reason[];
  /** How many readers of this symptom reported that they tried it, and for how many it worked. */
  readonly tally?: { readonly tried: number; readonly worked: number } | undefined;
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
  /** The moves (ids) that are tried one after the other before one test, two or three in a batch; a batch stands in one section. */
  readonly batches: readonly (readonly string[])[];
  /** The causes of the symptom, the likeliest after the answers so far first. */
  readonly causes: readonly PossibleCause[];
  readonly exact: boolean;
  /** The reason of an order the author chose. */
  readonly authorReason?: string | undefined;
}

/** A cause of the symptom, as it stands after the answers so far. */
export interface PossibleCause extends Standing {
  readonly cause: Cause;
  readonly because?: string | undefined;
}

/** The entries above the stop line, in the order of the page. */
export function aboveStop({ start, then }: Pick<SymptomPlan, 'start' | 'then'>): readonly PlanEntry[] {
  return [...start, ...then];
}

/** All entries of a plan in the order of the page. */
export function entriesOf(plan: SymptomPlan): readonly PlanEntry[] {
  return [...aboveStop(plan), ...plan.lessLikely, ...plan.lastResort];
}

/** How many of the causes of a symptom, the likeliest, stand on its page; a list that would be hardly longer stands there as a whole. */
export function causesShown({ causes }: Pick<SymptomPlan, 'causes'>): number {
  return causes.length <= 5 ? causes.length : 4;
}

/** Where a fix stands in the plan of one symptom; `place` is undefined below the stop line. */
export interface PlaceInPlan {
  readonly symptom: Symptom;
  readonly place?: number | undefined;
  /** Fixes above the stop line. */
  readonly total: number;
  /** It is no fix of the plan, but a way round one of the causes. */
  readonly workaround: boolean;
}
