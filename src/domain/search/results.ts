import { kinds, type Kind } from '../knowledge/article.ts';
import type { Engine } from './engine.ts';
import { anchorOf, type SearchArticle, type SearchPlace } from './index.ts';
import { sumOf, type Passage } from './profile.ts';
import { readQuery, termsOf, type QueryKnowledge, type SearchQuery } from './query.ts';
import { heldBy, rank, type Ranked } from './rank.ts';

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
  readonly places: readonly (SearchPlace & { readonly id: string })[];
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

/** So many results are listed. */
const most = 10;
/** An article this far below the best one is noise, unless one of its texts says as much of the query: this share of it. */
const farthest = { score: 7, near: 0.9 };
/** The share of the query that a text says which says all of it. */
const wholly = 0.99;
/** The twin of the best one leads with it when it is this near to it. */
const twinWithin = 4;
/** The share of the query that one text of the small index says, from which on the full text is not asked. */
const wellSaid = 0.8;

/** Answers a query. Rejects when a part of the index cannot be had. `pause` is waited for between slices of the work. */
export async function search(
  engine: Engine,
  request: SearchRequest,
  pause: () => Promise<void> = () => Promise.resolve(),
): Promise<SearchOutcome> {
  const { text, verbatim = false, typing = false } = request;
  await engine.learn(text);
  const query = readQuery(text, engine, { verbatim, typing });
  await pause();
  const candidates = await engine.find(termsOf(query));
  await pause();
  const ranked = rank(query, candidates, engine);
  await pause();
  // While somebody types, what is at hand is enough.
  const told =
    typing || (ranked[0]?.signs.near ?? 0) >= wellSaid ? [] : await textsWith(query, engine, request);
  const others = candidates.filter(({ article }) => told.every((each) => each.article.path !== article.path));
  const all = told.length > 0 ? rank(query, [...told, ...others], engine) : ranked;
  const answers = told.length > 0 || isAnswer(query, all, engine) ? answersOf(query, all) : [];
  const shorter = /^(.*\S)\s+\S/su.exec(text)?.[1];
  if (answers.length === 0 && typing && shorter !== undefined)
    return search(engine, { ...request, text: shorter }, pause);
  const understood = told.length > 0 ? { ...query, mended: undefined, unknown: [] } : query;
  return outcomeOf(engine, understood, answers, request);
}

/** Articles that hold every word in their running text. Pagefind also answers with beginnings of words. */
async function textsWith({ slots }: SearchQuery, { fullText }: Engine, { kind, loses }: SearchRequest) {
  if (!fullText || slots.length === 0) return [];
  const found = await fullText(slots.map(({ word }) => word).join(' '), { kind, loses });
  return found.filter(({ counts }) => slots.every((slot) => heldBy(slot, counts) === 1));
}

/** What is worth showing, in the order in which it is shown. */
function answersOf(query: SearchQuery, ranked: readonly Ranked[]): readonly Ranked[] {
  const heard = namedFirst(query, quotedOnly(query, ranked));
  const best = Math.max(...heard.map(({ score }) => score));
  const nearest = Math.max(...heard.map(({ signs }) => signs.near));
  return wholeAmongFirst(
    twinsTogether(
      heard.filter(
        ({ score, signs }) => score > best - farthest.score || signs.near > farthest.near * nearest,
      ),
    ),
  );
}

/** Where none of the first three says all of the query in one text, the best that does is the third. */
function wholeAmongFirst(ranked: readonly Ranked[]): readonly Ranked[] {
  const whole = ranked.find(({ signs }) => signs.near > wholly);
  if (!whole || ranked.indexOf(whole) < 3) return ranked;
  const others = ranked.filter((each) => each !== whole);
  return [...others.slice(0, 2), whole, ...others.slice(2)];
}

/** How much speaks for an answer, and how much is needed: a logistic regression over judged queries and nonsense, by `e2e/bench/fit-search.ts`. */
const needed = { factors: [7.1, 6.1, 0.22, 1.2, -1.7], sum: 13.4 } as const;

/** False when the best that was found would be a guess. */
function isAnswer(query: SearchQuery, ranked: readonly Ranked[], knowledge: QueryKnowledge): boolean {
  const evidence = evidenceFor(query, ranked, knowledge);
  return evidence.reduce((sum, value, at) => sum + value * needed.factors[at]!, 0) > needed.sum;
}

