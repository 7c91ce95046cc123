import type { Kind } from '../knowledge/article.ts';
import type { SearchLanguage } from './language.ts';

/** A place inside an article that a result can lead to. */
export interface SearchPlace {
  /** The permanent anchor. */
  readonly id: string;
  readonly text: string;
  /** The number of a step; undefined for a heading. */
  readonly step?: number | undefined;
}

/** What search knows of an article, or of a term of the glossary. */
export interface SearchArticle {
  readonly kind: Kind | 'term';
  readonly path: string;
  readonly title: string;
  readonly short?: string | undefined;
  readonly summary: string;
  /** The minutes that a fix takes, in words. */
  readonly time?: string | undefined;
  readonly loses?: string | undefined;
  /** Exact texts that the reader sees on a screen. */
  readonly says: readonly string[];
  /** What people type for it. */
  readonly aliases: readonly string[];
  readonly places: readonly SearchPlace[];
  /** What the page shows of the front matter: what is lost, what is needed, reasons, how to verify. */
  readonly facts: readonly string[];
  /** The running text, block by block, each with the number of the place it stands under (-1: none). */
  readonly body: readonly (readonly [place: number, text: string])[];
  /** Symptoms that look alike: path and the difference that tells them apart. */
  readonly twins: readonly (readonly [path: string, difference: string])[];
}

/** Everything that search loads, in one file. */
export interface SearchFile {
  /** ISO time of the build. */
  readonly built: string;
  readonly language: SearchLanguage;
  readonly synonyms: readonly (readonly string[])[];
  /** Words of the language that look like misspellings of this knowledge base's words, separated by spaces. */
  readonly right: string;
  readonly risks: readonly string[];
  /** Paths of what to offer before anything is typed. */
  readonly suggested: readonly string[];
  readonly articles: readonly SearchArticle[];
  /** What the results say: sentences by name, kinds and risks by id. */
  readonly labels: {
    readonly results: Readonly<Record<string, string>>;
    readonly kinds: Readonly<Record<string, string>>;
    readonly risks: Readonly<Record<string, string>>;
  };
}
