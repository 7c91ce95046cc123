import { compareText } from '../values/compare.ts';
import { isName, sumOf, type Passage, type Profile } from './profile.ts';
import type { QueryKnowledge, SearchQuery, Slot } from './query.ts';

/** What speaks for an article, and how much each sign counts; fitted to judged queries by `e2e/bench/fit-search.ts`, `pairs` added to them at half of what was fitted, which held for queries out of sight as well. Each sign is 0–1 unless it says otherwise. */
export const weights = {
  /** Likeness of the query and the likest title, screen text or alias, as wholes. */
  like: 2.06,
  /** The same for the next three together. */
  more: 1.8,
  /** The share of the query that the best single text of the article says. */
  near: 4.33,
  /** Likeness of the query and the best sentence, step or fact. */
  sentence: 3.18,
  /** How much more often the article says these words than others do (logarithm; set off against the best candidate). */
  topic: 1.59,
  /** For each two words that the query says in a row, the share of the article in the texts of all candidates that say them so; added up. */
  pairs: 0.6,
  /** How much words of the query that led other readers to the article say for it (logarithms, added up; set off against the best candidate). Half of what fits best to queries like those that it was learned from. */
  asked: 0.2,
  /** Long stories tell of what one sees. */
  story: 2.51,
  /** 1 for an explanation of a word. */
  term: -1.87,
};

export type Signs = Readonly<Record<keyof typeof weights, number>>;
const signNames = Object.keys(weights) as (keyof Signs)[];

/** An article that answers, and why. */
export interface Ranked {
  readonly profile: Profile;
  readonly score: number;
  readonly signs: Signs;
  /** The share of the query that the article says as a whole. */
  readonly covered: number;
  /** Its texts that say something of the query, the likest first. */
  readonly compared: readonly Comparison[];
}

/** A text held against the query. */
export interface Comparison {
  readonly passage: Passage;
  /** The share of the query that the text says, by weight. */
  readonly share: number;
  /** The share of the text that the query says. */
  readonly said: number;
  readonly like: number;
}

/** What is left of a word where one text says "not" and the other does not. */
const turnedRound = 0.4;
/** How much words of a text that were not asked for count against it: 0 not at all, 1 as much as possible. */
const strictness = 0.4;
/** Occurrences of any word that every article is taken to have had by chance. */
const smoothing = 30;
/** Likeness from which on a text is what was typed. */
const exactly = 0.85;

/** What terms and texts tell. */
type Told = Pick<QueryKnowledge, 'tellsOf' | 'shareOf' | 'askedOf'>;

/** Orders the candidates, best first. */
export function rank(query: SearchQuery, candidates: readonly Profile[], told: Told): readonly Ranked[] {
  const read = candidates.map((candidate) => readSigns(query, candidate, told));
  const pairs = pairsOf(query, read);
  const [topic, asked] = (['topic', 'asked'] as const).map((sign) =>
    Math.max(...read.map(({ signs }) => signs[sign])),
  ) as [number, number];
  const ranked = read
    .map((each, at) => {
      const signs = {
        ...each.signs,
        topic: (each.signs.topic - topic) / 3,
        asked: each.signs.asked - asked,
        pairs: pairs[at]!,
      };
      return { ...each, signs, score: sumOf(signNames, (sign) => weights[sign] * signs[sign]) };
    })
    .sort((a, b) => b.score - a.score || compareText(a.profile.article.path, b.profile.article.path));
  // Who wants a word explained asks for it and says little else; for others, an article comes first.
  const isTerm = ({ profile }: Ranked): boolean => profile.article.kind === 'term';
  const explains = (each: Ranked): boolean => isTerm(each) && each.signs.like > exactly;
  const first = (query.asksMeaning && ranked.find(explains)) || ranked.find((each) => !isTerm(each));
  return first ? [first, ...ranked.filter((each) => each !== first)] : ranked;
}

