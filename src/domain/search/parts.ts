import MiniSearch, { type AsPlainObject } from 'minisearch';
import {
  asked,
  asTerms,
  figuresOver,
  synonymWords,
  wordSet,
  type Engine,
  type FullTextFilters,
} from './engine.ts';
import type { SearchArticle, SearchFile, SearchParts, SearchShard } from './index.ts';
import { termsFor } from './language.ts';
import { profileOf } from './passages.ts';
import { readQuery } from './query.ts';
import { termsOf } from './rank.ts';
import { buildVocabulary, type KnownWord } from './vocabulary.ts';

/** Articles kept for a term: those that say most of it. */
export const mostPostings = 400;
/** Articles that are loaded and looked at closely. */
const pool = 20;

/** Reads one file of an index in parts. */
type Load = <T>(name: string) => Promise<T>;
/** Term → number of an article → how much it says of the term. */
type Postings = Map<string, Readonly<Record<string, number>>>;

/** Asks the full text for all words of a text: the numbers of the best articles, and what they say. */
export type AskFullText = (
  text: string,
  filters: FullTextFilters,
) => Promise<readonly { readonly number: number; readonly text: string }[]>;

/** Opens an index in parts. */
export function openParts(
  file: SearchFile & { readonly parts: SearchParts },
  load: Load,
  askFullText?: AskFullText,
): Engine {
  const { language, parts } = file;
  const terms = termsFor(language, file.synonyms);
  const docs = new Map<string, number>();
  const postings: Postings = new Map();
  const words = knownWords(parts, terms, docs);
  const docsOf = (term: string): number => docs.get(term) ?? 0;
  const learn = (wanted: Iterable<string>): Promise<void> =>
    learnTerms(wanted, parts.starts, { docs, postings, load });
  const negation = terms.termOf(language.negation);
  const loadArticles = (numbers: readonly number[]): Promise<readonly SearchArticle[]> =>
    Promise.all(numbers.map((number) => load<SearchArticle>(`a${number}.json`)));
  const engine: Engine = {
    language,
    terms,
    docsOf,
    topics: wordSet(file.topics),
    ...figuresOver(parts.count, parts.all, docsOf),
    orders: new Set(parts.orders),
    vocabulary: buildVocabulary(
      [...words, ...synonymWords(terms, wordSet(parts.words))],
      wordSet(file.right),
    ),
    learn: (text) => learn(termsIn(text, engine)),
    find: async (sought) => {
      await learn(sought.keys());
      const found = bestOf(sought, postings, parts.count, docsOf);
      const articles = await loadArticles(found.map(({ id }) => id));
      return articles.map((article, at) => ({
        profile: profileOf(article, terms, negation),
        base: (found[at]?.score ?? 0) / (found[0]?.score ?? 1),
      }));
    },
    fullText:
      askFullText &&
      (async (text, filters) => {
        const found = await askFullText(text, filters);
        const articles = await loadArticles(found.map(({ number }) => number));
        return articles.map((article, at) =>
          profileOf({ ...article, body: [[-1, found[at]?.text ?? '']] }, terms, negation),
        );
      }),
  };
  return engine;
}

/** The words that the first file tells of; notes about how many articles hold each in `docs`. */
function knownWords(
  { words, counts }: SearchParts,
  { termOf }: Pick<Engine['terms'], 'termOf'>,
  docs: Map<string, number>,
): readonly KnownWord[] {
  return words.split(' ').map((word, at) => {
    const known = { word, docs: 2 ** Number.parseInt(counts.charAt(at), 36), telling: true };
    docs.set(termOf(word), Math.max(known.docs, docs.get(termOf(word)) ?? 0));
    return known;
  });
}

/** Every term that a text may have to do with, as typed and as mended. */
function termsIn(text: string, engine: Engine): readonly string[] {
  const query = readQuery(text, engine);
  const own = [text, query.mended ?? '']
    .flatMap((each) => engine.terms.read(each))
    .filter(({ filler }) => !filler);
  const asWritten = own.flatMap(({ term, also, meanings }) => [
    term,
    ...also,
    ...meanings.map(({ id }) => id),
  ]);
  return [...asWritten, ...termsOf(query).keys()];
}

/** Loads the postings of terms, and how many articles hold each. */
async function learnTerms(
  wanted: Iterable<string>,
  starts: readonly string[],
  {
    docs,
    postings,
    load,
  }: { readonly docs: Map<string, number>; readonly postings: Postings; readonly load: Load },
): Promise<void> {
  const missing = [...wanted].filter((term) => !postings.has(term));
  const shardOf = (term: string): number =>
    Math.max(0, starts.map((start) => start <= term).lastIndexOf(true));
  const numbers = new Set(missing.map(shardOf));
  const shards = await Promise.all([...numbers].map((number) => load<SearchShard>(`t${number}.json`)));
  for (const term of missing) {
    const [all = 0, ...pairs] = shards.find((shard) => Object.hasOwn(shard, term))?.[term] ?? [];
    docs.set(term, all);
    const list: Record<string, number> = {};
    let number = 0;
    for (let at = 0; at < pairs.length; at += 2) list[(number += pairs[at] ?? 0)] = pairs[at + 1] ?? 0;
    postings.set(term, list);
  }
}

/** The articles that MiniSearch puts first, of an index that holds the postings of these terms and no others. */
function bestOf(
  sought: ReadonlyMap<string, number>,
  postings: Postings,
  count: number,
  docsOf: (term: string) => number,
): readonly { readonly id: number; readonly score: number }[] {
  const numbers = Array.from({ length: count }, (_, number) => number);
  const index: Record<keyof Omit<AsPlainObject, 'dirtCount'>, unknown> = {
    documentCount: count,
    nextId: count,
    documentIds: Object.fromEntries(numbers.map((number) => [number, number])),
    fieldIds: { all: 0 },
    fieldLength: Object.fromEntries(numbers.map((number) => [number, { 0: 1 }])),
    averageFieldLength: [1],
    storedFields: {},
    serializationVersion: 2,
    index: [...sought.keys()].map((term) => [term, { 0: postings.get(term) ?? {} }]),
  };
  const mini = MiniSearch.loadJS(index as AsPlainObject, { fields: ['all'], ...asTerms });
  // What a term loses in MiniSearch's eyes by the articles that were not kept for it.
  const tells = (held: number): number => Math.log(1 + (count - held + 0.5) / (held + 0.5));
  const rarer = (docs: number): number => tells(docs) / tells(Math.min(docs, mostPostings));
  const trust = new Map([...sought].map(([term, sure]) => [term, sure * rarer(docsOf(term))]));
  const found = mini.search([...sought.keys()].join(' '), asked(trust)).slice(0, pool);
  return found.map(({ id, score }) => ({ id: id as number, score }));
}
