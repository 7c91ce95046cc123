import { planOf } from './plan.ts';
import type { Effort, Plan, PlanProblem } from './plan.ts';
import { isLess } from './cost.ts';
import { compareText } from '../values/compare.ts';

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

/** What asking would save at some point: `saves` = V − Σ P(a) · V(p | a), in minutes; it pays when that is more than the question's own minutes. */
export interface QuestionValue {
  readonly question: string;
  readonly saves: number;
  readonly minutes: number;
  readonly pays: boolean;
}

/** A page of the tree: the plan with what is known here, what each question still open would save, and the one to ask, if any pays. */
export interface DiagnosisNode {
  readonly problem: PlanProblem;
  readonly plan: Plan;
  readonly values: readonly QuestionValue[];
  /** Minutes expected from here on, with the questions asked below; the plan's own when none is. */
  readonly expectedMinutes: number;
  readonly next: Branching | undefined;
}

export interface Branching {
  readonly question: string;
  readonly branches: readonly {
    readonly answer: string;
    readonly probability: number;
    readonly node: DiagnosisNode;
  }[];
}

/**
 * The tree of questions: at each node the question that saves most beyond its own minutes is asked, while one pays, at most `maxDepth` in
 * a row; ties go to the lower id. An answer of probability 0 has no branch. At nodes `maxDepth` deep no question is valued.
 * With the effort `quick` the plans are not proven, which is enough to value questions.
 */
export function diagnose(
  problem: PlanProblem,
  questions: readonly PlanQuestion[],
  maxDepth = 3,
  effort: Effort = 'prove',
): DiagnosisNode {
  const sorted = [...questions].sort((a, b) => compareText(a.id, b.id));
  return nodeOf(problem, [], sorted, maxDepth, { effort, plans: new Map() });
}

/** The probability of an answer, and the problem with each cause weighted by it; undefined when the answer cannot occur. */
export function afterAnswer(
  problem: PlanProblem,
  answer: PlanAnswer,
): { readonly probability: number; readonly problem: PlanProblem } | undefined {
  const known = problem.causes.reduce((sum, cause) => sum + cause.probability, 0);
  const otherwise = answer.otherwise === 'typical' ? typicalOf(problem, answer) : answer.otherwise;
  const likelihoodOf = (cause: string): number => answer.likely.get(cause) ?? otherwise;
  const weighted = problem.causes.map(({ id, probability }) => ({
    id,
    probability: probability * likelihoodOf(id),
  }));
  const probability = weighted.reduce(
    (sum, cause) => sum + cause.probability,
    Math.max(0, 1 - known) * otherwise,
  );
  if (!(probability > 0)) return undefined;
  const causes = weighted.map((cause) => ({ id: cause.id, probability: cause.probability / probability }));
  return { probability, problem: { ...problem, causes } };
}

/** P(answer), given that it is one of the listed causes. */
function typicalOf({ causes }: PlanProblem, { likely }: PlanAnswer): number {
  const listed = causes.filter(({ id }) => likely.has(id));
  const total = listed.reduce((sum, { probability }) => sum + probability, 0);
  return total > 0
    ? listed.reduce((sum, { id, probability }) => sum + probability * (likely.get(id) ?? 0), 0) / total
    : 0;
}

/** The problem after several answers, in any order; undefined when they cannot occur together. */
export function afterAnswers(problem: PlanProblem, answers: readonly PlanAnswer[]): PlanProblem | undefined {
  return answers.reduce<PlanProblem | undefined>(
    (current, answer) => current && afterAnswer(current, answer)?.problem,
    problem,
  );
}

/** Plans by the answers that lead to them, in whatever order these were given. */
interface KnownPlans {
  readonly effort: Effort;
  readonly plans: Map<string, Plan>;
}

function nodeOf(
  problem: PlanProblem,
  given: readonly string[],
  open: readonly PlanQuestion[],
  depth: number,
  known: KnownPlans,
): DiagnosisNode {
  const plan = planAfter(problem, given, known);
  const values = depth > 0 ? open.map((question) => valueOf(problem, plan, given, question, known)) : [];
  const best = bestOf(values);
  const question = open.find((candidate) => candidate.id === best?.question);
  if (!question) return { problem, plan, values, expectedMinutes: plan.expectedMinutes, next: undefined };
  const rest = open.filter((other) => other !== question);
  const branches = question.answers.flatMap((answer) => {
    const after = afterAnswer(problem, answer);
    if (!after) return [];
    return [
      {
        answer: answer.id,
        probability: after.probability,
        node: nodeOf(after.problem, [...given, keyOf(question, answer)], rest, depth - 1, known),
      },
    ];
  });
  const expectedMinutes = branches.reduce(
    (sum, branch) => sum + branch.probability * branch.node.expectedMinutes,
    question.minutes,
  );
  return { problem, plan, values, expectedMinutes, next: { question: question.id, branches } };
}

function valueOf(
  problem: PlanProblem,
  plan: Plan,
  given: readonly string[],
  question: PlanQuestion,
  known: KnownPlans,
): QuestionValue {
  let asked = 0;
  for (const answer of question.answers) {
    const after = afterAnswer(problem, answer);
    if (after)
      asked +=
        after.probability *
        planAfter(after.problem, [...given, keyOf(question, answer)], known).expectedMinutes;
  }
  const pays = isLess(asked + question.minutes, plan.expectedMinutes);
  return { question: question.id, saves: plan.expectedMinutes - asked, minutes: question.minutes, pays };
}

function bestOf(values: readonly QuestionValue[]): QuestionValue | undefined {
  let best: QuestionValue | undefined;
  for (const value of values)
    if (value.pays && (!best || isLess(best.saves - best.minutes, value.saves - value.minutes))) best = value;
  return best;
}

function planAfter(problem: PlanProblem, given: readonly string[], known: KnownPlans): Plan {
  const key = JSON.stringify([...given].sort(compareText));
  const found = known.plans.get(key) ?? planOf(problem, known.effort);
  known.plans.set(key, found);
  return found;
}

function keyOf(question: PlanQuestion, answer: PlanAnswer): string {
  return JSON.stringify([question.id, answer.id]);
}