function readSigns({ slots, row }: SearchQuery, profile: Profile, told: Told): Omit<Ranked, 'score'> {
  const compared = compare(slots, profile, told);
  const led = told.askedOf(profile.article);
  const named = compared.filter(({ passage }) => isName(passage.kind));
  return {
    profile,
    covered: shareOf(slots, (slot) => heldBy(slot, profile.counts)),
    compared,
    signs: {
      like: named[0]?.like ?? 0,
      more: sumOf(named.slice(1, 4), ({ like }) => like),
      near: Math.max(0, ...compared.map(({ share }) => share)),
      sentence: compared.find(({ passage }) => !isName(passage.kind))?.like ?? 0,
      topic: topicOf(slots, profile, told),
      pairs: 0,
      // Fillers count here, too.
      asked: sumOf(new Set(wordsOf(row)), (term) => led.get(term) ?? 0),
      term: profile.article.kind === 'term' ? 1 : 0,
      story: profile.article.kind === 'symptom' ? Math.min(1, slots.length / 8) : 0,
    },
  };
}

/** Compares every text that says something of the query; the likest comes first. */
function compare(slots: readonly Slot[], profile: Profile, told: Told): readonly Comparison[] {
  const asked = sumOf(slots, ({ weight }) => weight);
  const worth = new Float64Array(profile.passages.length);
  for (const slot of slots) {
    const held = trustIn(slot, profile);
    for (const [at, passage] of profile.passages.entries())
      if (held[at]! > 0)
        worth[at]! += slot.weight * (held[at]! * (isTurnedRound(slot, passage) ? turnedRound : 1));
  }
  const compared: Comparison[] = [];
  for (const [at, passage] of profile.passages.entries()) {
    const value = worth[at]!;
    if (value === 0) continue;
    const [share, said] = [value / asked, value / Math.max(told.tellsOf(passage), value)];
    compared.push({ passage, share, said, like: share ** (1 - strictness) * said ** strictness });
  }
  return compared.sort((a, b) => b.like - a.like);
}

/** For each text of an article, the trust in that it says one word of the query. */
function trustIn({ terms }: Slot, { passages, saying }: Profile): Float64Array {
  const trust = new Float64Array(passages.length);
  for (const [term, sure] of terms)
    for (const at of saying().get(term) ?? []) if (sure > trust[at]!) trust[at] = sure;
  return trust;
}

/** True where one of a word of the query and a name says "not" and the other does not. */
function isTurnedRound({ terms, denied: isDenied }: Slot, { all, denied, kind }: Passage): boolean {
  if (!isName(kind) || (denied.size === 0 && !isDenied)) return false;
  const said = terms.find(([own]) => all.has(own));
  return said !== undefined && denied.has(said[0]) !== isDenied;
}

/** The share of the query, by weight, that is worth something. */
function shareOf(slots: readonly Slot[], valueIn: (slot: Slot) => number): number {
  return sumOf(slots, (slot) => slot.weight * valueIn(slot)) / sumOf(slots, ({ weight }) => weight);
}

/** The trust (0–1) in that an article or a text says a word of the query. */
export function heldBy({ terms }: Slot, held: { readonly has: (term: string) => boolean }): number {
  let best = 0;
  for (const [term, sure] of terms) if (sure > best && held.has(term)) best = sure;
  return best;
}

function wordsOf(row: string): readonly string[] {
  return row.trim().split(' ');
}

/** The `pairs` of each candidate. Fillers count here: “to me” and “from my email” tell who does what. */
function pairsOf({ row }: SearchQuery, read: readonly Pick<Ranked, 'compared'>[]): readonly number[] {
  const words = wordsOf(row);
  const sums = read.map(() => 0);
  for (const pair of new Set(words.slice(1).map((word, at) => ` ${words[at]!} ${word} `))) {
    const said = read.map(({ compared }) =>
      sumOf(compared, ({ passage }) => (passage.row.includes(pair) ? 1 : 0)),
    );
    const all = sumOf(said, (count) => count);
    if (all > 0) for (const [at, count] of said.entries()) sums[at]! += count / all;
  }
  return sums;
}

/** Naive Bayes: for each word, the logarithm of how much likelier it is in this article than anywhere. */
function topicOf(slots: readonly Slot[], { counts, length }: Profile, told: Told): number {
  const likelier = (term: string): number =>
    Math.log(((counts.get(term) ?? 0) / told.shareOf(term) + smoothing) / (length + smoothing));
  return sumOf(slots, ({ terms }) => Math.max(...terms.map(([term, sure]) => sure * likelier(term))));
}
