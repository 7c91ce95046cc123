import { chooseHits, poolOf, type Hits, type SearchFilter } from '../../domain/search/hits.ts';
import type { SearchEntry, SearchPlace } from '../../domain/search/index.ts';
import { bestSentence } from '../../domain/search/highlight.ts';
import { readQuery, type SearchQuery } from '../../domain/search/query.ts';
import { wordsIn } from '../../domain/search/text.ts';
import { findCandidates, rankEntries, termsOfQuery } from '../../domain/search/rank.ts';
import type { IndexFiles } from './index-files.ts';

export interface SearchRequest extends SearchFilter {
  readonly text: string;
  /** Leaves the spelling alone. */
  readonly verbatim: boolean;
  /** How many results to give. */
  readonly most: number;
}

export interface SearchResult {
  readonly entry: SearchEntry;
  /** Places in the article that answer better than its title. */
  readonly places: readonly SearchPlace[];
  /** The text of the article that fits best, to show below the title. */
  readonly excerpt: string;
  /** Set when the excerpt is an exact text on the reader's screen. */
  readonly onScreen: boolean;
  /** A better excerpt that has to be fetched first, when only the running text holds the words. */
  readonly later?: Promise<string | undefined> | undefined;
}

export interface SearchOutcome extends Omit<Hits, 'hits'> {
  readonly query: SearchQuery;
  readonly results: readonly SearchResult[];
  /** Results with the filters, shown or not. */
  readonly found: number;
  readonly isHit: (word: string) => boolean;
}

/** Articles looked at closely: all that come into question where the entries are at hand, fewer where each costs a request. */
const closely = { atHand: 60, far: 12 };
/** Bodies are read for the first results only; further down the summary has to do. */
const bodiesToRead = 10;

/** Answers a query. Rejects when a file of the index cannot be had. */
export async function search(
  files: IndexFiles,
  { text, verbatim, most, ...filter }: SearchRequest,
): Promise<SearchOutcome> {
  const { core, knowledge, terms, vocabulary } = files;
  await learnRareWords(files, text);
  const query = readQuery(text, knowledge, { verbatim });
  const sought = new Set(termsOfQuery(query));
  const candidates = query.answerable
    ? findCandidates(query, await files.postingsOf([...sought]), vocabulary)
    : [];
  const pool = poolOf(
    candidates,
    core,
    filter,
    core.articles <= core.perBlock ? closely.atHand : closely.far,
  );
  const entries = await files.entriesOf(pool.map(({ article }) => article));
  const byArticle = new Map(pool.map(({ article }, index) => [article, entries[index]]));
  const ranked = rankEntries(
    query,
    pool.flatMap((candidate, index) => (entries[index] ? [{ ...candidate, entry: entries[index] }] : [])),
    files,
  );
  const { hits, ...counts } = chooseHits(ranked, core, filter);
  const isHit = (word: string): boolean => !terms.isFiller(word) && sought.has(terms.termOf(word));
  const results = hits.slice(0, most).flatMap(({ article, places }, rank): readonly SearchResult[] => {
    const entry = byArticle.get(article);
    return entry
      ? [
          {
            entry,
            places,
            ...excerptFor(
              { entry, places },
              { isHit, isFiller: terms.isFiller },
              rank < bodiesToRead ? () => files.bodyOf(article) : undefined,
            ),
          },
        ]
      : [];
  });
  return { query, results, ...counts, found: hits.length, isHit };
}

/** Words that the core has no room for are looked up in their shards before the query is judged. */
async function learnRareWords(
  { core, knowledge, terms, vocabulary, rare, postingsOf }: IndexFiles,
  text: string,
): Promise<void> {
  if (core.complete) return;
  const unlisted = readQuery(text, knowledge, { verbatim: true })
    .unknown.map(terms.termOf)
    .filter((term) => vocabulary.docsOf(term) === 0 && !rare.has(term));
  if (unlisted.length === 0) return;
  const postings = await postingsOf(unlisted);
  for (const term of unlisted) rare.set(term, postings[term]?.length ?? 0);
}

function excerptFor(
  { entry, places }: Pick<SearchResult, 'entry' | 'places'>,
  { isHit, isFiller }: Record<'isHit' | 'isFiller', (word: string) => boolean>,
  readBody: (() => Promise<string>) | undefined,
): Pick<SearchResult, 'excerpt' | 'onScreen' | 'later'> {
  const said = entry.says.find(
    (text) => wordsIn(text).some(isHit) && wordsIn(text).every((word) => isHit(word) || isFiller(word)),
  );
  if (said !== undefined) return { excerpt: said, onScreen: true };
  const shown = places.length > 0 || wordsIn(`${entry.title} ${entry.summary}`).some(isHit);
  // The excerpt is an extra: when the body cannot be had, the summary stays.
  const later = shown
    ? undefined
    : readBody?.()
        .then((body) => bestSentence(body, isHit))
        .catch(() => undefined);
  return { excerpt: entry.summary, onScreen: false, later };
}
