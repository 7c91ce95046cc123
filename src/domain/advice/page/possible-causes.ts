import type { Symptom } from '../../knowledge/article.ts';
import { entryOf, type KnowledgeBase } from '../../knowledge/knowledge-base.ts';
import type { PlanCause } from '../../plan/plan.ts';
import { priorOf } from '../planning-task.ts';
import type { PossibleCause } from '../symptom-plan.ts';
import { standingOf } from './likelier.ts';
import { compareText } from '../../values/compare.ts';
import { rounded } from '../../values/rounded.ts';

/** The causes of a symptom as they stand with these probabilities, the likeliest first, of equal ones the lower id. */
export function possibleCausesOf(
  base: KnowledgeBase,
  symptom: Symptom,
  causes: readonly PlanCause[],
): readonly PossibleCause[] {
  const before = probabilitiesIn(priorOf(base, symptom));
  const now = probabilitiesIn(causes);
  const of = (id: string): number => now.get(id) ?? 0;
  const place = (id: string): number => rounded(of(id));
  const edges = [...(base.causesOf.get(symptom.id) ?? [])];
  edges.sort((a, b) => place(b.cause) - place(a.cause) || compareText(a.cause, b.cause));
  return edges.map(({ cause, likelihood, because }) => ({
    cause: entryOf(base.causes, cause),
    ...standingOf(likelihood, before.get(cause) ?? 0, of(cause)),
    because,
  }));
}

function probabilitiesIn(causes: readonly PlanCause[]): ReadonlyMap<string, number> {
  return new Map(causes.map(({ id, probability }) => [id, probability]));
}
