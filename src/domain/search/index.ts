import { wordsOfStep } from '../values/slug.ts';
import type { TextKind } from '../knowledge/article.ts';
import type { SearchLanguage } from './language.ts';

/** A place inside an article that a result can lead to. */
export interface SearchPlace {
  /** The permanent anchor, where `anchorOf` does not say the same. */
  readonly id?: string | undefined;
  readonly text: string;
  /** The number of a step; undefined for a heading. */
  readonly step?: number | undefined;
}

/** The anchor of a place that has none of its own: its first words. */
export function anchorOf({ id, text }: SearchPlace): string {
  return id ?? (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).slice(0, wordsOfStep).join('-');
}

/** What search knows of an article, of a page of the owner's own, or of a term of the glossary. */
export interface SearchArticle {
  readonly kind: TextKind | 'term';
  readonly path: string;
  readonly title: string;
  readonly short?: string | undefined;
  /** The name of its drawing, `/pictures/<name>.svg`. */
  readonly picture?: string | undefined;
  readonly summary: string;
  /** The minutes that a fix takes, in words. */
  readonly time?: string | undefined;
  readonly loses?: string | undefined;
  /** Exact texts that the reader sees on a screen. */
  readonly says: readonly string[];
  /** What people type for it. */
  readonly aliases: readonly string[];
  /** The words of `SearchFile.asked` that led readers here, in signs that `asked.ts` writes and reads. */
  readonly asked?: string | undefined;
  readonly places: readonly SearchPlace[];
  /** What the page shows of the front matter: what is lost, what is needed, reasons, how to verify. */
  readonly facts: readonly string[];
  /** The running text, block by block, each with the number of the place it stands under (-1: none). */
  readonly body: readonly (readonly [place: number, text: string])[];
  /** Articles that look alike: path, and the difference that tells them apart. */
  readonly twins: readonly (readonly [path: string, difference: string])[];
}

/** The file that every search begins with. */
export interface SearchFile {
  /** ISO time of the build; only the server of dev adds it, so that the same site is always the same files. */
  readonly built?: string | undefined;
  readonly language: SearchLanguage;
  /** Groups of words and phrases that mean the same. */
  readonly synonyms: readonly (readonly string[])[];
  /** Words of the language that look like misspellings of this knowledge base's words, separated by spaces. */
  readonly right: string;
  /** Words and phrases for what the knowledge base is not about, separated by commas. */
  readonly elsewhere: string;
  /** Terms that say what the knowledge base is about, each with a digit for how much, separated by spaces. */
  readonly topics: string;
  /** Terms of queries that led readers to articles, separated by spaces. */
  readonly asked: string;
  /** Path, title and drawing of what to offer before anything is typed. */
  readonly suggested: readonly (readonly [path: string, title: string, picture?: string])[];
  /** All articles; undefined where they are too many for one file and come in parts. */
  readonly articles?: readonly SearchArticle[] | undefined;
  readonly parts?: SearchParts | undefined;
  /** What the results say: sentences by name, kinds and risks by id. */
  readonly labels: Readonly<Record<'results' | 'kinds' | 'risks', Readonly<Record<string, string>>>>;
}

/** What has to be known of an index in parts before any part is loaded. */
export interface SearchParts {
  /** The folder beside the file that holds the postings (`t0.json` …) and the articles (`a0.json` …, some in each). */
  readonly folder: string;
  /** The folder that holds the full text, in `full/`. */
  readonly texts: string;
  readonly count: number;
  /** Different terms of all articles together. */
  readonly all: number;
  /** Terms from `starts[n]` on are in `t<n>.json`. */
  readonly starts: readonly string[];
  /** Sorted words, separated by spaces, and for each one digit (base 36): log2 of the number of articles that hold it. */
  readonly words: string;
  readonly counts: string;
}

/** Term → the number of articles that say it, then pairs: the number of one of those that say most of it, and how much. */
export type SearchShard = Readonly<Record<string, readonly number[]>>;
