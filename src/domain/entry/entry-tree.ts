import { answerLikelihoods } from '../advice/evidence.ts';
import { jointTaskOf, type Mix } from '../advice/joint-plan.ts';
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import { weightOf } from '../knowledge/likelihood.ts';
import type { Start, StartQuestion } from '../knowledge/start.ts';
import { planOf, type Effort } from '../plan/plan.ts';
import { compareText } from '../values/compare.ts';
import { questionDepth } from '../plan/question-depth.ts';

/** A point of the first questions: which symptoms it may be, what a joint plan takes from here, and the question to ask, if one pays. */
export interface EntryNode {
  readonly mix: Mix;
  /** ECR of the joint plan for this mix, in minutes. */
  readonly minutes: number;
  /** Minutes expected with the questions asked below. */
  readonly expectedMinutes: number;
  /** The symptom that it is, where little doubt remains: the answer leads to its page. */
  readonly sure: string | undefined;
  readonly next: EntryBranching | undefined;
}

export interface EntryBranching {
  readonly question: StartQuestion;
  readonly branches: readonly {
    readonly answer: string;
    readonly probability: number;
    readonly node: EntryNode;
  }[];
}

/** From this probability on, twice that of all the others together, an answer leads to the symptom's own page. */
export const sureFrom = 2 / 3;
/** What is less likely than this plays no part in choosing a question. */
const leastShare = 0.01;
/** Minutes that a question must save beyond its own: each one is one more page for a reader in a hurry. */
const leastGain = 1;
/** Where fewer readers than this share arrive, nothing more is asked: each answer would be a page for almost nobody. */
const leastReach = 0.02;

/** How likely readers come with each symptom, before any question: by the words of `common`. */
export function startMixOf(base: KnowledgeBase, start: Start | undefined): Mix {
  const weights = [...base.symptoms.keys()].map(
    (id) => [id, weightOf(start?.common[id] ?? 'sometimes')] as const,
  );
  const sum = weights.reduce((total, [, weight]) => total + weight, 0);
  return new Map(weights.map(([id, weight]) => [id, weight / sum]));
}

/**
 * The tree of first questions with the fewest expected minutes, at most three in a row, by full look-ahead:
 * D(mix, d) = min( ECR(mix), min over q of minutes(q) + Σ P(a) · D(mix | a, d − 1) ). Nothing is asked where the symptom is sure, where hardly anybody
 * arrives, or for less than a minute. Questions
 * are compared by plans of the given effort. Ties go to asking nothing, then to the question that the author wrote first.
 */
export function entryTreeOf(base: KnowledgeBase, start: Start, effort: Effort = 'rough'): EntryNode {
  const look: LookAhead = { base, effort, minutes: new Map(), best: new Map() };
  return nodeOf(
    { mix: startMixOf(base, start), reach: 1, given: [], open: start.questions },
    questionDepth,
    look,
  );
}

const found = new WeakMap<KnowledgeBase, { readonly start: Start; readonly tree: EntryNode }>();

/** The tree of the first questions of a knowledge base, worked out once: the check and the pages ask for the same. */
export function firstTreeOf(base: KnowledgeBase, start: Start): EntryNode {
  const before = found.get(base);
  if (before?.start === start) return before.tree;
  const tree = entryTreeOf(base, start);
  found.set(base, { start, tree });
  return tree;
}

/** The probability of an answer, and the mix after it; P(answer | symptom) from the words of its `likely`. */
export function mixAfter(
  mix: Mix,
  question: StartQuestion,
  answer: string,
): { readonly probability: number; readonly mix: Mix } {
  const weighted = [...mix].map(
    ([id, share]) => [id, share * (answerLikelihoods(question, id).get(answer) ?? 0)] as const,
  );
  const probability = weighted.reduce((sum, [, weight]) => sum + weight, 0);
  return { probability, mix: new Map(weighted.map(([id, weight]) => [id, weight / probability])) };
}

/** The symptom that this mix leaves little doubt of, if there is one. */
export function sureOf(mix: Mix): string | undefined {
  return [...mix].find(([, share]) => share >= sureFrom)?.[0];
}

interface State {
  readonly mix: Mix;
  /** The share of readers who arrive here, if they are asked this. */
  readonly reach: number;
  readonly given: readonly string[];
  readonly open: readonly StartQuestion[];
}

/** What was found, by the answers that lead there in whatever order. */
interface LookAhead {
  readonly base: KnowledgeBase;
  readonly effort: Effort;
  readonly minutes: Map<string, number>;
  readonly best: Map<string, Best>;
}

interface Best {
  readonly minutes: number;
  readonly question: StartQuestion | undefined;
}

function nodeOf(state: State, depth: number, look: LookAhead): EntryNode {
  const best = bestOf(state, depth, look);
  const { question } = best;
  return {
    mix: state.mix,
    minutes: minutesOf(state, look),
    expectedMinutes: best.minutes,
    sure: sureOf(state.mix),
    next: question && {
      question,
      branches: branchesOf(state, question).map(({ answer, probability, state: below }) => ({
        answer,
        probability,
        node: nodeOf(below, depth - 1, look),
      })),
    },
  };
}

function bestOf(state: State, depth: number, look: LookAhead): Best {
  const key = `${depth} ${keyOf(state)}`;
  const known = look.best.get(key);
  if (known) return known;
  const now = minutesOf(state, look);
  let best: Best = { minutes: now, question: undefined };
  if (depth > 0 && state.reach >= leastReach && sureOf(state.mix) === undefined)
    for (const question of state.open) {
      const minutes = branchesOf(state, question).reduce(
        (sum, branch) => sum + branch.probability * bestOf(branch.state, depth - 1, look).minutes,
        question.minutes,
      );
      if (minutes < Math.min(best.minutes, now - leastGain)) best = { minutes, question };
    }
  look.best.set(key, best);
  return best;
}

function branchesOf(
  { mix, reach, given, open }: State,
  question: StartQuestion,
): readonly { readonly answer: string; readonly probability: number; readonly state: State }[] {
  const rest = open.filter((other) => other !== question);
  return question.answers.map(({ id }) => {
    const after = mixAfter(mix, question, id);
    return {
      answer: id,
      probability: after.probability,
      state: {
        mix: after.mix,
        reach: reach * after.probability,
        given: [...given, `${question.id}/${id}`],
        open: rest,
      },
    };
  });
}

/** ECR of the joint plan; of what is likely enough to matter, as if that were all. */
function minutesOf(state: State, { base, effort, minutes }: LookAhead): number {
  const key = keyOf(state);
  const known = minutes.get(key);
  if (known !== undefined) return known;
  const found = planOf(jointTaskOf(base, likelyOf(state.mix)), effort).expectedMinutes;
  minutes.set(key, found);
  return found;
}

function likelyOf(mix: Mix): Mix {
  const likely = [...mix].filter(([, share]) => share >= leastShare);
  const sum = likely.reduce((total, [, share]) => total + share, 0);
  return sum > 0 ? new Map(likely.map(([id, share]) => [id, share / sum])) : mix;
}

function keyOf({ given }: State): string {
  return [...given].sort(compareText).join(' ');
}
