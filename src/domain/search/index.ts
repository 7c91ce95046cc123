import type { Kind } from '../knowledge/article.ts';
import { termsFor, type SearchLanguage, type Terms } from './language.ts';
import { mendSpelling } from './spelling.ts';
import { hyphenPartsIn, wordsIn } from './text.ts';

/** A place inside an article that a result can lead to. */
export interface SearchPlace {
  /** The permanent anchor. */
  readonly id: string;
  readonly text: string;
  /** The number of a step; undefined for a heading. */
  readonly step?: number | undefined;
}

/** What search knows of an article. */
export interface SearchArticle {
  readonly kind: Kind;
  readonly path: string;
  readonly title: string;
  readonly short?: string | undefined;
  readonly summary: string;
  readonly minutes?: number | undefined;
  /** The same in words. */
  readonly time?: string | undefined;
  readonly loses?: string | undefined;
  /** Exact texts that the reader sees on a screen. */
  readonly says: readonly string[];
  /** What people type for it. */
  readonly aliases: readonly string[];
  readonly places: readonly SearchPlace[];
  /** The remaining text, for finding only. */
  readonly body: string;
}

/** The articles without their bodies, in blocks that are loaded when one of them is found. */
export type SearchEntry = Omit<SearchArticle, 'body'>;

/** Where a term stands in an article: one bit for each field. */
export const fieldBits = { title: 1, says: 2, alias: 4, summary: 8, place: 16, body: 32 } as const;

/** The part of the index that every search needs. */
export interface SearchCore {
  readonly language: SearchLanguage;
  /** Sorted words, separated by spaces, and for each one digit (base 36): log2 of the number of articles that hold it. */
  readonly words: string;
  readonly counts: string;
  /** The same for the words that stand in the running text only. */
  readonly bodyWords: string;
  readonly bodyCounts: string;
  /** False when rare words were left out to save bytes: then a word can be known though it is not in `words`. */
  readonly complete: boolean;
  /** Terms from `shardStarts[n]` on are in shard n. */
  readonly shardStarts: readonly string[];
  readonly articles: number;
  readonly perBlock: number;
  /** Kind of each article (one letter), in the order of the entries. */
  readonly kinds: string;
  /** Index into `risks` of each article, `-` for articles that are no fix. */
  readonly loses: string;
  readonly risks: readonly string[];
  readonly synonyms: readonly (readonly string[])[];
  /** First words of fix titles: a query that begins with one asks for a fix. */
  readonly orders: readonly string[];
}

/** Term → postings: numbers of articles (as differences) times 64, plus the bits of the fields. */
export type SearchShard = Readonly<Record<string, readonly number[]>>;

export interface SearchIndex {
  readonly core: SearchCore;
  readonly shards: readonly SearchShard[];
  readonly blocks: readonly (readonly SearchEntry[])[];
}

/** The file that every search begins with. */
export interface SearchFile {
  /** The folder beside it that holds the shards (`t0.json` …), entries (`e0.json` …) and bodies (`b0.txt` …). */
  readonly parts: string;
  /** ISO time of the build; only the server of dev adds it, so that the same site is always the same files. */
  readonly built?: string | undefined;
  readonly core: SearchCore;
  /** What the results say: sentences by name, kinds and risks by id. */
  readonly labels: {
    readonly results: Readonly<Record<string, string>>;
    readonly kinds: Readonly<Record<string, string>>;
    readonly risks: Readonly<Record<string, string>>;
  };
}

export interface SearchIndexOptions {
  readonly language: SearchLanguage;
  readonly synonyms: readonly (readonly string[])[];
  readonly risks: readonly string[];
}

export const kindLetters = { symptom: 's', cause: 'c', fix: 'f' } as const satisfies Record<Kind, string>;

const limits = {
  /** Letters of all words that the core may hold. */
  vocabulary: 120_000,
  /** Postings kept for a term; those in titles, aliases and on-screen texts go first. */
  postings: 300,
  /** Numbers in a shard. */
  shard: 900,
  /** Letters in a block of entries. */
  block: 9_000,
  /** Entries are one single block up to this size. */
  oneBlock: 260_000,
};

/** Builds the index. Articles keep their order: symptoms, causes, fixes. */
export function buildSearchIndex(
  articles: readonly SearchArticle[],
  { language, synonyms, risks }: SearchIndexOptions,
): SearchIndex {
  const terms = termsFor(language);
  const mended = mendSpelling(articles, terms);
  const postings = postingsOf(mended, terms);
  const words = wordsOf(mended, postings, terms);
  const { shards, starts } = shardsOf(postings);
  const entries = mended.map(({ body: _body, ...entry }) => entry);
  const perBlock = perBlockOf(entries);
  return {
    core: {
      language,
      synonyms,
      risks,
      ...words,
      perBlock,
      shardStarts: starts,
      articles: mended.length,
      kinds: mended.map(({ kind }) => kindLetters[kind]).join(''),
      loses: mended
        .map(({ loses }) => (loses === undefined ? '-' : Math.max(0, risks.indexOf(loses)).toString(36)))
        .join(''),
      orders: [
        ...new Set(
          mended
            .filter(({ kind }) => kind === 'fix')
            .flatMap(({ title }) => wordsIn(title).slice(0, 1).map(terms.termOf)),
        ),
      ].sort(),
    },
    shards,
    blocks: Array.from({ length: Math.ceil(entries.length / perBlock) }, (_, block) =>
      entries.slice(block * perBlock, (block + 1) * perBlock),
    ),
  };
}

