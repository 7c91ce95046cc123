import {
  modelOf,
  type CaseState,
  type LearningCase,
  type LearningSession,
  type Model,
  type SessionState,
} from './learning-model.ts';
import { weightOfWords } from './weight-of-words.ts';

/** Probabilities of causes by symptom, chances by move and cause. */
export interface Estimates {
  readonly causes: ReadonlyMap<string, ReadonlyMap<string, number>>;
  readonly works: ReadonlyMap<string, ReadonlyMap<string, number>>;
  /** Log likelihood of the sessions before each round and after the last, with the log of the prior added: it never falls. */
  readonly fit: readonly number[];
  /** Log likelihood of the sessions alone, under the authors' words and under the estimates. */
  readonly likelihood: readonly [before: number, after: number];
}

const mostRounds = 500;
const settled = 1e-9;

/**
 * Expectation maximisation over whole sessions, with the authors' words as prior. A session whose reader has cause j has the chance
 * p_j · Π (1 − s_ij) over what did not help, · s_Kj where the last one worked; p_j = (A p⁰_j + Σ r_sj)/(A + N), s_ij = (B s⁰_ij + Σ r_sj [i
 * worked])/(B + Σ r_sj [i tried]). The chance that it is something else is learned too, and no fix solves that. Sessions that the graph
 * rules out say nothing. Without sessions the estimates are the words. Where devices do not always tell the truth, that a reader stopped
 * tells something too, since who is helped stops: the chance to stop after as many fixes in vain is then learned with the rest.
 */
export function estimate(
  cases: readonly LearningCase[],
  sessions: readonly LearningSession[],
  weights: { readonly causes: number; readonly works: number } = weightOfWords,
): Estimates {
  const model = modelOf(cases, sessions);
  const fit: number[] = [];
  let first: number | undefined;
  let last = 0;
  for (let round = 0; ; round++) {
    const expected = expectationsOf(model);
    last = expected.likelihood;
    first ??= last;
    fit.push(last + priorOf(model, weights));
    if (round === mostRounds || maximise(model, expected, weights) < settled) break;
  }
  return {
    causes: new Map(
      model.cases.map(({ of, now }) => [
        of.symptom,
        new Map(of.causes.map(({ id }, j) => [id, now[j]!] as const)),
      ]),
    ),
    works: new Map(
      [...model.moves].map(([move, edges]) => [
        move,
        new Map([...edges].map(([cause, edge]) => [cause, model.now[edge]!] as const)),
      ]),
    ),
    fit,
    likelihood: [first, last],
  };
}

/** What the sessions say, under what is believed now: numbers of readers, which need not be whole. */
interface Expected {
  readonly likelihood: number;
  readonly readers: readonly Float64Array[];
  /** By case and number of fixes tried in vain: readers who stopped there, and readers who were there. */
  readonly stopped: readonly (readonly [stopped: Float64Array, there: Float64Array])[];
  readonly tried: Float64Array;
  readonly worked: Float64Array;
}

function expectationsOf({ cases, now }: Model): Expected {
  const tried = new Float64Array(now.length);
  const worked = new Float64Array(now.length);
  let likelihood = 0;
  const stopped = cases.map(
    ({ stops }) => [new Float64Array(stops.length), new Float64Array(stops.length)] as const,
  );
  const readers = cases.map((state, index) => {
    const sums = new Float64Array(state.now.length);
    const [ended, there] = stopped[index]!;
    for (const session of state.sessions) {
      const { share, success, total } = chancesOf(session, state, now);
      if (!(total > 0)) continue;
      likelihood += session.times * Math.log(total);
      for (let j = 0; j < sums.length; j++) {
        const readersWith = (session.times * share[j]!) / total;
        sums[j]! += readersWith;
        for (const edges of session.edges) if (edges[j]! >= 0) tried[edges[j]!]! += readersWith;
        const last = session.edges.at(-1)?.[j] ?? -1;
        if (last >= 0) worked[last]! += (session.times * success[j]!) / total;
      }
      if (state.stops.length > 0) {
        const tries = session.edges.length;
        const inVain = session.times * (1 - success.reduce((sum, value) => sum + value, 0) / total);
        for (let k = 1; k < tries; k++) there[k]! += session.times;
        there[tries]! += inVain;
        ended[tries]! += inVain;
      }
    }
    return sums;
  });
  return { likelihood, readers, stopped, tried, worked };
}

/** For each cause, the chance of the cause and of this session; `success` is the part of it in which the last fix truly worked. */
function chancesOf(
  { edges, likely, truth, worked }: SessionState,
  { now: causes, stops }: CaseState,
  chances: Float64Array,
): { readonly share: Float64Array; readonly success: Float64Array; readonly total: number } {
  const share = new Float64Array(causes.length);
  const success = new Float64Array(causes.length);
  let total = 0;
  const stop = stops[edges.length] ?? 1;
  const goesOn = edges.slice(1).reduce((product, _, k) => product * (1 - (stops[k + 1] ?? 0)), 1);
  for (let j = 0; j < causes.length; j++) {
    let before = goesOn * causes[j]! * likely[j]!;
    let last = 0;
    for (const [k, own] of edges.entries()) {
      const chance = own[j]! >= 0 ? chances[own[j]!]! : 0;
      if (k < edges.length - 1) before *= 1 - chance;
      else last = chance;
    }
    success[j] = before * last * (worked ? truth : 1 - truth);
    share[j] = success[j]! + before * (1 - last) * stop * (worked ? 1 - truth : truth);
    total += share[j]!;
  }
  return { share, success, total };
}

/** Sets what is believed to what fits the expectations best; gives the largest change. */
function maximise(
  { cases, words, now }: Model,
  { readers, stopped, tried, worked }: Expected,
  weights: { readonly causes: number; readonly works: number },
): number {
  let change = 0;
  const set = (values: Float64Array, at: number, value: number): void => {
    change = Math.max(change, Math.abs(value - values[at]!));
    values[at] = value;
  };
  for (const [index, state] of cases.entries()) {
    const sums = readers[index]!;
    const [ended, there] = stopped[index]!;
    for (let k = 0; k < there.length; k++) if (there[k]! > 0) set(state.stops, k, ended[k]! / there[k]!);
    const total = sums.reduce((sum, value) => sum + value, 0);
    if (total > 0)
      for (let j = 0; j < sums.length; j++)
        set(state.now, j, (weights.causes * state.words[j]! + sums[j]!) / (weights.causes + total));
  }
  for (let edge = 0; edge < now.length; edge++)
    if (tried[edge]! > 0)
      set(now, edge, (weights.works * words[edge]! + worked[edge]!) / (weights.works + tried[edge]!));
  return change;
}

/** Log of the prior, short of a constant: as if the words were reports themselves. */
function priorOf(
  { cases, words, now }: Model,
  weights: { readonly causes: number; readonly works: number },
): number {
  const part = (weight: number, value: number): number => (weight > 0 ? weight * Math.log(value) : 0);
  let sum = 0;
  for (const state of cases)
    for (const [j, word] of state.words.entries()) sum += part(weights.causes * word, state.now[j]!);
  for (const [edge, word] of words.entries())
    sum += part(weights.works * word, now[edge]!) + part(weights.works * (1 - word), 1 - now[edge]!);
  return sum;
}
