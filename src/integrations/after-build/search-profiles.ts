import { digestOf } from '../../articles/digest.ts';
import type { SearchArticle } from '../../domain/search/index.ts';
import type { Terms } from '../../domain/search/language.ts';
import { isName, profileOf, type Profile } from '../../domain/search/profile.ts';

/** What an index is made of, of one article: the numbers of words. */
export interface Gist {
  /** Its aliases as they travel, the terms of its names, its words, and all that it says, one after the other. */
  readonly ids: Uint32Array;
  /** Where each of the first three ends. */
  readonly ends: Uint32Array;
  /** How much it says each of the last. */
  readonly counts: Float64Array;
}

/** The gists of articles by the digests of what search is told of them, and the words that they number. */
export interface Gists {
  readonly words: readonly string[];
  readonly of: ReadonlyMap<string, Gist>;
}

/** Remembers gists from one build to the next. `reading` stands for all that decides how texts are read. */
export interface GistMemory {
  readonly recall: (reading: string) => Gists | undefined;
  readonly keep: (reading: string, gists: Gists) => void;
}

/** How articles are read. */
export interface Reading {
  readonly terms: Terms;
  /** An article without what need not travel; `aliases` are those that need, where they are known. */
  readonly lighter: (article: SearchArticle, aliases?: readonly string[]) => SearchArticle;
  /** Stands for all of this. */
  readonly made: string;
}

/**
 * The articles as they travel, each with what an index is made of, and without what only a query is compared with: for thousands of
 * articles that is most of the memory of a build. To take one apart takes longest, so what `memory` knows is not taken apart again.
 */
export function profilesFor(
  articles: readonly SearchArticle[],
  { terms, lighter, made }: Reading,
  memory?: GistMemory,
): readonly Profile[] {
  const before = memory?.recall(made);
  const words = [...(before?.words ?? [])];
  const numbers = new Map(words.map((word, number) => [word, number]));
  const numberOf = (word: string): number => {
    const number = numbers.get(word) ?? words.push(word) - 1;
    numbers.set(word, number);
    return number;
  };
  const gists = new Map<string, Gist>();
  const profiles = articles.map((article) => {
    const digest = digestOf(article);
    const gist = before?.of.get(digest) ?? gistOf(profileOf(lighter(article), terms), numberOf);
    gists.set(digest, gist);
    return profileFrom(gist, words, (aliases) => lighter(article, aliases));
  });
  memory?.keep(made, { words, of: gists });
  return profiles;
}

function gistOf({ article, passages, words, counts }: Profile, numberOf: (word: string) => number): Gist {
  const named = passages.filter(({ kind }) => isName(kind));
  const parts = [article.aliases, new Set(named.flatMap(({ terms }) => terms)), words, counts.keys()].map(
    (part) => [...part],
  );
  const lengths = parts.map((part) => part.length);
  return {
    ids: Uint32Array.from(parts.flat(), numberOf),
    ends: Uint32Array.from(lengths.slice(0, 3), (_, at) => lengths.slice(0, at + 1).reduce((a, b) => a + b)),
    counts: Float64Array.from(counts.values()),
  };
}

function profileFrom(
  { ids, ends, counts }: Gist,
  words: readonly string[],
  articleWith: (aliases: readonly string[]) => SearchArticle,
): Profile {
  const part = (at: number): readonly string[] =>
    Array.from(ids.subarray(ends[at - 1] ?? 0, ends[at]), (number) => words[number]!);
  const names = { kind: 'alias', text: '', place: -1, all: none, denied: none, row: '' } as const;
  return {
    article: articleWith(part(0)),
    passages: [{ ...names, terms: part(1) }],
    words: new Set(part(2)),
    counts: new Map(part(3).map((term, at) => [term, counts[at]!])),
    length: 0,
    saying: saidNowhere,
  };
}

const none: ReadonlySet<string> = new Set();
const saidNowhere: Profile['saying'] = () => new Map();
