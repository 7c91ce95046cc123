import type { Question } from '../knowledge/article.ts';
import { clampAnswer, weightOf, type Weight } from '../knowledge/likelihood.ts';

/** A cause with its probability (0–1), given the symptom and the answers so far. */
export interface WeightedCause {
  readonly id: string;
  readonly probability: number;
}

/** Weights of likelihood words → probabilities: `(1 − unknown) · w / Σw`; the rest is "something else". */
export function probabilitiesOf(
  weights: readonly { readonly cause: string; readonly likelihood: Weight }[],
  unknown: number,
): readonly WeightedCause[] {
  const sum = weights.reduce((total, { likelihood }) => total + weightOf(likelihood), 0);
  return weights.map(({ cause, likelihood }) => ({
    id: cause,
    probability: sum === 0 ? 0 : ((1 - unknown) * weightOf(likelihood)) / sum,
  }));
}

/**
 * P(answer | cause) of a question, answer by answer. Answers that do not list the cause share equally what the others
 * leave; a cause that no answer lists says nothing (all answers alike). Clamped to [0.02, 0.98], since people misread.
 */
export function answerLikelihoods(question: Question, cause: string): ReadonlyMap<string, number> {
  const listed = question.answers.map(({ likely }) =>
    Object.hasOwn(likely, cause) ? weightOf(likely[cause] as Weight) : undefined,
  );
  const given = listed.reduce<number>((sum, weight) => sum + (weight ?? 0), 0);
  const silent = listed.filter((weight) => weight === undefined).length;
  const share = Math.max(0, 1 - given) / silent;
  const filled = listed.map((weight) => weight ?? share);
  const total = filled.reduce((sum, weight) => sum + weight, 0) || 1;
  const clamped = filled.map((weight) => clampAnswer(weight / total));
  const sum = clamped.reduce((all, weight) => all + weight, 0);
  return new Map(question.answers.map(({ id }, index) => [id, (clamped[index] ?? 0) / sum]));
}
