import type { Candidate } from './engine.ts';
import type { Passage, PassageKind, Profile } from './passages.ts';
import type { QueryKnowledge, SearchQuery, Slot } from './query.ts';

/** What speaks for an article; each figure is 0–1 unless it says otherwise. */
export interface Signs {
  /** Likeness of the query and the likest title, screen text or alias, as wholes. */
  readonly like: number;
  /** The same for the second likest. */
  readonly second: number;
  /** The share of such a text that the query says, times the share of the query that it says. */
  readonly exact: number;
  /** Neighbours in the query that are neighbours in the likest text. */
  readonly order: number;
  /** Near 1 only when one sentence, step or fact holds the whole query. */
  readonly whole: number;
  /** Likeness of the query and the best sentence, step or fact. */
  readonly sentence: number;
  /** The share of the query that stands anywhere in the article. */
  readonly covered: number;
  /** Score in MiniSearch, as a share of the best one's. */
  readonly base: number;
  /** How much more often the article says these words than others do (logarithm; set off against the best candidate). */
  readonly topic: number;
  /** Set for what the way of asking speaks for or against. */
  readonly howFix: number;
  readonly reportSymptom: number;
  readonly reportFix: number;
  /** Long stories tell of what one sees. */
  readonly story: number;
  /** 1 for an explanation of a word that was not asked for, below 0 for one that was. */
  readonly term: number;
}

/** An article that answers, and why. */
export interface Ranked extends Candidate {
  readonly score: number;
  readonly signs: Signs;
  /** The share of the query that the best single text of the article says. */
  readonly near: number;
  readonly best: Passage | undefined;
}

/** How much each sign counts; fitted to judged queries by `e2e/bench/fit-search.ts`. */
export const weights: Readonly<Record<keyof Signs, number>> = {
  like: 0.4,
  second: 0.96,
  exact: 2.62,
  order: 2.62,
  whole: 4.39,
  sentence: 2.03,
  covered: 1.66,
  base: 0.95,
  topic: 1.38,
  howFix: 1.29,
  reportSymptom: 0.29,
  reportFix: -1.91,
  story: 1.4,
  term: -3.76,
};

/** Trust in a meaning that other words express, in another form of the word, and where one text says "not" and the other does not. */
const trust = { meaning: 0.8, form: 0.93, denied: 0.65 };
/** How much words of a text that were not asked for count against it: 0 not at all, 1 as much as possible. */
const strictness = { name: 0.55, sentence: 0.2 };
const names: Readonly<Partial<Record<PassageKind, number>>> = {
  title: 1,
  short: 0.95,
  says: 1.05,
  alias: 0.97,
};

/** Every term that the query can stand for, with the trust in it. */
export function termsOf({ slots }: SearchQuery): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  const add = (term: string, sure: number): void => {
    found.set(term, Math.max(found.get(term) ?? 0, sure));
  };
  for (const { terms, meanings } of slots) {
    for (const [term, sure] of terms) add(term, sure);
    for (const id of meanings) add(id, trust.meaning / 2);
  }
  return found;
}

/** Likeness from which on a text is what was typed. */
const exactly = 0.94;

/** Orders the candidates, best first. */
export function rank(
  query: SearchQuery,
  candidates: readonly Candidate[],
  knowledge: Pick<QueryKnowledge, 'weightOf' | 'shareOf'>,
): readonly Ranked[] {
  const read = candidates.map((candidate) => readSigns(query, candidate, knowledge));
  const topic = Math.max(...read.map(({ signs }) => signs.topic));
  const ranked = read
    .map((each) => ({ ...each, signs: { ...each.signs, topic: (each.signs.topic - topic) / 3 } }))
    .map((each) => ({ ...each, score: scoreOf(each.signs) }))
    .sort((a, b) => b.score - a.score || (a.profile.article.path < b.profile.article.path ? -1 : 1));
  const [first, second, ...rest] = ranked;
  // Who wants a word explained asks for it; for others, an article comes first.
  const explains = first?.profile.article.kind === 'term' && query.asks !== 'why';
  return second && explains ? [second, first, ...rest] : ranked;
}

