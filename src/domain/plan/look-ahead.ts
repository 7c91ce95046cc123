import { afterAnswer } from './answers.ts';
import type { PlanQuestion } from './answers.ts';
import { planOf } from './plan.ts';
import type { Effort, Plan, PlanningTask } from './plan.ts';
import { rounded } from '../values/rounded.ts';

/** An answer that may be given: how likely it is, and the task after it. */
export interface Branch {
  readonly answer: string;
  readonly probability: number;
  readonly task: PlanningTask;
}

/** What is worked out once for a whole tree of questions. */
export interface LookAhead {
  readonly branchesOf: (task: PlanningTask, question: PlanQuestion) => readonly Branch[];
  readonly planAt: (task: PlanningTask) => Plan;
}

/** Tasks are told apart by the probabilities of their causes, rounded; the same ones, whatever the order of the answers that lead there, are one object. */
export function lookAheadFrom(root: PlanningTask, effort: Effort): LookAhead {
  const nameOf = ({ causes }: PlanningTask): string =>
    causes.map(({ probability }) => rounded(probability)).join();
  const tasks = new Map([[nameOf(root), root]]);
  const plans = new Map<PlanningTask, Plan>();
  const branches = new Map<PlanQuestion, Map<PlanningTask, readonly Branch[]>>();
  const oneOf = (task: PlanningTask): PlanningTask => {
    const name = nameOf(task);
    return tasks.get(name) ?? kept(tasks, name, task);
  };
  const branch = (task: PlanningTask, { answers }: PlanQuestion): readonly Branch[] =>
    answers.flatMap((answer): Branch[] => {
      const after = afterAnswer(task, answer);
      return after ? [{ answer: answer.id, probability: after.probability, task: oneOf(after.task) }] : [];
    });
  return {
    branchesOf: (task, question) => {
      const known =
        branches.get(question) ?? kept(branches, question, new Map<PlanningTask, readonly Branch[]>());
      return known.get(task) ?? kept(known, task, branch(task, question));
    },
    planAt: (task) => plans.get(task) ?? kept(plans, task, planOf(task, effort)),
  };
}

function kept<K, V>(map: Map<K, V>, key: K, value: V): V {
  map.set(key, value);
  return value;
}