type Postings = ReadonlyMap<string, readonly (readonly [article: number, bits: number])[]>;

function postingsOf(articles: readonly SearchArticle[], { termOf, isFiller }: Terms): Postings {
  const found = new Map<string, [number, number][]>();
  for (const [number, article] of articles.entries()) {
    const bits = new Map<string, number>();
    for (const [field, text] of fieldsOf(article)) {
      for (const word of [...wordsIn(text), ...hyphenPartsIn(text)]) {
        const term = termOf(word);
        if (!isFiller(word)) bits.set(term, (bits.get(term) ?? 0) | fieldBits[field]);
      }
    }
    for (const [term, mask] of bits) {
      const list = found.get(term);
      if (list) list.push([number, mask]);
      else found.set(term, [[number, mask]]);
    }
  }
  return new Map([...found].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function fieldsOf(article: SearchArticle): readonly (readonly [keyof typeof fieldBits, string])[] {
  return [
    ['title', `${article.title} ${article.short ?? ''}`],
    ['says', article.says.join(' ')],
    ['alias', article.aliases.join(' ')],
    ['summary', article.summary],
    ['place', article.places.map(({ text }) => text).join(' ')],
    ['body', article.body],
  ];
}

type CoreWords = Pick<SearchCore, 'words' | 'counts' | 'bodyWords' | 'bodyCounts' | 'complete'>;

function wordsOf(
  articles: readonly SearchArticle[],
  postings: Postings,
  { termOf, isFiller }: Terms,
): CoreWords {
  const telling = new Set<string>();
  const all = new Set<string>();
  for (const article of articles) {
    for (const [field, text] of fieldsOf(article)) {
      for (const word of [...wordsIn(text), ...hyphenPartsIn(text)].filter((each) => !isFiller(each))) {
        all.add(word);
        if (field !== 'body') telling.add(word);
      }
    }
  }
  const docs = (word: string): number => postings.get(termOf(word))?.length ?? 0;
  const order = (a: string, b: string): number =>
    Number(telling.has(b)) - Number(telling.has(a)) || docs(b) - docs(a) || (a < b ? -1 : 1);
  let room = limits.vocabulary;
  const kept = [...all]
    .sort(order)
    .filter((word) => (room -= word.length + 1) >= 0)
    .sort();
  const [words, bodyWords] = [
    kept.filter((word) => telling.has(word)),
    kept.filter((word) => !telling.has(word)),
  ];
  const counts = (list: readonly string[]): string =>
    list.map((word) => Math.floor(Math.log2(Math.max(1, docs(word)))).toString(36)).join('');
  return {
    words: words.join(' '),
    counts: counts(words),
    bodyWords: bodyWords.join(' '),
    bodyCounts: counts(bodyWords),
    complete: kept.length === all.size,
  };
}

function shardsOf(postings: Postings): {
  readonly shards: readonly SearchShard[];
  readonly starts: readonly string[];
} {
  const shards: Record<string, number[]>[] = [];
  const starts: string[] = [];
  let room = 0;
  for (const [term, list] of postings) {
    const kept = mostTelling(list);
    if ((room -= kept.length) < 0) {
      shards.push({});
      starts.push(term);
      room = limits.shard - kept.length;
    }
    (shards.at(-1) ?? {})[term] = kept.map(
      ([number, bits], index) => (number - (kept[index - 1]?.[0] ?? 0)) * 64 + bits,
    );
  }
  return { shards, starts };
}

function mostTelling(list: readonly (readonly [article: number, bits: number])[]): typeof list {
  if (list.length <= limits.postings) return list;
  return [...list]
    .sort((a, b) => rankOf(b[1]) - rankOf(a[1]) || a[0] - b[0])
    .slice(0, limits.postings)
    .sort((a, b) => a[0] - b[0]);
}

/** The bits read from the most telling field down. */
function rankOf(bits: number): number {
  return [fieldBits.title, fieldBits.says, fieldBits.alias, fieldBits.summary, fieldBits.place].reduce(
    (rank, bit) => rank * 2 + (bits & bit ? 1 : 0),
    0,
  );
}

function perBlockOf(entries: readonly SearchEntry[]): number {
  const size = JSON.stringify(entries).length;
  return size <= limits.oneBlock
    ? Math.max(1, entries.length)
    : Math.max(1, Math.floor(limits.block / (size / entries.length)));
}
