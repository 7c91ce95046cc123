import type { PlanQuestion } from './answers.ts';
import { lookAheadFrom, type LookAhead } from './look-ahead.ts';
import { planOf } from './plan.ts';
import type { Effort, Plan, PlanningTask } from './plan.ts';
import { compareText } from '../values/compare.ts';
import { onceEach } from '../values/on-demand.ts';
import { questionDepth } from './question-depth.ts';

/** What asking would save at some point, and nothing after it: `saves` = V − Σ P(a) · V(p | a), in minutes; `pays` when that is more than its own minutes, or when it opens the way to one that does. */
export interface QuestionValue {
  readonly question: string;
  readonly saves: number;
  readonly minutes: number;
  readonly pays: boolean;
}

/** A page of the tree: the plan with what is known here, what each question still open would save, and the one to ask, if any pays. */
export interface DiagnosisNode {
  readonly task: PlanningTask;
  readonly plan: Plan;
  readonly values: readonly QuestionValue[];
  /** Minutes expected from here on, with the questions asked below; the plan's own when none is. */
  readonly expectedMinutes: number;
  readonly next: Branching | undefined;
}

export interface Branching {
  readonly question: string;
  /** Minutes it takes to answer. */
  readonly minutes: number;
  readonly branches: readonly {
    readonly answer: string;
    readonly probability: number;
    readonly node: DiagnosisNode;
  }[];
  /** What is asked of somebody who cannot answer: the same plan, and the best of the other questions; undefined where none of these pays. */
  readonly unsure: DiagnosisNode | undefined;
}

/** A question must save more than this, in minutes: less is rounding. */
const leastGain = 1e-9;
/** Short of `prove`: with more open questions than `widest`, only the `narrow` best at first sight, and those as good as the last of them, are looked at with what may be asked after them. */
const widest = 6;
const narrow = 4;

/**
 * The tree of questions with the fewest expected minutes, at most `maxDepth` in a row, by full look-ahead:
 * D(p, d) = min( V(p), min over q of  minutes(q) + Σ P(a) · D(p | a, d − 1) ). Exact with `prove`, and for up to `widest` questions. Ties go to asking
 * nothing, then to the lower id. An answer of probability 0 has no branch. At nodes `maxDepth` deep no question is valued.
 */
export function diagnose(
  task: PlanningTask,
  questions: readonly PlanQuestion[],
  maxDepth = questionDepth,
  effort: Effort = 'prove',
): DiagnosisNode {
  const search: Search = { ...lookAheadFrom(task, effort), whole: effort === 'prove' };
  const open = [...questions].sort((a, b) => compareText(a.id, b.id));
  return nodeOf({ task, open }, maxDepth, search);
}

/** A tree that was found with quick plans, with its own plans proven: as pages show it. */
export function provenTree(tree: DiagnosisNode): DiagnosisNode {
  const proven = onceEach((task: PlanningTask) => planOf(task));
  const prove = (node: DiagnosisNode): DiagnosisNode => {
    const { task, next } = node;
    const plan = proven(task);
    if (!next) return { ...node, plan, expectedMinutes: plan.expectedMinutes };
    const branches = next.branches.map((branch) => ({ ...branch, node: prove(branch.node) }));
    return {
      ...node,
      plan,
      expectedMinutes: minutesWith(next.minutes, branches),
      next: { ...next, branches, unsure: next.unsure && prove(next.unsure) },
    };
  };
  return prove(tree);
}

/** Minutes expected where a question is asked that takes `own`. */
function minutesWith(own: number, branches: Branching['branches']): number {
  return branches.reduce((sum, { probability, node }) => sum + probability * node.expectedMinutes, own);
}

/** What is known at a point: the task after the answers given, and the questions still open, in order of their ids. */
interface State {
  readonly task: PlanningTask;
  readonly open: readonly PlanQuestion[];
}

interface Search extends LookAhead {
  /** Whether every question is looked at with what may be asked after it, however many there are. */
  readonly whole: boolean;
}

/** D(p, depth), and the question that reaches it; undefined where the plan alone does. */
interface Best {
  readonly minutes: number;
  readonly question: PlanQuestion | undefined;
}

function nodeOf(state: State, depth: number, search: Search): DiagnosisNode {
  const { task, open } = state;
  const { question } = bestOf(state, depth, search);
  const values = depth > 0 ? open.map((other) => valueOf(state, other, other === question, search)) : [];
  const plan = search.planAt(task);
  if (!question) return { task, plan, values, expectedMinutes: plan.expectedMinutes, next: undefined };
  const rest = without(open, question);
  const branches = search.branchesOf(task, question).map(({ answer, probability, task: after }) => ({
    answer,
    probability,
    node: nodeOf({ task: after, open: rest }, depth - 1, search),
  }));
  const expectedMinutes = minutesWith(question.minutes, branches);
  const unsure = depth > 1 ? nodeOf({ task, open: rest }, depth - 1, search) : undefined;
  const next = {
    question: question.id,
    minutes: question.minutes,
    branches,
    unsure: unsure?.next && unsure,
  };
  return { task, plan, values, expectedMinutes, next };
}

function without(open: readonly PlanQuestion[], question: PlanQuestion): readonly PlanQuestion[] {
  return open.filter((other) => other !== question);
}

function bestOf(state: State, depth: number, search: Search): Best {
  const { task, open } = state;
  let best: Best = { minutes: search.planAt(task).expectedMinutes, question: undefined };
  if (depth > 0) {
    const deeper = depth > 1 ? worthLooking(state, search) : new Set<PlanQuestion>();
    for (const question of open) {
      const minutes = minutesAsking(state, question, search, deeper.has(question) ? depth - 1 : 0);
      if (minutes < best.minutes - leastGain) best = { minutes, question };
    }
  }
  return best;
}

/** Expected minutes when this question is asked now, and after it whatever pays, at most `depth` questions. */
function minutesAsking({ task, open }: State, question: PlanQuestion, search: Search, depth: number): number {
  const rest = depth > 0 ? without(open, question) : [];
  const minutesAfter = (after: PlanningTask): number =>
    bestOf({ task: after, open: rest }, depth, search).minutes;
  return search
    .branchesOf(task, question)
    .reduce((sum, branch) => sum + branch.probability * minutesAfter(branch.task), question.minutes);
}

function worthLooking(state: State, search: Search): ReadonlySet<PlanQuestion> {
  if (search.whole || state.open.length <= widest) return new Set(state.open);
  const atOnce = state.open.map((question) => ({
    question,
    minutes: minutesAsking(state, question, search, 0),
  }));
  const most = atOnce.map(({ minutes }) => minutes).sort((a, b) => a - b)[narrow - 1]! + leastGain;
  return new Set(atOnce.filter(({ minutes }) => minutes <= most).map(({ question }) => question));
}

function valueOf(state: State, question: PlanQuestion, chosen: boolean, search: Search): QuestionValue {
  const now = search.planAt(state.task).expectedMinutes;
  const { id, minutes } = question;
  const asked = minutesAsking(state, question, search, 0);
  return { question: id, saves: now + minutes - asked, minutes, pays: chosen || asked < now - leastGain };
}