/** How much of the query one text says as a whole, and the first article, how much its words are what the knowledge base is about, how many they are, and how many name what it is not about; nothing where nothing was found. */
export function evidenceFor(
  { slots, row }: SearchQuery,
  ranked: readonly Ranked[],
  { topicOf, elsewhereIn }: Pick<QueryKnowledge, 'topicOf' | 'elsewhereIn'>,
): readonly number[] {
  const [first] = ranked;
  if (!first) return [];
  // A sentence that says nearly all of it counts like a title that is like it.
  const said = Math.max(...ranked.map(({ signs }) => Math.max(signs.like, signs.near ** 3)));
  const about = slots.map(({ terms }) => Math.max(...terms.map(([term, sure]) => sure * topicOf(term))));
  const allAbout = sumOf(about, (each) => each);
  const topics = Math.min(8, allAbout) + 2 * Math.max(...about);
  // What one text says as a whole is not elsewhere.
  const elsewhere = said < 0.99 ? elsewhereIn(row) : 0;
  return [said, first.covered, topics, Math.min(8, Math.max(3, slots.length)), elsewhere];
}

/** Where the reader put words in quotation marks, only articles that say exactly so; all, when none does. */
function quotedOnly({ phrases }: SearchQuery, ranked: readonly Ranked[]): readonly Ranked[] {
  const exact = ranked.filter(({ profile }) =>
    phrases.every((phrase) => profile.passages.some(({ row }) => row.includes(` ${phrase} `))),
  );
  return exact.length > 0 ? exact : ranked;
}

/** What was typed as it stands on the screen, or as an article is called, is not to be weighed: that article leads. A term has its place by `rank`. */
function namedFirst({ row }: SearchQuery, ranked: readonly Ranked[]): readonly Ranked[] {
  const isCalled = ({ profile: { article, passages } }: Ranked): boolean =>
    article.kind !== 'term' &&
    passages.some(({ kind, row: own }) => own === row && (kind === 'title' || kind === 'says'));
  return [...ranked.filter(isCalled), ...ranked.filter((each) => !isCalled(each))];
}

/** The twin of the first result comes second, if it answers at all well. */
function twinsTogether(ranked: readonly Ranked[]): readonly Ranked[] {
  const first = ranked[0]!;
  const twin = ranked.find(
    (each) => each.score > first.score - twinWithin && differenceOf(first, each) !== undefined,
  );
  return twin ? [first, twin, ...ranked.filter((each) => each !== first && each !== twin)] : ranked;
}

function differenceOf(from: Ranked | undefined, to: Ranked): string | undefined {
  return from?.profile.article.twins.find(([path]) => path === to.profile.article.path)?.[1];
}

function outcomeOf(
  { terms }: Engine,
  query: SearchQuery,
  ranked: readonly Ranked[],
  { kind, loses }: SearchRequest,
): SearchOutcome {
  const left = (asked: Pick<SearchRequest, 'kind' | 'loses'>): readonly Ranked[] =>
    ranked
      .filter(({ profile: { article } }) => (asked.kind ?? article.kind) === article.kind)
      .filter(({ profile: { article } }) => (asked.loses ?? article.loses) === article.loses)
      .slice(0, most);
  const risks = [...new Set(ranked.flatMap(({ profile }) => profile.article.loses ?? []))];
  const sought = termsOf(query);
  const shown = left({ kind, loses });
  return {
    query,
    results: shown.map((each, at) => ({ ...viewOf(each), difference: differenceOf(shown[1 - at], each) })),
    total: left({}).length,
    kinds: Object.fromEntries(kinds.map((each) => [each, left({ kind: each, loses }).length])),
    risks: Object.fromEntries(risks.map((each) => [each, left({ kind, loses: each }).length])),
    isHit: (word) => !terms.isStopWord(word) && sought.has(terms.termOf(word)),
  };
}

/** What to show of a result: the text on the screen that was typed, else the sentence that says most of the query, and the steps that do. */
function viewOf(why: Ranked): SearchResult {
  const { compared } = why;
  const { article } = why.profile;
  const isText = ({ kind }: Passage): boolean => kind === 'summary' || kind === 'fact' || kind === 'body';
  const said = compared.find(({ passage, said: part }) => passage.kind === 'says' && part > 0.9);
  const text = compared.find(({ passage, share }) => isText(passage) && share > 0.3);
  const title = compared.find(({ passage }) => passage.kind === 'title')?.share ?? 0;
  const numbers = compared
    .filter(({ passage, share }) => passage.place >= 0 && share > 0.5 && share > title)
    .map(({ passage }) => passage.place);
  const places = [...new Set(numbers)].slice(0, 2).map((number) => article.places[number]!);
  return {
    article,
    places: places.map((place) => ({ ...place, id: anchorOf(place) })),
    excerpt: (said ?? text)?.passage.text ?? article.summary,
    onScreen: said !== undefined,
    why,
  };
}
