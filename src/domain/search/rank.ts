import { names } from './field-weights.ts';
import type { Passage, Profile } from './passages.ts';
import type { QueryKnowledge, SearchQuery, Slot } from './query.ts';

/** What speaks for an article; each figure is 0–1 unless it says otherwise. */
export interface Signs {
  /** Likeness of the query and the likest title, screen text or alias, as wholes. */
  readonly like: number;
  /** The same for the next three together. */
  readonly more: number;
  /** The share of the query that the best single text of the article says. */
  readonly near: number;
  /** Likeness of the query and the best sentence, step or fact. */
  readonly sentence: number;
  /** How much more often the article says these words than others do (logarithm; set off against the best candidate). */
  readonly topic: number;
  /** Set for a fix when a way to do something was asked for. */
  readonly howFix: number;
  /** Long stories tell of what one sees. */
  readonly story: number;
  /** 1 for an explanation of a word. */
  readonly term: number;
}

/** An article that answers, and why. */
export interface Ranked {
  readonly profile: Profile;
  readonly score: number;
  readonly signs: Signs;
  /** The share of the query that the article says as a whole, and that its names say together. */
  readonly covered: number;
  readonly named: number;
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

/** How much each sign counts; fitted to judged queries by `e2e/bench/fit-search.ts`. */
export const weights: Readonly<Record<keyof Signs, number>> = {
  like: 2.06,
  more: 1.8,
  near: 4.33,
  sentence: 3.18,
  topic: 1.59,
  howFix: 0.98,
  story: 2.51,
  term: -1.87,
};
/** Trust in a meaning that other words express, and where one text says "not" and the other does not. */
const trust = { meaning: 0.8, denied: 0.4 };
/** How much words of a text that were not asked for count against it: 0 not at all, 1 as much as possible. */
const strictness = 0.4;
/** Occurrences of any word that every article is taken to have had by chance. */
const smoothing = 30;
/** Likeness from which on a text is what was typed. */
const exactly = 0.85;

/** Every term that the query can stand for, with the trust in it. */
export function termsOf({ slots }: SearchQuery): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const { terms, meanings } of slots)
    for (const [term, sure] of [...terms, ...meanings.map((id) => [id, trust.meaning / 2] as const)])
      found.set(term, Math.max(found.get(term) ?? 0, sure));
  return found;
}

/** Orders the candidates, best first. */
export function rank(
  query: SearchQuery,
  candidates: readonly Profile[],
  knowledge: Pick<QueryKnowledge, 'weightOf' | 'shareOf'>,
): readonly Ranked[] {
  const read = candidates.map((candidate) => readSigns(query, candidate, knowledge));
  const topic = Math.max(...read.map(({ signs }) => signs.topic));
  const ranked = read
    .map((each) => ({ ...each, signs: { ...each.signs, topic: (each.signs.topic - topic) / 3 } }))
    .map((each) => ({ ...each, score: scoreOf(each.signs) }))
    .sort((a, b) => b.score - a.score || (a.profile.article.path < b.profile.article.path ? -1 : 1));
  // Who wants a word explained asks for it and says little else; for others, an article comes first.
  const isTerm = ({ profile }: Ranked): boolean => profile.article.kind === 'term';
  const explains = (each: Ranked): boolean => isTerm(each) && each.signs.like > exactly;
  const first = (query.asks === 'why' && ranked.find(explains)) || ranked.find((each) => !isTerm(each));
  return first ? [first, ...ranked.filter((each) => each !== first)] : ranked;
}

function scoreOf(signs: Signs): number {
  return Object.entries(weights).reduce(
    (sum, [sign, weight]) => sum + weight * signs[sign as keyof Signs],
    0,
  );
}

function readSigns(
  query: SearchQuery,
  profile: Profile,
  knowledge: Pick<QueryKnowledge, 'weightOf' | 'shareOf'>,
): Omit<Ranked, 'score'> {
  const { slots, asks } = query;
  const { article, counts } = profile;
  const { kind } = article;
  const compared = compare(query, profile, knowledge).sort((a, b) => b.like - a.like);
  const named = compared.filter(({ passage }) => names.has(passage.kind));
  const told = compared.filter(({ passage }) => !names.has(passage.kind));
  const like = named[0]?.like ?? 0;
  return {
    profile,
    covered: shareOf(slots, (slot) => heldBy(slot, counts)),
    named: shareOf(slots, (slot) => heldBy(slot, profile.named)),
    compared,
    signs: {
      like,
      more: named.slice(1, 4).reduce((sum, each) => sum + each.like, 0),
      near: Math.max(0, ...compared.map(({ share }) => share)),
      sentence: told[0]?.like ?? 0,
      topic: topicOf(query, profile, knowledge),
      howFix: kind === 'fix' && asks === 'how' ? 1 : 0,
      story: kind === 'symptom' ? Math.min(1, slots.length / 8) : 0,
      term: kind === 'term' ? 1 : 0,
    },
  };
}

/** Compares every text that says something of the query. */
function compare(
  { slots }: SearchQuery,
  { passages, counts }: Profile,
  { weightOf }: Pick<QueryKnowledge, 'weightOf'>,
): Comparison[] {
  const meant = slots.flatMap(({ terms, meanings }) => [...terms.map(([term]) => term), ...meanings]);
  const sought = [...new Set(meant)].filter((term) => counts.has(term));
  const asked = slots.reduce((sum, { weight }) => sum + weight, 0);
  return passages.flatMap((passage) => {
    if (!sought.some((term) => passage.all.has(term))) return [];
    const share = shareOf(slots, (slot) => valueOf(slot, passage));
    const own = passage.terms.reduce((sum, term) => sum + weightOf(term), 0);
    const said = Math.min(1, (share * asked) / Math.max(own, share * asked));
    return [{ passage, share, said, like: share ** (1 - strictness) * said ** strictness }];
  });
}

/** The share of the query, by weight, that is worth something. */
function shareOf(slots: readonly Slot[], valueIn: (slot: Slot) => number): number {
  let [value, asked] = [0, 0];
  for (const slot of slots) {
    value += slot.weight * valueIn(slot);
    asked += slot.weight;
  }
  return value / asked;
}

/** How well a text says one word of the query. */
function valueOf(slot: Slot, { all, denied, kind }: Passage): number {
  const value = heldBy(slot, all);
  const term = slot.terms.find(([own]) => all.has(own))?.[0];
  const turned = term !== undefined && names.has(kind) && denied.has(term) !== slot.denied;
  return turned ? value * trust.denied : value;
}

/** The trust (0–1) in that an article or a text says a word of the query. */
export function heldBy({ terms, meanings }: Slot, held: { readonly has: (term: string) => boolean }): number {
  let best = 0;
  for (const [term, sure] of terms) if (sure > best && held.has(term)) best = sure;
  return best < trust.meaning && meanings.some((id) => held.has(id)) ? trust.meaning : best;
}

/** Naive Bayes: for each word, the logarithm of how much likelier it is in this article than anywhere. */
function topicOf(
  { slots }: SearchQuery,
  { counts, length }: Profile,
  { shareOf: shareAnywhere }: Pick<QueryKnowledge, 'shareOf'>,
): number {
  const likelier = (term: string): number =>
    Math.log(((counts.get(term) ?? 0) / shareAnywhere(term) + smoothing) / (length + smoothing));
  let sum = 0;
  for (const { terms, meanings } of slots) {
    const readings = [...terms, ...meanings.map((id) => [id, 0.6] as const)];
    if (readings.length > 0) sum += Math.max(...readings.map(([term, sure]) => sure * likelier(term)));
  }
  return sum;
}
