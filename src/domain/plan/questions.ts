import { afterAnswer } from './answers.ts';
import type { PlanQuestion } from './answers.ts';
import { planOf } from './plan.ts';
import type { Effort, Plan, PlanningTask } from './plan.ts';
import { compareText } from '../values/compare.ts';
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
  readonly branches: readonly {
    readonly answer: string;
    readonly probability: number;
    readonly node: DiagnosisNode;
  }[];
  /** What is asked of somebody who cannot answer: the same plan, and the best of the other questions; undefined where none of these pays. */
  readonly unsure: DiagnosisNode | undefined;
}

/** `shown`: questions are valued with quick plans and only the plans of the tree itself are proven; else every plan is made with that effort. */
export type TreeEffort = Effort | 'shown';

/** A question must save more than this, in minutes: less is rounding. */
const leastGain = 1e-9;
/** Short of `prove`: with more open questions than `widest`, only the `narrow` best at first sight are looked at with what may be asked after them. */
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
  effort: TreeEffort = 'prove',
): DiagnosisNode {
  const open = [...questions].sort((a, b) => compareText(a.id, b.id));
  const look: LookAhead = {
    effort: effort === 'shown' ? 'quick' : effort,
    whole: effort === 'prove',
    plans: new Map(),
    best: new Map(),
    firstOf: firstNumbers(open),
  };
  return nodeOf(stateOf(task, [], open, []), maxDepth, look, effort === 'shown');
}

/** What is known at a point: the task after the answers given, and the questions still open, in order of their ids. */
interface State {
  readonly task: PlanningTask;
  /** The numbers of these answers, the lowest first, in whatever order they were given. */
  readonly given: readonly number[];
  /** These as one text. */
  readonly key: string;
  readonly open: readonly PlanQuestion[];
  /** Ids of the questions that stay without an answer, in order. */
  readonly unanswered: readonly string[];
}

function stateOf(
  task: PlanningTask,
  given: readonly number[],
  open: readonly PlanQuestion[],
  unanswered: readonly string[],
): State {
  return { task, given, key: given.join(), open, unanswered };
}

/** Plans and best questions by the answers that lead to them, in whatever order these were given. */
interface LookAhead {
  readonly effort: Effort;
  /** Whether every question is looked at with what may be asked after it, however many there are. */
  readonly whole: boolean;
  readonly plans: Map<string, Plan>;
  readonly best: Map<string, Best>;
  /** The number of the first answer of each question; those of the others follow it. */
  readonly firstOf: ReadonlyMap<PlanQuestion, number>;
}

function firstNumbers(questions: readonly PlanQuestion[]): ReadonlyMap<PlanQuestion, number> {
  const first = new Map<PlanQuestion, number>();
  let number = 0;
  for (const question of questions) {
    first.set(question, number);
    number += question.answers.length;
  }
  return first;
}

/** D(p, depth), and the question that reaches it; undefined where the plan alone does. */
interface Best {
  readonly minutes: number;
  readonly question: PlanQuestion | undefined;
}

interface Branch {
  readonly answer: string;
  readonly probability: number;
  readonly state: State;
}

function nodeOf(state: State, depth: number, look: LookAhead, prove: boolean): DiagnosisNode {
  const { question } = bestOf(state, depth, look);
  const values = depth > 0 ? state.open.map((open) => valueOf(state, open, open === question, look)) : [];
  const plan = prove ? planOf(state.task) : planAt(state, look);
  const { task } = state;
  if (!question) return { task, plan, values, expectedMinutes: plan.expectedMinutes, next: undefined };
  const branches = branchesOf(state, question, look).map(({ answer, probability, state: below }) => ({
    answer,
    probability,
    node: nodeOf(below, depth - 1, look, prove),
  }));
  const expectedMinutes = branches.reduce(
    (sum, { probability, node }) => sum + probability * node.expectedMinutes,
    question.minutes,
  );
  const unsure = depth > 1 ? nodeOf(withoutAnswer(state, question), depth - 1, look, prove) : undefined;
  const next = { question: question.id, branches, unsure: unsure?.next && unsure };
  return { task, plan, values, expectedMinutes, next };
}

function withoutAnswer(state: State, question: PlanQuestion): State {
  const { task, given, open, unanswered } = state;
  return stateOf(
    task,
    given,
    open.filter((other) => other !== question),
    [...unanswered, question.id].sort(compareText),
  );
}

function bestOf(state: State, depth: number, look: LookAhead): Best {
  const key = `${depth} ${state.key} ${state.unanswered.join(' ')}`;
  const known = look.best.get(key);
  if (known) return known;
  let best: Best = { minutes: planAt(state, look).expectedMinutes, question: undefined };
  if (depth > 0) {
    const deeper = depth > 1 ? worthLooking(state, look) : new Set<PlanQuestion>();
    for (const question of state.open) {
      const minutes = minutesAsking(state, question, look, deeper.has(question) ? depth - 1 : 0);
      if (minutes < best.minutes - leastGain) best = { minutes, question };
    }
  }
  look.best.set(key, best);
  return best;
}

/** Expected minutes when this question is asked now, and after it whatever pays, at most `depth` questions. */
function minutesAsking(state: State, question: PlanQuestion, look: LookAhead, depth: number): number {
  return branchesOf(state, question, look).reduce(
    (sum, branch) => sum + branch.probability * bestOf(branch.state, depth, look).minutes,
    question.minutes,
  );
}

function worthLooking(state: State, look: LookAhead): ReadonlySet<PlanQuestion> {
  if (look.whole || state.open.length <= widest) return new Set(state.open);
  const atOnce = state.open.map((question) => ({
    question,
    minutes: minutesAsking(state, question, look, 0),
  }));
  atOnce.sort((a, b) => a.minutes - b.minutes || compareText(a.question.id, b.question.id));
  return new Set(atOnce.slice(0, narrow).map(({ question }) => question));
}

function valueOf(state: State, question: PlanQuestion, chosen: boolean, look: LookAhead): QuestionValue {
  const now = planAt(state, look).expectedMinutes;
  const { id, minutes } = question;
  const asked = minutesAsking(state, question, look, 0);
  return { question: id, saves: now + minutes - asked, minutes, pays: chosen || asked < now - leastGain };
}

function branchesOf(
  { task, given, open, unanswered }: State,
  question: PlanQuestion,
  { firstOf }: LookAhead,
): readonly Branch[] {
  const rest = open.filter((other) => other !== question);
  return question.answers.flatMap((answer, at): Branch[] => {
    const after = afterAnswer(task, answer);
    if (!after) return [];
    const all = [...given, firstOf.get(question)! + at].sort((a, b) => a - b);
    const { probability } = after;
    return [{ answer: answer.id, probability, state: stateOf(after.task, all, rest, unanswered) }];
  });
}

function planAt({ task, key }: State, look: LookAhead): Plan {
  const found = look.plans.get(key) ?? planOf(task, look.effort);
  look.plans.set(key, found);
  return found;
}
