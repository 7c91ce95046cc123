import type { Cause, Fix, Question, Symptom, Works } from '../knowledge/article.ts';
import type { PlanQuestion } from '../plan/answers.ts';
import { answerLikelihoods, probabilitiesOf, type WeightedCause } from './evidence.ts';
import { entryOf, type KnowledgeBase } from '../knowledge/knowledge-base.ts';
import { weightOf, type Weight } from '../knowledge/likelihood.ts';
import type { PlanFix, PlanProblem } from '../plan/plan.ts';
import { tierOf } from '../knowledge/site.ts';

/** What one minute of waiting costs, in minutes of work: one can do something else meanwhile. */
const minuteOfWaiting = 0.02;

/** The planning problem of a symptom: its causes by their words, every fix that solves one of them, support as the way out (and so no fix of the plan). */
export function problemOf(
  base: KnowledgeBase,
  symptom: Symptom,
  causes = priorOf(base, symptom),
): PlanProblem {
  const present = new Set(causes.map(({ id }) => id));
  const fixes = fixesFor(base, present).filter(({ id }) => id !== base.site.support.fix);
  return {
    causes,
    fixes: fixes.map((fix) => planFixOf(base, fix, present)),
    support: base.site.support.minutes,
  };
}

/** The planning problem of a cause that is known to be present. */
export function problemOfCause(base: KnowledgeBase, cause: Cause): PlanProblem {
  const present = new Set([cause.id]);
  return {
    causes: [{ id: cause.id, probability: 1 }],
    fixes: fixesFor(base, present).map((fix) => planFixOf(base, fix, present)),
    support: base.site.support.minutes,
  };
}

/** The probabilities of a symptom's causes before any question; `words` replaces the words of its edges, in their order. */
export function priorOf(
  base: KnowledgeBase,
  symptom: Symptom,
  words?: readonly Weight[],
): readonly WeightedCause[] {
  const edges = base.causesOf.get(symptom.id) ?? [];
  return probabilitiesOf(
    edges.map(({ cause, likelihood }, index) => ({ cause, likelihood: words?.[index] ?? likelihood })),
    base.site.unknown,
  );
}

/** A question for the causes of one symptom. Whether it is something else, no answer tells. */
export function planQuestionOf(question: Question, causes: readonly string[]): PlanQuestion {
  const table = new Map(causes.map((cause) => [cause, answerLikelihoods(question, cause)]));
  return {
    id: question.id,
    minutes: question.minutes,
    answers: question.answers.map(({ id }) => ({
      id,
      likely: new Map(causes.map((cause) => [cause, table.get(cause)?.get(id) ?? 0])),
      otherwise: 'typical' as const,
    })),
  };
}

/**
 * How often a fix works against a cause, as a number. A way round the problem does not count. A check counts like "almost
 * always", since afterwards the reader knows and is done, but only for a cause that nothing almost always solves: where there
 * is a reliable fix, knowing is not the end, and the check must not push that fix down.
 */
export function chanceOf(base: KnowledgeBase, cause: string, works: Works): number {
  if (works === 'workaround') return 0;
  if (works !== 'confirms') return weightOf(works);
  const reliable = weightOf('almost-always');
  const others = base.fixesOf.get(cause) ?? [];
  return others.some(
    (edge) => edge.works !== 'workaround' && edge.works !== 'confirms' && weightOf(edge.works) >= reliable,
  )
    ? 0
    : reliable;
}

function fixesFor(base: KnowledgeBase, causes: ReadonlySet<string>): readonly Fix[] {
  const ids = new Set(
    [...causes].flatMap((cause) =>
      (base.fixesOf.get(cause) ?? []).filter(({ works }) => works !== 'workaround').map(({ fix }) => fix),
    ),
  );
  return [...ids].sort().map((id) => entryOf(base.fixes, id));
}

function planFixOf(base: KnowledgeBase, fix: Fix, causes: ReadonlySet<string>): PlanFix {
  const works = fix.solves.filter(({ cause, works: word }) => causes.has(cause) && word !== 'workaround');
  return {
    id: fix.id,
    minutes: fix.minutes + minuteOfWaiting * fix.wait,
    tier: tierOf(base.site, fix.loses),
    requires: fix.requires,
    works: new Map(works.map(({ cause, works: word }) => [cause, chanceOf(base, cause, word)])),
  };
}
