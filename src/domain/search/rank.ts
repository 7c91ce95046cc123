import {
  fieldBits,
  kindLetters,
  type SearchCore,
  type SearchEntry,
  type SearchPlace,
  type SearchShard,
} from './index.ts';
import type { Terms } from './language.ts';
import type { SearchQuery, Slot, Wording } from './query.ts';
import { wordsIn } from './text.ts';
import type { Vocabulary } from './vocabulary.ts';

/** An article that holds words of the query. */
export interface Candidate {
  readonly article: number;
  /** 0–1 */
  readonly score: number;
  /** The share of the query (0–1, by importance) that the article holds anywhere; guesses and synonyms count less. */
  readonly covered: number;
}

/** A ranked article, with the places in it that answer better than its title does. */
export interface Ranked extends Candidate {
  readonly places: readonly SearchPlace[];
}

const fieldWeights: readonly (readonly [bit: number, weight: number])[] = [
  [fieldBits.title, 1],
  [fieldBits.says, 1],
  [fieldBits.alias, 0.8],
  [fieldBits.summary, 0.55],
  [fieldBits.place, 0.5],
  [fieldBits.body, 0.3],
];

/** The terms whose postings a query needs. */
export function termsOfQuery(query: SearchQuery): readonly string[] {
  return [
    ...new Set(
      query.wordings.flatMap(({ slots }) =>
        slots.flatMap(({ alternatives }) => alternatives.map(({ term }) => term)),
      ),
    ),
  ];
}

/** First pass, over the postings: articles that hold enough of the query, best first. */
export function findCandidates(
  query: SearchQuery,
  postings: SearchShard,
  vocabulary: Vocabulary,
): readonly Candidate[] {
  const best = new Map<number, Candidate>();
  for (const wording of query.wordings.filter(({ quoted }) => quoted !== true)) {
    for (const { article, score, covered } of scoreWording(wording, postings, vocabulary)) {
      const known = best.get(article);
      best.set(article, {
        article,
        score: Math.max(known?.score ?? 0, score),
        covered: Math.max(known?.covered ?? 0, covered),
      });
    }
  }
  return [...best.values()].sort((a, b) => b.score - a.score || a.article - b.article);
}

function scoreWording(
  { weight, slots }: Wording,
  postings: SearchShard,
  vocabulary: Vocabulary,
): readonly Candidate[] {
  const scores = new Map<number, { score: number; covered: number }>();
  const whole = slots.reduce((sum, slot) => sum + importanceOf(slot, vocabulary), 0);
  for (const slot of slots) {
    const importance = importanceOf(slot, vocabulary);
    const found = new Map<number, { value: number; covered: number }>();
    for (const { term, weight: trust } of slot.alternatives) {
      for (const [article, bits] of readPostings(postings[term])) {
        const value = trust * strengthOf(bits);
        if (value > (found.get(article)?.value ?? 0)) found.set(article, { value, covered: trust });
      }
    }
    for (const [article, { value, covered }] of found) {
      const sum = scores.get(article) ?? { score: 0, covered: 0 };
      scores.set(article, {
        score: sum.score + importance * value,
        covered: sum.covered + importance * covered,
      });
    }
  }
  return [...scores].map(([article, { score, covered }]) => ({
    article,
    score: weight * (score / whole) * (0.5 + 0.5 * (covered / whole)),
    covered: weight * (covered / whole),
  }));
}

/** A word counts by how much its likeliest reading tells; one that is nowhere, half as much as the rarest could. */
function importanceOf({ alternatives }: Slot, vocabulary: Vocabulary): number {
  const first = alternatives[0];
  return first ? vocabulary.idfOf(first.term) : vocabulary.idfOf('') / 2;
}

function strengthOf(bits: number): number {
  let best = 0;
  let rest = 0;
  for (const [bit, weight] of fieldWeights) {
    if (!(bits & bit)) continue;
    if (best === 0) best = weight;
    else rest += weight;
  }
  return Math.min(1, best * 0.85 + rest * 0.06);
}

function* readPostings(
  list: readonly number[] | undefined,
): Generator<readonly [article: number, bits: number]> {
  let article = 0;
  for (const posting of list ?? []) {
    article += Math.floor(posting / 64);
    yield [article, posting % 64];
  }
}

/** What the second pass knows. */
export interface RankKnowledge {
  readonly core: Pick<SearchCore, 'kinds'>;
  readonly vocabulary: Vocabulary;
  readonly phrasesOf: (entry: SearchEntry) => readonly Phrase[];
}

/** A phrase of an article with its terms; `weight` says how much a match of the whole phrase is worth. */
export interface Phrase {
  readonly terms: readonly string[];
  readonly words: ReadonlySet<string>;
  readonly weight: number;
  readonly onScreen: boolean;
  readonly place?: SearchPlace | undefined;
}

// `balance` is how much words of the phrase that were not asked for count against it: 0 not at all, 1 as much as possible.
export const rankWeights = {
  title: 1,
  short: 0.95,
  says: 1.1,
  alias: 0.95,
  summary: 0.55,
  heading: 0.55,
  step: 0.7,
  phrases: 0.6,
  symptom: 1,
  cause: 0.94,
  fix: 0.97,
  asked: 1.12,
  report: 1.08,
  onScreen: 1.12,
  otherForm: 0.95,
  second: 0.2,
  third: 0.1,
  balance: 0.55,
  order: 0.07,
};

