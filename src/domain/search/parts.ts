import { knowledgeOf, synonymWords, wordSet, type Engine, type FullTextFilters } from './engine.ts';
import type { SearchArticle, SearchFile, SearchParts, SearchShard } from './index.ts';
import { termsFor } from './language.ts';
import { profileOf, type Profile } from './passages.ts';
import { readQuery, type QueryKnowledge } from './query.ts';
import { termsOf } from './rank.ts';

/** Articles kept for a term: those that say most of it. */
export const mostPostings = 400;
/** Articles that share a file: a host takes only so many files, and neighbours are often sought together. */
export const articlesInFile = 8;
/** Articles that are loaded and looked at closely. */
const pool = 20;
/** Occurrences from which on more of them tell little. */
const saturation = 1.2;

/** Reads one file of an index in parts; `load` keeps what it has read. */
type Load = <T>(name: string) => Promise<T>;
/** Term → numbers of articles, each with how much it says of the term. */
type Postings = Map<string, readonly (readonly [number: number, count: number])[]>;

/** Asks the full text for all words of a text: the numbers of the best articles, and what they say. */
export type AskFullText = (
  text: string,
  filters: FullTextFilters,
) => Promise<readonly { readonly number: number; readonly text: string }[]>;

/** Opens an index in parts: a query loads the parts that hold its terms, then those that hold the likeliest articles. */
export function openParts(
  file: SearchFile & { readonly parts: SearchParts },
  load: Load,
  askFullText?: AskFullText,
): Engine {
  const { language, parts } = file;
  const terms = termsFor(language, file.synonyms);
  const docs = new Map<string, number>();
  const postings: Postings = new Map();
  const profiles = new Map<number, Profile>();
  const known = parts.words.split(' ').map((word, at) => {
    const held = 2 ** Number.parseInt(parts.counts.charAt(at), 36);
    docs.set(terms.termOf(word), Math.max(held, docs.get(terms.termOf(word)) ?? 0));
    return { word, docs: held };
  });
  const words = [...known, ...synonymWords(terms, wordSet(parts.words))];
  const docsOf = (term: string): number => docs.get(term) ?? 0;
  const knowledge = knowledgeOf(file, { ...parts, terms, docsOf, words, articles: parts.count });
  const learn = (wanted: Iterable<string>): Promise<void> =>
    learnTerms(wanted, parts.starts, { docs, postings, load });
  const negation = terms.termOf(language.negation);
  const articleAt = async (number: number): Promise<SearchArticle> => {
    const articles = await load<readonly SearchArticle[]>(`a${Math.floor(number / articlesInFile)}.json`);
    return articles[number % articlesInFile]!;
  };
  return {
    ...knowledge,
    learn: (text) => learn(termsIn(text, knowledge)),
    find: async (sought) => {
      await learn(sought.keys());
      return Promise.all(
        bestOf(sought, postings, knowledge).map(async (number) => {
          const profile = profiles.get(number) ?? profileOf(await articleAt(number), terms, negation);
          profiles.set(number, profile);
          return profile;
        }),
      );
    },
    fullText:
      askFullText &&
      (async (text, filters) =>
        Promise.all(
          (await askFullText(text, filters)).map(async (found) =>
            profileOf({ ...(await articleAt(found.number)), body: [[-1, found.text]] }, terms, negation),
          ),
        )),
  };
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
  const numbers = new Set(missing.map((term) => starts.filter((start) => start <= term).length - 1));
  const shards = await Promise.all(
    [...numbers].map((number) => load<SearchShard>(`t${Math.max(0, number)}.json`)),
  );
  for (const term of missing) {
    const [all = 0, ...pairs] = shards.find((shard) => Object.hasOwn(shard, term))?.[term] ?? [];
    docs.set(term, all);
    postings.set(term, postingsIn(pairs));
  }
}

function postingsIn(pairs: readonly number[]): readonly (readonly [number: number, count: number])[] {
  const list: [number, number][] = [];
  let number = 0;
  for (let at = 0; at < pairs.length; at += 2) list.push([(number += pairs[at] ?? 0), pairs[at + 1] ?? 0]);
  return list;
}

/** Every term that a text may have to do with, as typed and as mended. */
function termsIn(text: string, knowledge: QueryKnowledge): readonly string[] {
  const query = readQuery(text, knowledge);
  const own = [text, query.mended ?? ''].flatMap((each) => knowledge.terms.read(each));
  const asWritten = own
    .filter(({ filler }) => !filler)
    .flatMap(({ term, also, meanings }) => [term, ...also, ...meanings.map(({ id }) => id)]);
  return [...asWritten, ...termsOf(query).keys()];
}

/** The articles that say most of the terms (BM25 without lengths), best first. */
function bestOf(
  sought: ReadonlyMap<string, number>,
  postings: Postings,
  { weightOf }: Pick<Engine, 'weightOf'>,
): readonly number[] {
  const scores = new Map<number, number>();
  for (const [term, sure] of sought)
    for (const [number, count] of postings.get(term) ?? [])
      scores.set(number, (scores.get(number) ?? 0) + (sure * weightOf(term) * count) / (count + saturation));
  return [...scores]
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, pool)
    .map(([number]) => number);
}
