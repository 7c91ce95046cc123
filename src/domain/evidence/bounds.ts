import { chanceOf, priorOf } from '../advice/planning-task.ts';
import type { Solution } from '../knowledge/article.ts';
import { entryOf, type KnowledgeBase } from '../knowledge/knowledge-base.ts';
import { nearestWord, shiftWeight, weightOf, type Weight } from '../knowledge/likelihood.ts';

/** Reports move a number by so many levels of its word at most: whoever buys reports can do no more, and the rest is the author's to say. */
const mostLevels = 1;
/** How many times likelier or less likely something else can become. */
const mostForUnknown = 4;

/** A learned chance of an edge within its bounds, in short digits. */
export function boundedChance(base: KnowledgeBase, edge: Solution, learned: number): number {
  const [least, most] = reachOf(chanceOf(base, edge.cause, edge.works));
  return short(Math.min(most, Math.max(least, learned)));
}

/** The learned probabilities of the causes of a symptom within their bounds; with what is left for something else they add up to 1. */
export function boundedCauses(
  base: KnowledgeBase,
  symptom: string,
  learned: ReadonlyMap<string, number>,
): ReadonlyMap<string, number> {
  const edges = new Map((base.causesOf.get(symptom) ?? []).map((edge) => [edge.cause, edge.likelihood]));
  const words = priorOf(base, entryOf(base.symptoms, symptom));
  const bounds = words.map(({ id, probability }) => {
    const word = edges.get(id) ?? 'sometimes';
    const [least, most] = reachOf(word);
    const now = weightOf(word) || 1;
    return [(probability * least) / now, (probability * most) / now] as const;
  });
  const unknown = Math.max(0, 1 - words.reduce((sum, { probability }) => sum + probability, 0));
  const known = words.reduce((sum, { id }) => sum + (learned.get(id) ?? 0), 0);
  const values = fitted(
    [...words.map(({ id, probability }) => learned.get(id) ?? probability), Math.max(0, 1 - known)],
    [...bounds, [unknown / mostForUnknown, unknown * mostForUnknown] as const],
  );
  return new Map(words.map(({ id }, index) => [id, short(values[index] ?? 0)]));
}

/** The least and the largest number that reports can make of one. */
function reachOf(weight: Weight): readonly [least: number, most: number] {
  const word = nearestWord(weight);
  const value = weightOf(weight);
  const level = (levels: number): number => weightOf(shiftWeight(word, levels));
  return [Math.min(value, level(-mostLevels)), Math.max(value, level(mostLevels))];
}

/** Values that add up to 1, each within its bounds: what one may not take, the others share as they stand. */
function fitted(
  values: readonly number[],
  bounds: readonly (readonly [number, number])[],
): readonly number[] {
  let now = values.map((value, at) => clamp(value, bounds[at]!));
  for (let round = 0; round < 50; round++) {
    const sum = now.reduce((all, value) => all + value, 0);
    if (!(sum > 0) || Math.abs(sum - 1) < 1e-12) break;
    now = now.map((value, at) => clamp(value / sum, bounds[at]!));
  }
  return now;
}

function clamp(value: number, [least, most]: readonly [number, number]): number {
  return Math.min(most, Math.max(least, value));
}

/** Digits beyond these say nothing, and stay the same on every machine. */
function short(value: number): number {
  return Number(value.toFixed(6));
}
