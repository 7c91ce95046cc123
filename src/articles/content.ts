import type { Nodes, Root } from 'mdast';
import type { Article, Kind, OwnPage, Question, TextKind } from '../domain/knowledge/article.ts';
import type { Picture, Screenshot } from '../domain/knowledge/picture.ts';
import type { Change, GlossaryEntry, Site, UiPaths } from '../domain/knowledge/site.ts';
import type { OwnerStyle } from '../domain/look/owner-style.ts';
import type { Start } from '../domain/knowledge/start.ts';
import type { Anchor } from '../domain/permalinks/anchors.ts';
import type { Ledger } from '../domain/permalinks/ledger.ts';
import type { Tombstone } from '../domain/permalinks/tombstone.ts';
import type { AskedFor } from '../domain/search/asked.ts';
import type { Place, Problem } from '../domain/problems/problem.ts';
import type { AnchoredNode, Step } from '../markdown/find-anchors.ts';
import type { Words } from '../words/words.ts';
import type { ContentDir } from './content-dir.ts';
import type { EvidenceData } from './evidence/evidence-of.ts';

/** A point in a file, from 1. */
export interface Point {
  readonly line: number;
  readonly column: number;
}

/** Keys and indexes that lead to a value, as in `['solves', 0, 'cause']`. */
export type FieldPath = readonly (string | number)[];

/** A component as the author wrote it; an attribute that is an expression has the value `undefined`. */
export interface ComponentUse extends Point {
  readonly name: string;
  readonly attributes: readonly (Point & { readonly name: string; readonly value: string | undefined })[];
}

export interface Link extends Point {
  readonly url: string;
}

/** What the check and the pages need to know of a body. */
export interface Body {
  readonly anchors: readonly Anchor[];
  /** The nodes of `tree` that carry them. */
  readonly anchored: readonly AnchoredNode[];
  readonly steps: readonly (Point & { readonly text: string })[];
  readonly links: readonly Link[];
  readonly images: readonly (Link & { readonly alt: string })[];
  readonly components: readonly ComponentUse[];
  /** Imports, expressions and raw HTML. */
  readonly forbidden: readonly (Point & { readonly what: string })[];
  /** Where a procedure stands, and whether it holds an ordered list. */
  readonly procedures: readonly (Point & { readonly ordered: boolean })[];
  /** The parts of the tree that hold a procedure, and the steps in them. */
  readonly stepParts: readonly Nodes[];
  readonly stepItems: readonly Step[];
  readonly words: number;
  /** Headings of the first level. */
  readonly titles: readonly Point[];
  readonly tree: Root;
}

/** The file of an article or of a page of the owner's own: what could be read of it, and where its parts stand. */
export interface TextFile {
  readonly kind: TextKind;
  readonly id: string;
  readonly file: string;
  readonly path: string;
  readonly format: 'mdx' | 'md';
  readonly lines: readonly string[];
  /** Front matter as written, before the schema; undefined when it does not parse. */
  readonly raw: unknown;
  readonly article?: Article | OwnPage | undefined;
  readonly body?: Body | undefined;
  readonly placeOf: (path: FieldPath) => Place;
  readonly placeAt: (line: number, column: number) => Place;
}

/** The file of an article. */
export interface ArticleFile extends TextFile {
  readonly kind: Kind;
  readonly article?: Article | undefined;
}

/** The file of a page of the owner's own. */
export interface PageFile extends TextFile {
  readonly kind: 'page';
  readonly article?: OwnPage | undefined;
}

/** A YAML or SVG file beside the articles. */
export interface DataFile<T> {
  readonly id: string;
  readonly file: string;
  readonly value: T;
  /** Stands for the text that it was read from. */
  readonly made?: string | undefined;
  readonly placeOf: (path: FieldPath) => Place;
}

/** The ledger of permanent links. */
export interface LedgerFile extends Ledger {
  readonly file: string;
  readonly placeAt: (line: number) => Place;
}

/** What is there but could not be used: ids by folder, and names of files. Nothing is said of those who refer to it. */
export interface Unread {
  readonly symptom: ReadonlySet<string>;
  readonly cause: ReadonlySet<string>;
  readonly fix: ReadonlySet<string>;
  readonly page: ReadonlySet<string>;
  readonly question: ReadonlySet<string>;
  readonly picture: ReadonlySet<string>;
  readonly files: ReadonlySet<string>;
}

/** All that a content folder holds; problems of single files are already found. */
export interface Content {
  readonly dir: ContentDir;
  /** Those of the language that `site.yaml` names, even where the rest of it cannot be read. */
  readonly words: Words;
  readonly articles: readonly ArticleFile[];
  /** Pages of the owner's own, by id. */
  readonly pages: readonly PageFile[];
  readonly site?: DataFile<Site> | undefined;
  readonly questions: readonly DataFile<Question>[];
  /** The drawings. */
  readonly pictures: readonly DataFile<Picture>[];
  readonly screenshots: readonly DataFile<Screenshot>[];
  readonly uiPaths: DataFile<UiPaths>;
  readonly glossary: DataFile<readonly GlossaryEntry[]>;
  /** The first questions; undefined where there are none. */
  readonly start?: DataFile<Start> | undefined;
  /** What `style.css` sets; undefined where there is none. */
  readonly style?: DataFile<OwnerStyle> | undefined;
  readonly changes: DataFile<readonly Change[]>;
  /** What readers reported. */
  readonly evidence: DataFile<EvidenceData>;
  /** What readers typed for which page. */
  readonly asked: DataFile<readonly AskedFor[]>;
  readonly tombstones: DataFile<readonly Tombstone[]>;
  /** Undefined until something was published. */
  readonly ledger?: LedgerFile | undefined;
  readonly unread: Unread;
  readonly problems: readonly Problem[];
}

/** Every text with an address of its own: articles, then pages. */
export function textsOf({ articles, pages }: Pick<Content, 'articles' | 'pages'>): readonly TextFile[] {
  return [...articles, ...pages];
}
