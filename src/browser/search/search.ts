import { chooseHits, type Hits, type SearchFilter } from '../../domain/search-hits.ts';
import type { SearchEntry, SearchPlace } from '../../domain/search-index.ts';
import { bestSentence } from '../../domain/search-marks.ts';
import { readQuery, type SearchQuery } from '../../domain/search-query.ts';
import { findCandidates, rankEntries, termsOfQuery } from '../../domain/search-rank.ts';
import type { IndexFiles } from './index-files.ts';

export interface SearchRequest extends SearchFilter {
  readonly text: string;
  /** Leaves the spelling alone. */
  readonly verbatim: boolean;
  /** How many results to rank and give. */
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
}

export interface SearchOutcome extends Omit<Hits, 'hits'> {
  readonly query: SearchQuery;
  readonly results: readonly SearchResult[];
  /** Results with the filters, shown or not. */
  readonly found: number;
  readonly isHit: (word: string) => boolean;
}

/** Answers a query. Rejects when a file of the index cannot be had. */
export async function search(files: IndexFiles, { text, verbatim, most, ...filter }: SearchRequest): Promise<SearchOutcome> {
  await learnRareWords(files, text);
  const query = readQuery(text, files.knowledge, { verbatim });
  const terms = new Set(termsOfQuery(query));
  const candidates = query.answerable ? findCandidates(query, await files.postingsOf([...terms]), files.vocabulary) : [];
  const { hits, ...counts } = chooseHits(candidates, files.core, filter);
  const best = hits.slice(0, most);
  const entries = await files.entriesOf(best.map(({ article }) => article));
  const ranked = rankEntries(query, best.flatMap((hit, index) => (entries[index] ? [{ ...hit, entry: entries[index] }] : [])), files);
  const isHit = (word: string): boolean => !files.terms.isFiller(word) && terms.has(files.terms.termOf(word));
  const byArticle = new Map(best.map(({ article }, index) => [article, entries[index]]));
  const results = await Promise.all(ranked.map(async ({ article, places }, rank): Promise<SearchResult | undefined> => {
    const entry = byArticle.get(article);
    return entry && { entry, places, ...(await excerptFor(entry, places, isHit, rank < bodiesToRead ? () => files.bodyOf(article) : undefined)) };
  }));
  return { query, results: results.filter((result) => result !== undefined), ...counts, found: hits.length, isHit };
}

/** Bodies are loaded for the first results only; further down the summary has to do. */
const bodiesToRead = 10;

/** Words that the core has no room for are looked up in their shards before the query is judged. */
async function learnRareWords({ core, knowledge, terms, vocabulary, rare, postingsOf }: IndexFiles, text: string): Promise<void> {
  if (core.complete) return;
  const unlisted = readQuery(text, knowledge, { verbatim: true }).unknown.map(terms.termOf).filter((term) => vocabulary.docsOf(term) === 0 && !rare.has(term));
  if (unlisted.length === 0) return;
  const postings = await postingsOf(unlisted);
  for (const term of unlisted) rare.set(term, postings[term]?.length ?? 0);
}

async function excerptFor(entry: SearchEntry, places: readonly SearchPlace[], isHit: (word: string) => boolean, readBody: (() => Promise<string>) | undefined): Promise<Pick<SearchResult, 'excerpt' | 'onScreen'>> {
  const said = entry.says.find((text) => bestSentence(text, (word) => !isHit(word)) === undefined && bestSentence(text, isHit) !== undefined);
  if (said !== undefined) return { excerpt: said, onScreen: true };
  const named = bestSentence(`${entry.title}. ${entry.summary}`, isHit) !== undefined || places.length > 0;
  const inBody = named || !readBody ? undefined : bestSentence(await readBody(), isHit);
  return { excerpt: inBody ?? entry.summary, onScreen: false };
}
