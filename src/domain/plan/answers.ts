import type { PlanningTask } from './table.ts';

/**
 * One answer: P(answer | cause) per cause id, and `otherwise` for causes not listed and for "something else"; `typical` stands for
 * the mean of the causes, so that an answer tells them apart but never makes "something else" likelier. Over the answers of a
 * question they add up to 1.
 */
export interface PlanAnswer {
  readonly id: string;
  readonly likely: ReadonlyMap<string, number>;
  readonly otherwise: number | 'typical';
}

/** A question and the minutes it takes to answer it. */
export interface PlanQuestion {
  readonly id: string;
  readonly minutes: number;
  readonly answers: readonly PlanAnswer[];
}

/** The probability of an answer, and the task with each cause weighted by it; undefined when the answer cannot occur. */
export function afterAnswer(
  task: PlanningTask,
  answer: PlanAnswer,
): { readonly probability: number; readonly task: PlanningTask } | undefined {
  const known = task.causes.reduce((sum, cause) => sum + cause.probability, 0);
  const otherwise = answer.otherwise === 'typical' ? typicalOf(task, answer) : answer.otherwise;
  const likelihoodOf = (cause: string): number => answer.likely.get(cause) ?? otherwise;
  const weighted = task.causes.map(({ id, probability }) => ({
    id,
    probability: probability * likelihoodOf(id),
  }));
  const probability = weighted.reduce(
    (sum, cause) => sum + cause.probability,
    Math.max(0, 1 - known) * otherwise,
  );
  if (!(probability > 0)) return undefined;
  const causes = weighted.map((cause) => ({ id: cause.id, probability: cause.probability / probability }));
  return { probability, task: { ...task, causes } };
}

/** P(answer), given that it is one of the listed causes. */
function typicalOf({ causes }: PlanningTask, { likely }: PlanAnswer): number {
  const listed = causes.filter(({ id }) => likely.has(id));
  const total = listed.reduce((sum, { probability }) => sum + probability, 0);
  return total > 0
    ? listed.reduce((sum, { id, probability }) => sum + probability * (likely.get(id) ?? 0), 0) / total
    : 0;
}

/** The task after several answers, in any order; undefined when they cannot occur together. */
export function afterAnswers(task: PlanningTask, answers: readonly PlanAnswer[]): PlanningTask | undefined {
  return answers.reduce<PlanningTask | undefined>(
    (current, answer) => current && afterAnswer(current, answer)?.task,
    task,
  );
}
