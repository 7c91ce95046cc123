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

/** The questions that are still open at a point; the same object for the same questions. */
export interface OpenQuestions {
  /** In order of their ids. */
  readonly questions: readonly PlanQuestion[];
  readonly without: (question: PlanQuestion) => OpenQuestions;
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

/** All of these questions, open. */
export function openQuestions(all: readonly PlanQuestion[]): OpenQuestions {
  const sets = new Map<string, OpenQuestions>();
  const setOf = (questions: readonly PlanQuestion[]): OpenQuestions => {
    const name = questions.map((question) => all.indexOf(question)).join();
    return sets.get(name) ?? kept(sets, name, made(questions));
  };
  const made = (questions: readonly PlanQuestion[]): OpenQuestions => {
    const left = new Map<PlanQuestion, OpenQuestions>();
    return {
      questions,
      without: (question) =>
        left.get(question) ?? kept(left, question, setOf(questions.filter((other) => other !== question))),
    };
  };
  return setOf(all);
}

function kept<K, V>(map: Map<K, V>, key: K, value: V): V {
  map.set(key, value);
  return value;
}
