import type { Candidate } from './engine.ts';
import { compare, heldBy, names, trust, type Comparison } from './compare.ts';
import type { Passage, Profile } from './passages.ts';
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
  /** The same where the reader tells a story or asks a question: those are seldom about one sentence. */
  readonly wholeAsked: number;
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
  like: 1.06,
  second: 1.19,
  exact: 2.61,
  order: 1.98,
  whole: 4.63,
  wholeAsked: 1.3,
  sentence: 3.18,
  covered: 1.23,
  base: 1.33,
  topic: 1.3,
  howFix: 0.81,
  reportSymptom: 0.3,
  reportFix: -1.07,
  story: 1.37,
  term: -3.04,
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

/** What `exact` is for a text that was typed word by word, fillers too. */
const asTyped = 2;
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
  const whole = most(told, ({ share }) => share) ** 6;
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
      exact: most(named, ({ share, said, passage }) =>
        passage.terms.length < 2 ? 0 : passage.row === query.row ? asTyped : share * said,
      ),
      order: (first?.order ?? 0) * (first?.like ?? 0),
      whole: query.asks === undefined ? whole : 0,
      wholeAsked: query.asks === undefined ? 0 : whole,
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
