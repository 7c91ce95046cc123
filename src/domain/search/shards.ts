import { compareText } from '../values/compare.ts';
import { columnsOf } from './columns.ts';
import { countOf, type Engine } from './engine.ts';
import type { SearchArticle, SearchFile, SearchParts, SearchShard } from './index.ts';
import { articlesInFile } from './parts.ts';
import type { Profile } from './profile.ts';

const limits = {
  /** Letters of all words that the first file may hold; rarer ones are looked up in their shard. */
  vocabulary: 120_000,
  /** Numbers in a shard. */
  shard: 2_000,
  /** Articles kept for a term: those that say most of it. */
  postings: 400,
};

/** Cuts an index into parts, for a knowledge base too large for one file: the first file, the others by name, and the articles by the numbers that the parts give them. */
export function cutIndex(
  { articles: _all, ...file }: SearchFile,
  { profiles = [], terms, docsOf }: Pick<Engine, 'profiles' | 'terms' | 'docsOf'>,
): {
  readonly file: Omit<SearchFile, 'parts'> & { readonly parts: Omit<SearchParts, 'folder' | 'texts'> };
  readonly files: ReadonlyMap<string, string>;
  readonly articles: readonly SearchArticle[];
} {
  // What is called alike is often found together, and then shares a file. By its id, which was made of the title and stays when
  // that is edited: else all articles between the old place and the new one had other numbers, and other files.
  const sorted = [...profiles].sort((a, b) => compareText(a.article.path, b.article.path));
  const articles = sorted.map(({ article }) => article);
  const files = new Map<string, string>();
  for (let from = 0; from < articles.length; from += articlesInFile)
    files.set(
      `a${from / articlesInFile}.json`,
      JSON.stringify(columnsOf(articles.slice(from, from + articlesInFile))),
    );
  const starts: string[] = [];
  const shards: Record<string, readonly number[]>[] = [];
  let room = 0;
  for (const [term, list] of postingsOf(sorted)) {
    if (room < list.length) {
      shards.push({});
      starts.push(term);
      room = limits.shard;
    }
    shards.at(-1)![term] = list;
    room -= list.length;
  }
  for (const [number, shard] of shards.entries()) files.set(`t${number}.json`, JSON.stringify(shard));
  const counted = countOf(profiles);
  let letters = limits.vocabulary;
  const words = [...counted.words]
    .sort((a, b) => b.docs - a.docs || compareText(a.word, b.word))
    .filter(({ word }) => (letters -= word.length + 1) >= 0)
    .map(({ word }) => word)
    .sort();
  const counts = words.map((word) => Math.floor(Math.log2(docsOf(terms.termOf(word)))).toString(36)).join('');
  const parts = { starts, count: counted.count, all: counted.all, words: words.join(' '), counts };
  return { files, articles, file: { ...file, parts } };
}

/** Of each term in order, in how many articles it stands, then pairs: the number of an article that says most of it, and how much. */
function postingsOf(profiles: readonly Profile[]): readonly (readonly [term: string, SearchShard[string]])[] {
  const found = new Map<string, number[]>();
  for (const [number, { counts }] of profiles.entries())
    for (const [term, count] of counts) {
      const posting = number - wide * Math.ceil(count);
      const list = found.get(term);
      if (list) list.push(posting);
      else found.set(term, [posting]);
    }
  const byTerm = [...found].map(([term, list]) => {
    const kept = list.sort((a, b) => a - b).slice(0, limits.postings);
    const pairs = kept.flatMap((posting) => {
      const count = Math.ceil(-posting / wide);
      return [posting + wide * count, count];
    });
    return [term, [list.length, ...pairs]] as const;
  });
  return byTerm.sort(([a], [b]) => compareText(a, b));
}

/** More than any knowledge base has articles: a number less this many times a count is one number for both, hundreds of thousands of which are sorted sooner than pairs. */
const wide = 2 ** 24;
