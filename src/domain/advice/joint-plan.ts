import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import { entryOf } from '../knowledge/knowledge-base.ts';
import type { PlanCause, PlanningTask } from '../plan/plan.ts';
import { compareText } from '../values/compare.ts';
import { priorOf, sidesAt, taskOfCauses } from './planning-task.ts';

/** The symptoms that a reader may see, each with its probability (0–1); they add up to 1. */
export type Mix = ReadonlyMap<string, number>;

/** The probabilities of all causes for a reader who may see several symptoms: P(c) = Σ P(m) · P(c | m) (Vomlel and Skaanning). In order of the ids. */
export function jointCausesOf(base: KnowledgeBase, mix: Mix): readonly PlanCause[] {
  const causes = new Map<string, number>();
  for (const [id, share] of mix)
    for (const { id: cause, probability } of priorOf(base, entryOf(base.symptoms, id)))
      causes.set(cause, (causes.get(cause) ?? 0) + share * probability);
  return [...causes]
    .map(([id, probability]) => ({ id, probability }))
    .sort((a, b) => compareText(a.id, b.id));
}

/** The planning task of a reader who may see several symptoms: all their causes, and every fix that solves one of them. A cause is on the side where the likeliest symptom has it. */
export function jointTaskOf(base: KnowledgeBase, mix: Mix): PlanningTask {
  const sides = new Map(
    [...mix].sort(([, p], [, q]) => p - q).flatMap(([id]) => [...sidesAt(base, entryOf(base.symptoms, id))]),
  );
  return taskOfCauses(base, jointCausesOf(base, mix), sides);
}
