import { kinds, type Kind } from '../knowledge/article.ts';
import type { Engine } from './engine.ts';
import { withFullText } from './fuse.ts';
import type { Field } from './field-weights.ts';
import { anchorOf, type SearchArticle, type SearchPlace } from './index.ts';
import type { Passage } from './passages.ts';
import { readQuery, type SearchQuery } from './query.ts';
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
/** Twins lead when both stand among the first few, or the second is this near to the first. */
const twinWithin = 4;

/** Answers a query. Rejects when a part of the index cannot be had. `pause` is waited for between slices of the work. */
export async function search(
  engine: Engine,
  request: SearchRequest,
  pause: () => Promise<void> = () => Promise.resolve(),
): Promise<SearchOutcome> {
  const { text, verbatim = false, typing = false } = request;
  await engine.learn(text);
  const query = readQuery(text, engine, { verbatim });
  await pause();
  const candidates = await engine.find(termsOf(query));
  await pause();
  const ranked = rank(query, candidates, engine);
  await pause();
  const heard = namedFirst(query, quotedOnly(query, ranked));
  const shorter = /^(.*\S)\s+\S+\s*$/su.exec(text)?.[1];
  const answers = isAnswer(query, heard, engine);
  if (!answers && typing && shorter !== undefined)
    return search(engine, { ...request, text: shorter }, pause);
  const best = Math.max(...heard.map(({ score }) => score));
  const nearest = Math.max(...heard.map(({ signs }) => signs.near));
  const isNear = ({ score, signs }: Ranked): boolean =>
    score > best - farthest.score || signs.near > farthest.near * nearest;
  const near = answers ? twinsTogether(heard.filter(isNear)) : [];
  // While somebody types, what is at hand is enough.
  const all = typing ? { query, ranked: near } : await withFullText(query, near, engine, request);
  return outcomeOf(engine, all.query, all.ranked, request);
}

/** What speaks for each sign that an answer was meant, and how much is needed: a logistic regression over judged queries and nonsense, by `e2e/bench/fit-search.ts`. */
const needed = { factors: [6.88, 2.73, 4.71, 0.19, 1.31, -2.22], sum: 14.6 } as const;

/** False when the best that was found would be a guess. */
function isAnswer(query: SearchQuery, ranked: readonly Ranked[], engine: TopicKnowledge): boolean {
  const evidence = evidenceFor(query, ranked, engine);
  const sum = evidence.reduce((all, value, at) => all + value * (needed.factors[at] ?? 0), 0);
  return evidence.length > 0 && sum > needed.sum;
}

type TopicKnowledge = Pick<Engine, 'topicOf' | 'elsewhereIn'>;

/** How much of the query one text says, the names of one article and the whole of the first, how much its words are what the knowledge base is about, how many they are, and how many name what it is not about; nothing where nothing was found. */
export function evidenceFor(
  { slots, row }: SearchQuery,
  ranked: readonly Ranked[],
  { topicOf, elsewhereIn }: TopicKnowledge,
): readonly number[] {
  const [first] = ranked;
  if (!first) return [];
  // A sentence that says nearly all of it counts like a title that is like it.
  const said = Math.max(...ranked.map(({ signs }) => Math.max(signs.like, signs.near ** 3)));
  const about = slots.map(({ terms }) => Math.max(0, ...terms.map(([term, sure]) => sure * topicOf(term))));
  const topic =
    Math.min(
      8,
      about.reduce((sum, each) => sum + each, 0),
    ) +
    2 * Math.max(...about);
  // What one text says as a whole is not elsewhere.
  const elsewhere = said < 0.99 ? elsewhereIn(row) : 0;
  const named = Math.max(...ranked.map((each) => each.named));
  return [said, named, first.covered, topic, Math.min(8, Math.max(3, slots.length)), elsewhere];
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
  const isCalled = ({ profile }: Ranked): boolean =>
    profile.article.kind !== 'term' &&
    profile.passages.some((passage) => shown.has(passage.kind) && passage.row === row);
  const called = ranked.filter(isCalled);
  return called.length > 0 ? [...called, ...ranked.filter((each) => !called.includes(each))] : ranked;
}

/** Texts that a reader may have before them. */
const shown: ReadonlySet<Field> = new Set(['title', 'short', 'says']);

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
      ...viewOf(each),
      difference: differenceOf(shown[1 - at], each),
    })),
    total: count({}),
    kinds: Object.fromEntries(kinds.map((each) => [each, count({ kind: each, loses })])),
    risks: Object.fromEntries(risks.map((each) => [each, count({ kind, loses: each })])),
    isHit: (word) => !isFiller(word) && sought.has(termOf(word)),
  };
}

/** What to show of a result: the text on the screen that was typed, else the sentence that says most of the query, and the steps that do. */
function viewOf(why: Ranked): SearchResult {
  const { compared } = why;
  const { article } = why.profile;
  const isText = ({ kind }: Passage): boolean => kind === 'summary' || kind === 'fact' || kind === 'body';
  const said = compared.find(({ passage, said: part }) => passage.kind === 'says' && part > 0.9);
  const text = compared.find(({ passage, share }) => isText(passage) && share > 0.3)?.passage;
  const title = compared.find(({ passage }) => passage.kind === 'title')?.share ?? 0;
  const numbers = compared
    .filter(({ passage, share }) => passage.place >= 0 && share > 0.5 && share > title)
    .map(({ passage }) => passage.place);
  return {
    article,
    places: [...new Set(numbers)].slice(0, 2).flatMap((number) => {
      const place = article.places[number];
      return place ? [{ ...place, id: anchorOf(place) }] : [];
    }),
    excerpt: said?.passage.text ?? text?.text ?? article.summary,
    onScreen: said !== undefined,
    why,
  };
}
