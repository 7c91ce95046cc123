import { wordsOf, type Engine } from './engine.ts';
import type { SearchArticle, SearchFile, SearchParts } from './index.ts';
import { articlesInFile, mostPostings } from './parts.ts';
import type { Profile } from './passages.ts';

const limits = {
  /** Letters of all words that the first file may hold; rarer ones are looked up in their shard. */
  vocabulary: 120_000,
  /** Numbers in a shard. */
  shard: 2_000,
};

/** What has to be counted before an index is cut. */
type Counted = Pick<Engine, 'profiles' | 'terms' | 'docsOf' | 'weightOf'>;

/** Cuts an index into parts, for a knowledge base too large for one file: the first file, and the others by name. */
export function cutIndex(
  { articles: _all, ...file }: SearchFile,
  engine: Counted,
): {
  readonly file: Omit<SearchFile, 'parts'> & { readonly parts: Omit<SearchParts, 'folder' | 'texts'> };
  readonly files: ReadonlyMap<string, string>;
  /** The articles by the numbers that the parts give them. */
  readonly articles: readonly SearchArticle[];
} {
  const profiles = byTopic(engine);
  const all = profiles.reduce((sum, { counts }) => sum + counts.size, 0);
  const files = new Map<string, string>();
  for (let from = 0; from < profiles.length; from += articlesInFile)
    files.set(
      `a${from / articlesInFile}.json`,
      JSON.stringify(profiles.slice(from, from + articlesInFile).map(({ article }) => article)),
    );
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
  return {
    files,
    articles: profiles.map(({ article }) => article),
    file: { ...file, parts: { starts, count: profiles.length, all, ...knownWords(engine) } },
  };
}

/** Articles that are named by the same word side by side, so that those which a query finds share files. */
function byTopic({ profiles = [], weightOf, docsOf }: Counted): readonly Profile[] {
  const topicOf = ({ passages, counts }: Profile): string => {
    const named = passages.find(({ kind }) => kind === 'title')?.terms ?? [];
    const telling = (term: string): number =>
      docsOf(term) < articlesInFile ? 0 : weightOf(term) * (counts.get(term) ?? 0);
    return [...named].sort((a, b) => telling(b) - telling(a) || (a < b ? -1 : 1)).join(' ');
  };
  return profiles
    .map((profile) => ({ profile, topic: topicOf(profile) }))
    .sort((a, b) => (a.topic < b.topic ? -1 : a.topic > b.topic ? 1 : 0))
    .map(({ profile }) => profile);
}

/** The most frequent words that there is room for, and how many articles hold each. */
function knownWords({ profiles = [], terms, docsOf }: Counted): Pick<SearchParts, 'words' | 'counts'> {
  let letters = limits.vocabulary;
  const words = wordsOf(profiles, terms)
    .filter(({ docs }) => docs > 0)
    .sort((a, b) => b.docs - a.docs || (a.word < b.word ? -1 : 1))
    .filter(({ word }) => (letters -= word.length + 1) >= 0)
    .map(({ word }) => word)
    .sort();
  const digitOf = (word: string): string =>
    Math.floor(Math.log2(Math.max(1, docsOf(terms.termOf(word))))).toString(36);
  return { words: words.join(' '), counts: words.map(digitOf).join('') };
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
