import MiniSearch, { type AsPlainObject } from 'minisearch';
import { asked, asTerms, figuresOver, synonymWords, wordSet, wordsOf, type Engine } from './engine.ts';
import type { SearchFile, SearchArticle, SearchParts, SearchShard } from './index.ts';
import { termsFor } from './language.ts';
import { profileOf, type Profile } from './passages.ts';
import { readQuery } from './query.ts';
import { termsOf } from './rank.ts';
import { buildVocabulary } from './vocabulary.ts';

const limits = {
  /** Letters of all words that the first file may hold; rarer ones are looked up in their shard. */
  vocabulary: 120_000,
  /** Articles kept for a term: those that say most of it. */
  postings: 400,
  /** Numbers in a shard. */
  shard: 1_500,
};
/** Articles that are loaded and looked at closely. */
const pool = 20;

/** Cuts an index into parts, for a knowledge base too large for one file: the first file, and the others by name. */
export function cutIndex(
  { articles = [], ...file }: SearchFile,
  { profiles = [], terms, orders, docsOf }: Engine,
): {
  readonly file: Omit<SearchFile, 'parts'> & { readonly parts: Omit<SearchParts, 'folder'> };
  readonly files: ReadonlyMap<string, string>;
} {
  const files = new Map<string, string>();
  for (const [number, article] of articles.entries()) files.set(`a${number}.json`, JSON.stringify(article));
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
        orders: [...orders],
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
        .slice(0, limits.postings)
        .sort((a, b) => a[0] - b[0]);
      return [
        term,
        [list.length, ...kept.flatMap(([number, count], at) => [number - (kept[at - 1]?.[0] ?? 0), count])],
      ];
    }),
  );
}

/** Opens an index in parts; `load` reads one of its files. */
export function openParts(
  { language, synonyms, right, topics, parts }: SearchFile & { readonly parts: SearchParts },
  load: <T>(name: string) => Promise<T>,
): Engine {
  const terms = termsFor(language, synonyms);
  const { count, starts } = parts;
  const docs = new Map<string, number>();
  const postings = new Map<string, Readonly<Record<string, number>>>();
  const words = parts.words.split(' ').map((word, at) => {
    const known = { word, docs: 2 ** Number.parseInt(parts.counts.charAt(at), 36), telling: true };
    docs.set(terms.termOf(word), Math.max(known.docs, docs.get(terms.termOf(word)) ?? 0));
    return known;
  });
  const learnTerms = async (wanted: Iterable<string>): Promise<void> => {
    const missing = [...wanted].filter((term) => !postings.has(term));
    const numbers = new Set(
      missing.map((term) =>
        Math.max(
          0,
          starts.findLastIndex((start) => start <= term),
        ),
      ),
    );
    const shards = await Promise.all([...numbers].map((number) => load<SearchShard>(`t${number}.json`)));
    for (const term of missing) {
      const [all = 0, ...pairs] = shards.find((shard) => Object.hasOwn(shard, term))?.[term] ?? [];
      docs.set(term, all);
      const list: Record<string, number> = {};
      let number = 0;
      for (let at = 0; at < pairs.length; at += 2) list[(number += pairs[at] ?? 0)] = pairs[at + 1] ?? 0;
      postings.set(term, list);
    }
  };
  const docsOf = (term: string): number => docs.get(term) ?? 0;
  const numbers = Array.from({ length: count }, (_, number) => number);
  const each = <T>(value: T): Record<string, T> =>
    Object.fromEntries(numbers.map((number) => [number, value]));
  const rest = { documentIds: each(0), fieldLength: each({ 0: 1 }) };
  for (const number of numbers) rest.documentIds[number] = number;
  const engine: Engine = {
    language,
    terms,
    docsOf,
    topics: wordSet(topics),
    ...figuresOver(count, parts.all, docsOf),
    orders: new Set(parts.orders),
    vocabulary: buildVocabulary(
      [...words, ...synonymWords(terms, new Set(parts.words.split(' ')))],
      wordSet(right),
    ),
    learn: async (text) => {
      const query = readQuery(text, engine);
      const own = [...terms.read(text), ...terms.read(query.mended ?? '')].filter(({ filler }) => !filler);
      const asWritten = own.flatMap(({ term, also, meanings }) => [
        term,
        ...also,
        ...meanings.map(({ id }) => id),
      ]);
      await learnTerms([...asWritten, ...termsOf(query).keys()]);
    },
    find: async (sought) => {
      await learnTerms(sought.keys());
      const mini = MiniSearch.loadJS(
        {
          ...rest,
          documentCount: count,
          nextId: count,
          fieldIds: { all: 0 },
          averageFieldLength: [1],
          storedFields: {},
          dirtCount: 0,
          serializationVersion: 2,
          index: [...sought.keys()].map((term) => [term, { 0: postings.get(term) ?? {} }]),
        } as unknown as AsPlainObject,
        { fields: ['all'], ...asTerms },
      );
      const trust = new Map([...sought].map(([term, sure]) => [term, sure * rarer(docsOf(term), count)]));
      const found = mini.search([...sought.keys()].join(' '), asked(trust)).slice(0, pool);
      const best = found[0]?.score ?? 1;
      const articles = await Promise.all(found.map(({ id }) => load<SearchArticle>(`a${id as number}.json`)));
      const negation = terms.termOf(language.negation);
      return articles.map((article, at) => ({
        profile: profileOf(article, terms, negation),
        base: (found[at]?.score ?? 0) / best,
      }));
    },
  };
  return engine;
}

/** What a term loses in MiniSearch's eyes by the articles that were not kept for it. */
function rarer(docs: number, all: number): number {
  const tells = (held: number): number => Math.log(1 + (all - held + 0.5) / (held + 0.5));
  return tells(docs) / tells(Math.min(docs, limits.postings));
}
