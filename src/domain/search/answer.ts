import { kinds, type Kind } from '../knowledge/article.ts';
import { compare } from './compare.ts';
import type { Engine } from './engine.ts';
import { withFullText } from './fuse.ts';
import type { SearchArticle, SearchPlace } from './index.ts';
import type { Passage } from './passages.ts';
import { isUnknown, readQuery, type SearchQuery } from './query.ts';
import { rank, termsOf, type Ranked } from './rank.ts';

export interface SearchRequest {
  readonly text: string;
  /** Leaves the spelling alone. */
  readonly verbatim?: boolean | undefined;
  /** The last word may be half a word: it never takes results away. */
  readonly typing?: boolean | undefined;
  readonly kind?: Kind | undefined;
  /** An id of the site's risks; leaves fixes only. */
  readonly loses?: string | undefined;
}

export interface SearchResult {
  readonly article: SearchArticle;
  /** Places in the article that answer better than its title. */
  readonly places: readonly SearchPlace[];
  /** The text of the article that fits best, to show below the title. */
  readonly excerpt: string;
  /** Set when the excerpt is an exact text on the reader's screen. */
  readonly onScreen: boolean;
  /** What tells this one from its twin, when both lead. */
  readonly difference?: string | undefined;
  /** Why it stands where it stands. */
  readonly why: Ranked;
}

export interface SearchOutcome {
  readonly query: SearchQuery;
  /** At most ten, the best first. */
  readonly results: readonly SearchResult[];
  /** Results without the filters. */
  readonly total: number;
  /** What each kind and each risk would leave of them. */
  readonly kinds: Readonly<Record<string, number>>;
  readonly risks: Readonly<Record<string, number>>;
  /** True for words that were sought. */
  readonly isHit: (word: string) => boolean;
}

const most = 10;
/** An article this far below the best one is noise. */
const farthest = 6;
/** Twins lead when both stand among the first few, or the second is this near to the first. */
const twinWithin = 4;

/** Answers a query. Rejects when a part of the index cannot be had. */
export async function search(engine: Engine, request: SearchRequest): Promise<SearchOutcome> {
  const { text, verbatim = false, typing = false } = request;
  await engine.learn(text);
  const query = readQuery(text, engine, { verbatim });
  const ranked = rank(query, await engine.find(termsOf(query)), engine);
  const heard = quotedOnly(query, ranked);
  const shorter = /^(.*\S)\s+\S+\s*$/su.exec(text)?.[1];
  const answers = isAnswer(query, heard, engine);
  if (!answers && typing && shorter !== undefined) return search(engine, { ...request, text: shorter });
  const best = heard[0]?.score ?? 0;
  const near = answers ? twinsTogether(heard.filter(({ score }) => score > best - farthest)) : [];
  // While somebody types, what is at hand is enough.
  const all = typing ? { query, ranked: near } : await withFullText(query, near, engine, request);
  return outcomeOf(engine, all.query, all.ranked, request);
}

/**
 * False when the best that was found would be a guess: too much of the query is unknown, no article says it, what says it
 * best is not what holds its words most, and none of its words is what the knowledge base is about. A logistic regression over
 * judged queries, those with an answer asked of the index without half of its aliases: so they are like words never seen.
 */
function isAnswer({ slots }: SearchQuery, ranked: readonly Ranked[], { topics }: Engine): boolean {
  const [first] = ranked;
  const all = slots.reduce((sum, { weight }) => sum + weight, 0);
  if (!first || all === 0) return false;
  const unknown = slots.filter(isUnknown).reduce((sum, { weight }) => sum + weight, 0) / all;
  // A sentence that says nearly all of it counts like a title that is like it.
  const said = Math.max(...ranked.map(({ signs, near }) => Math.max(signs.like, near ** 3)));
  const terms = slots.flatMap((slot) => slot.terms.flatMap(([term, sure]) => (sure > 0.6 ? term : [])));
  const about = topics.size === 0 ? 1 : new Set(terms.filter((term) => topics.has(term))).size;
  const known = about === 0 ? -1.1 : 0.9 * Math.min(2, about);
  return 5.2 * said + 5.1 * first.signs.covered + 1.9 * first.base + known > 6.2 + 2.4 * unknown;
}