/** The signs, weighed. */
export function scoreOf(signs: Signs): number {
  return Object.entries(weights).reduce(
    (sum, [sign, weight]) => sum + weight * signs[sign as keyof Signs],
    0,
  );
}

function readSigns(
  query: SearchQuery,
  candidate: Candidate,
  knowledge: Pick<QueryKnowledge, 'weightOf' | 'shareOf'>,
): Omit<Ranked, 'score'> {
  const { article, passages, counts } = candidate.profile;
  const compared = compare(query, passages, knowledge);
  const named = compared.filter(({ passage }) => names[passage.kind] !== undefined);
  const told = compared.filter(({ passage }) => names[passage.kind] === undefined);
  named.sort((a, b) => b.like - a.like);
  const most = (list: readonly Comparison[], of: (each: Comparison) => number): number =>
    list.reduce((best, each) => Math.max(best, of(each)), 0);
  const [first, second] = named;
  const is = (...all: readonly boolean[]): number => (all.every(Boolean) ? 1 : 0);
  const { kind } = article;
  const top = [...compared].sort((a, b) => b.like - a.like)[0];
  return {
    ...candidate,
    near: most(compared, ({ share }) => share),
    best: top?.passage,
    signs: {
      like: first?.like ?? 0,
      second: second?.like ?? 0,
      exact: most(named, ({ share, said, passage }) => (passage.terms.length > 1 ? share * said : 0)),
      order: (first?.order ?? 0) * (first?.like ?? 0),
      whole: most(told, ({ share }) => share) ** 6,
      sentence: most(told, ({ like }) => like),
      covered: heldShare(query.slots, counts),
      base: candidate.base,
      topic: topicOf(query, candidate.profile, knowledge),
      howFix: is(kind === 'fix', query.asks === 'how'),
      reportSymptom: is(kind === 'symptom', query.asks === 'report'),
      reportFix: is(kind === 'fix', query.asks === 'report'),
      story: kind === 'symptom' ? Math.min(1, query.slots.length / 8) : 0,
      term: kind !== 'term' ? 0 : query.asks === 'why' && (first?.like ?? 0) > exactly ? -0.5 : 1,
    },
  };
}

/** A text held against the query. */
interface Comparison {
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

function heldBy({ terms, meanings }: Slot, held: { readonly has: (term: string) => boolean }): number {
  let best = 0;
  for (const [term, sure] of terms) if (sure > best && held.has(term)) best = sure;
  return best < trust.meaning && meanings.some((id) => held.has(id)) ? trust.meaning : best;
}

function heldShare(slots: readonly Slot[], held: { readonly has: (term: string) => boolean }): number {
  const asked = slots.reduce((sum, { weight }) => sum + weight, 0);
  return slots.reduce((sum, slot) => sum + slot.weight * heldBy(slot, held), 0) / asked;
}

/** Naive Bayes: for each word, the logarithm of how much likelier it is in this article than anywhere. */
function topicOf(
  { slots }: SearchQuery,
  { counts, length }: Profile,
  { shareOf }: Pick<QueryKnowledge, 'shareOf'>,
): number {
  const likelier = (term: string): number =>
    Math.log(((counts.get(term) ?? 0) / shareOf(term) + smoothing) / (length + smoothing));
  let sum = 0;
  for (const { terms, meanings } of slots) {
    const readings = [...terms, ...meanings.map((id) => [id, 0.6] as const)];
    if (readings.length > 0) sum += Math.max(...readings.map(([term, sure]) => sure * likelier(term)));
  }
  return sum;
}

/** Occurrences of any word that every article is taken to have had by chance. */
const smoothing = 30;
