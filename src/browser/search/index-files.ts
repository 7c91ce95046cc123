import { openCore, shardOf, type OpenCore } from '../../domain/search/core.ts';
import type { SearchEntry, SearchFile, SearchShard } from '../../domain/search/index.ts';
import { phraseReader, type RankKnowledge } from '../../domain/search/rank.ts';
import { indexAddress, indexFolder } from './index-address.ts';

/** The index, loaded part by part as queries need it. Every function rejects when a file cannot be had. */
export interface IndexFiles extends OpenCore, Pick<RankKnowledge, 'phrasesOf'> {
  readonly file: SearchFile;
  /** The postings of these terms. */
  readonly postingsOf: (terms: readonly string[]) => Promise<SearchShard>;
  /** The entries of these articles, in their order. */
  readonly entriesOf: (articles: readonly number[]) => Promise<readonly SearchEntry[]>;
  /** The running text of an article. */
  readonly bodyOf: (article: number) => Promise<string>;
}

/** Loads the beginning of the index. `early` is its answer when someone has asked for it already. */
export async function openIndex(early?: Promise<Response>): Promise<IndexFiles> {
  const response = await (early ?? fetch(indexAddress));
  if (!response.ok) throw new Error(`search.json: ${response.status}`);
  const file = (await response.json()) as SearchFile;
  const open = openCore(file.core);
  const parts = new Map<string, Promise<unknown>>();
  const part = <T>(name: string): Promise<T> => {
    const known = parts.get(name) ?? load(`${indexFolder}${file.parts}/${name}`);
    parts.set(name, known);
    // What failed once may work when the connection is back.
    known.catch(() => parts.delete(name));
    return known as Promise<T>;
  };
  const { perBlock, articles } = file.core;
  // A guide that fits into one block needs it whatever is asked: it comes along with the first words.
  if (articles <= perBlock) part('e0.json').catch(() => undefined);
  return {
    ...open,
    file,
    phrasesOf: phraseReader(open.terms),
    postingsOf: async (terms) => {
      const shards = await Promise.all(
        [...new Set(terms.map((term) => shardOf(file.core, term)))].map((number) =>
          part<SearchShard>(`t${number}.json`),
        ),
      );
      return Object.assign({}, ...shards) as SearchShard;
    },
    entriesOf: async (numbers) => {
      const blocks = await Promise.all(
        numbers.map((number) => part<readonly SearchEntry[]>(`e${Math.floor(number / perBlock)}.json`)),
      );
      return numbers
        .map((number, index) => blocks[index]?.[number % perBlock])
        .filter((entry) => entry !== undefined);
    },
    bodyOf: (number) => part<string>(`b${number}.txt`),
  };
}

async function load(address: string): Promise<unknown> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return address.endsWith('.json') ? response.json() : response.text();
}