/** Where the reader put words in quotation marks, only articles that say exactly so; all, when none does. */
function quotedOnly({ phrases }: SearchQuery, ranked: readonly Ranked[]): readonly Ranked[] {
  const exact = ranked.filter(({ profile }) =>
    phrases.every((phrase) => profile.passages.some(({ row }) => row.includes(` ${phrase} `))),
  );
  return exact.length > 0 ? exact : ranked;
}

/** The twin of the first result comes second, if it answers at all well. */
function twinsTogether(ranked: readonly Ranked[]): readonly Ranked[] {
  const [first, ...rest] = ranked;
  const twin = rest.find(
    (each) => each.score > (first?.score ?? 0) - twinWithin && differenceOf(first, each) !== undefined,
  );
  return first && twin ? [first, twin, ...rest.filter((each) => each !== twin)] : ranked;
}

function differenceOf(from: Ranked | undefined, to: Ranked | undefined): string | undefined {
  const path = to?.profile.article.path;
  return from?.profile.article.twins.find(([twin]) => twin === path)?.[1];
}

function outcomeOf(
  engine: Engine,
  query: SearchQuery,
  ranked: readonly Ranked[],
  { kind, loses }: SearchRequest,
): SearchOutcome {
  const passes =
    (asked: Pick<SearchRequest, 'kind' | 'loses'>) =>
    ({ profile: { article } }: Ranked): boolean =>
      (asked.kind === undefined || article.kind === asked.kind) &&
      (asked.loses === undefined || article.loses === asked.loses);
  const count = (asked: Pick<SearchRequest, 'kind' | 'loses'>): number =>
    Math.min(most, ranked.filter(passes(asked)).length);
  const risks = [...new Set(ranked.flatMap(({ profile }) => profile.article.loses ?? []))];
  const sought = new Set(query.slots.flatMap(({ terms }) => terms.map(([term]) => term)));
  const { termOf, isFiller } = engine.terms;
  const shown = ranked.filter(passes({ kind, loses })).slice(0, most);
  return {
    query,
    results: shown.map((each, at) => ({
      ...viewOf(query, each, engine),
      difference: differenceOf(shown[1 - at], each),
    })),
    total: count({}),
    kinds: Object.fromEntries(kinds.map((each) => [each, count({ kind: each, loses })])),
    risks: Object.fromEntries(risks.map((each) => [each, count({ kind, loses: each })])),
    isHit: (word) => !isFiller(word) && sought.has(termOf(word)),
  };
}

/** What to show of a result: the text on the screen that was typed, else the sentence that says most of the query, and the steps that do. */
function viewOf(query: SearchQuery, why: Ranked, engine: Engine): SearchResult {
  const { article, passages } = why.profile;
  const compared = compare(query, passages, engine).sort((a, b) => b.like - a.like);
  const isText = ({ kind }: Passage): boolean => kind === 'summary' || kind === 'fact' || kind === 'body';
  const said = compared.find(({ passage, said: part }) => passage.kind === 'says' && part > 0.9);
  const text = compared.find(({ passage, share }) => isText(passage) && share > 0.3)?.passage;
  const title = compared.find(({ passage }) => passage.kind === 'title')?.share ?? 0;
  const numbers = compared
    .filter(({ passage, share }) => passage.place >= 0 && share > 0.5 && share > title)
    .map(({ passage }) => passage.place);
  return {
    article,
    places: [...new Set(numbers)].slice(0, 2).flatMap((number) => article.places[number] ?? []),
    excerpt: said?.passage.text ?? text?.text ?? article.summary,
    onScreen: said !== undefined,
    why,
  };
}
