import { wordsOf, type Engine } from './engine.ts';
import type { SearchFile, SearchParts } from './index.ts';
import { articlesInFile, mostPostings } from './parts.ts';
import type { Profile } from './passages.ts';

const limits = {
  /** Letters of all words that the first file may hold; rarer ones are looked up in their shard. */
  vocabulary: 120_000,
  /** Numbers in a shard. */
  shard: 1_500,
};

/** Cuts an index into parts, for a knowledge base too large for one file: the first file, and the others by name. */
export function cutIndex(
  { articles = [], ...file }: SearchFile,
  { profiles = [], terms, docsOf }: Engine,
): {
  readonly file: Omit<SearchFile, 'parts'> & { readonly parts: Omit<SearchParts, 'folder' | 'texts'> };
  readonly files: ReadonlyMap<string, string>;
} {
  const files = new Map<string, string>();
  for (let from = 0; from < articles.length; from += articlesInFile)
    files.set(`a${from / articlesInFile}.json`, JSON.stringify(articles.slice(from, from + articlesInFile)));
  const starts: string[] = [];
  const shards: Record<string, readonly number[]>[] = [];
  let room = 0;
  for (const [term, list] of [...postingsOf(profiles)].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (room < list.length) {
      shards.push({});
      starts.push(term);
      room = limits.shard;
    }
    shards[shards.length - 1]![term] = list;
    room -= list.length;
  }
  for (const [number, shard] of shards.entries()) files.set(`t${number}.json`, JSON.stringify(shard));
  let letters = limits.vocabulary;
  const words = wordsOf(profiles, terms)
    .filter(({ docs }) => docs > 0)
    .sort((a, b) => Number(b.telling) - Number(a.telling) || b.docs - a.docs || (a.word < b.word ? -1 : 1))
    .filter(({ word }) => (letters -= word.length + 1) >= 0)
    .sort((a, b) => (a.word < b.word ? -1 : 1));
  return {
    files,
    file: {
      ...file,
      parts: {
        starts,
        count: articles.length,
        all: profiles.reduce((sum, { counts }) => sum + counts.size, 0),
        words: words.map(({ word }) => word).join(' '),
        counts: words
          .map(({ word }) => Math.floor(Math.log2(Math.max(1, docsOf(terms.termOf(word))))).toString(36))
          .join(''),
      },
    },
  };
}

/** Term → the number of articles that say it, then pairs: how far the article's number is from the one before, how much it says it. */
function postingsOf(profiles: readonly Profile[]): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, [number, number][]>();
  for (const [number, { counts }] of profiles.entries())
    for (const [term, count] of counts) {
      const list = found.get(term);
      if (list) list.push([number, Math.ceil(count)]);
      else found.set(term, [[number, Math.ceil(count)]]);
    }
  return new Map(
    [...found].map(([term, list]) => {
      const kept = list
        .sort((a, b) => b[1] - a[1] || a[0] - b[0])
        .slice(0, mostPostings)
        .sort((a, b) => a[0] - b[0]);
      return [
        term,
        [list.length, ...kept.flatMap(([number, count], at) => [number - (kept[at - 1]?.[0] ?? 0), count])],
      ];
    }),
  );
}