/** Second pass, over the entries of the best candidates: how alike the query is to one phrase of the article, as a whole. */
export function rankEntries(
  query: SearchQuery,
  candidates: readonly (Candidate & { readonly entry: SearchEntry })[],
  knowledge: RankKnowledge,
): readonly Ranked[] {
  return candidates
    .map((candidate) => rankEntry(query, candidate, knowledge.phrasesOf(candidate.entry), knowledge))
    .sort((a, b) => b.score - a.score || a.article - b.article);
}

function rankEntry(
  query: SearchQuery,
  candidate: Candidate,
  phrases: readonly Phrase[],
  { core, vocabulary }: RankKnowledge,
): Ranked {
  const matches = phrases
    .map((phrase) => ({
      phrase,
      value: Math.max(
        ...query.wordings.map(
          (wording) => wording.weight * similarity(wording, phrase, vocabulary) * phrase.weight,
        ),
      ),
    }))
    .sort((a, b) => b.value - a.value);
  const [first = 0, second = 0, third = 0] = matches.map(({ value }) => value);
  const kind = core.kinds.charAt(candidate.article);
  const score =
    (rankWeights.phrases *
      ((1 - rankWeights.second - rankWeights.third) * first +
        rankWeights.second * second +
        rankWeights.third * third) +
      (1 - rankWeights.phrases) * candidate.score) *
    kindFactor(kind, query.asks);
  const elsewhere = Math.max(
    0,
    ...matches.filter(({ phrase }) => phrase.place === undefined).map(({ value }) => value),
  );
  const places = matches
    .filter(({ phrase, value }) => phrase.place !== undefined && value > 0.28 && value > 0.8 * elsewhere)
    .slice(0, 3);
  return {
    article: candidate.article,
    covered: candidate.covered,
    score,
    places: places.flatMap(({ phrase }) => (phrase.place ? [phrase.place] : [])),
  };
}

function kindFactor(kind: string, asks: SearchQuery['asks']): number {
  const [factor, asked] =
    kind === kindLetters.fix
      ? [rankWeights.fix, 'how']
      : kind === kindLetters.cause
        ? [rankWeights.cause, 'why']
        : [rankWeights.symptom, 'why'];
  const report = asks === 'report' && kind === kindLetters.symptom ? rankWeights.report : 1;
  return factor * (asks === asked ? rankWeights.asked : 1) * report;
}

/** 0–1: the share of both texts, by importance, that is the same, and in the same order. */
function similarity(
  { slots, quoted }: Wording,
  { terms, words, onScreen }: Phrase,
  vocabulary: Vocabulary,
): number {
  if (quoted === true && !onScreen) return 0;
  let common = 0;
  let asked = 0;
  let inOrder = 0;
  let before = -2;
  const met = new Set<string>();
  for (const slot of slots) {
    const importance = importanceOf(slot, vocabulary);
    let best = 0;
    let place = -2;
    for (const { term, word, weight } of slot.alternatives) {
      const at = terms.indexOf(term);
      if (at === -1) continue;
      met.add(term);
      const value = weight * (word === undefined || words.has(word) ? 1 : rankWeights.otherForm);
      if (value > best) [best, place] = [value, at];
    }
    if (best > 0 && before >= 0 && place > before && place <= before + 2) inOrder += 1;
    before = place;
    common += best * importance;
    asked += importance;
  }
  if (common === 0) return 0;
  const said = terms.reduce((sum, term) => sum + vocabulary.idfOf(term), 0);
  const order = slots.length > 1 ? inOrder / (slots.length - 1) : 1;
  const alike =
    (common / (asked ** (1 - rankWeights.balance) * said ** rankWeights.balance)) *
    (1 - rankWeights.order * (1 - order));
  return Math.min(1, onScreen && terms.every((term) => met.has(term)) ? alike * rankWeights.onScreen : alike);
}

/** The phrases of entries, each split up once. */
export function phraseReader({ termsIn }: Pick<Terms, 'termsIn'>): (entry: SearchEntry) => readonly Phrase[] {
  const read = new WeakMap<SearchEntry, readonly Phrase[]>();
  return (entry) => {
    const known = read.get(entry) ?? splitPhrases(entry, termsIn);
    read.set(entry, known);
    return known;
  };
}

function splitPhrases(entry: SearchEntry, termsIn: Terms['termsIn']): readonly Phrase[] {
  const phrase = (text: string, weight: number, place?: SearchPlace): Phrase => ({
    terms: [...new Set(termsIn(text))],
    words: new Set(wordsIn(text)),
    weight,
    onScreen: false,
    place,
  });
  return [
    phrase(entry.title, rankWeights.title),
    ...(entry.short ? [phrase(entry.short, rankWeights.short)] : []),
    ...entry.says.map((text) => ({ ...phrase(text, rankWeights.says), onScreen: true })),
    ...entry.aliases.map((text) => phrase(text, rankWeights.alias)),
    phrase(entry.summary, rankWeights.summary),
    ...entry.places.map((place) =>
      phrase(place.text, place.step === undefined ? rankWeights.heading : rankWeights.step, place),
    ),
  ];
}
