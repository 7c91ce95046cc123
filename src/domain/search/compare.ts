import type { Passage, PassageKind } from './passages.ts';
import type { QueryKnowledge, SearchQuery, Slot } from './query.ts';

/** Trust in a meaning that other words express, in another form of the word, and where one text says "not" and the other does not. */
export const trust = { meaning: 0.8, form: 0.93, denied: 0.65 };
/** How much words of a text that were not asked for count against it: 0 not at all, 1 as much as possible. */
const strictness = { name: 0.55, sentence: 0.2 };
/** How much likeness to a text counts that names the article. */
export const names: Readonly<Partial<Record<PassageKind, number>>> = {
  title: 1,
  short: 0.95,
  says: 1.05,
  alias: 0.97,
};

/** A text held against the query. */
export interface Comparison {
  readonly passage: Passage;
  /** The share of the query that the text says, by weight. */
  readonly share: number;
  /** The share of the text that the query says. */
  readonly said: number;
  readonly like: number;
  readonly order: number;
}

/** Compares every text that says something of the query. */
export function compare(
  { slots }: SearchQuery,
  passages: readonly Passage[],
  { weightOf }: Pick<QueryKnowledge, 'weightOf'>,
): Comparison[] {
  const sought = new Set(
    slots.flatMap(({ terms, meanings }) => [...terms.map(([term]) => term), ...meanings]),
  );
  const asked = slots.reduce((sum, { weight }) => sum + weight, 0);
  const found: Comparison[] = [];
  for (const passage of passages) {
    let some = false;
    for (const term of sought) if (passage.all.has(term)) some = true;
    if (!some) continue;
    let common = 0;
    let pairs = 0;
    let before = -2;
    for (const slot of slots) {
      const { value, place } = valueOf(slot, passage);
      if (value > 0 && place >= 0 && before >= 0 && place > before && place <= before + 2) pairs += 1;
      before = value > 0 ? place : -2;
      common += value * slot.weight;
    }
    const own = passage.terms.reduce((sum, term) => sum + weightOf(term), 0);
    const share = Math.min(1, common / asked);
    const said = Math.min(1, common / Math.max(own, common));
    const name = names[passage.kind];
    const strict = name === undefined ? strictness.sentence : strictness.name;
    found.push({
      passage,
      share,
      said,
      like: (name ?? 1) * share ** (1 - strict) * said ** strict,
      order: slots.length > 1 ? pairs / (slots.length - 1) : 1,
    });
  }
  return found;
}

/** How well a text says one word of the query, and at which of its terms (-1: by its meaning). */
function valueOf(
  slot: Slot,
  { all, terms, words, denied, kind }: Passage,
): { readonly value: number; readonly place: number } {
  let value = heldBy(slot, all);
  if (value === 0) return { value, place: -1 };
  const place = terms.findIndex((term) => slot.terms.some(([own]) => own === term));
  if (place >= 0) {
    if (slot.terms[0]?.[1] === 1 && !words.has(slot.word)) value *= trust.form;
    if (names[kind] !== undefined && denied.has(terms[place] ?? '') !== slot.denied) value *= trust.denied;
  }
  return { value, place };
}

/** The trust (0–1) in that an article or a text says a word of the query. */
export function heldBy({ terms, meanings }: Slot, held: { readonly has: (term: string) => boolean }): number {
  let best = 0;
  for (const [term, sure] of terms) if (sure > best && held.has(term)) best = sure;
  return best < trust.meaning && meanings.some((id) => held.has(id)) ? trust.meaning : best;
}
