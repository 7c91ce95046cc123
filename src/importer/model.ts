import type { Root, RootContent } from 'mdast';
import type { Kind } from '../domain/knowledge/article.ts';
import type { TodoKind } from '../domain/problems/todo.ts';

/** Why a file of the old site gives no draft. Permanent ids, the report says the words. */
export type LeftOutReason =
  | 'not-an-article'
  | 'too-large'
  | 'not-text'
  | 'unreadable'
  | 'outside'
  | 'nested-too-deeply'
  | 'empty'
  | 'fragment'
  | 'no-structure'
  | 'no-fix'
  | 'too-thin'
  | 'by-hand';

/** A file that gives no draft. `detail` says what was looked for and not found. */
export interface LeftOut {
  readonly path: string;
  readonly reason: LeftOutReason;
  readonly detail: string;
}

/** A text of the old site, decoded. `path` is relative to the folder, with forward slashes; `mended` are repairs of its encoding. */
export interface SourceText {
  readonly path: string;
  readonly text: string;
  readonly sha: string;
  readonly mended: readonly string[];
}

export type Fate = 'kept' | 'moved' | 'changed' | 'dropped';

/** A block of a source: one node of its top level. Every block ends with exactly one fate. */
export interface Block {
  readonly line: number;
  readonly kind: string;
  /** The block in clean Markdown: no HTML, no comments; empty where nothing is left of it. */
  nodes: RootContent[];
  /** Anchors that stood in the block: `<a name>`, `id` and heading ids written by hand. */
  readonly anchors: string[];
  fate?: Fate | undefined;
  /** Why it was moved, changed or dropped. */
  why: string;
  /** What it says, cut short, for the report. */
  readonly words: string;
  /** Where it stands now; set when it is placed. */
  home?: Draft | undefined;
  /** The heading of the new article below which it stands. */
  under?: string | undefined;
}

/** A source taken apart: fields of its front matter and its blocks in order. */
export interface SourceDocument {
  readonly path: string;
  /** What the id is made of: the name of the file, or the key of an entry of an export. */
  readonly name: string;
  readonly sha: string;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly title: string;
  readonly blocks: readonly Block[];
  /** How often a construct was met, by its name. */
  readonly constructs: Map<string, number>;
}

/** Something that only a person can decide. It becomes a comment above the `field`, or in the text. */
export interface Todo {
  readonly kind: TodoKind;
  readonly field?: string | undefined;
  readonly ask: string;
}

/** A part of an article's text below a heading. */
export interface Part {
  readonly heading: string;
  readonly blocks: Block[];
  /** The nodes to write; those of the blocks where they were not taken apart. */
  readonly nodes: RootContent[];
}

/** An edge to another draft of the same source. */
export interface Edge {
  readonly to: Draft;
  readonly word: string;
}

/** An article in the making. `suffix` and the name of the source make its id. */
export interface Draft {
  readonly kind: Kind;
  suffix: string;
  id: string;
  title: string;
  summary: string;
  readonly aliases: string[];
  readonly says: string[];
  readonly codes: string[];
  readonly fields: Map<string, unknown>;
  readonly edges: Edge[];
  readonly parts: Part[];
  readonly todos: Todo[];
}

/** What one source has become: the drafts, first the symptom, and every block with its fate. */
export interface ImportedDocument {
  readonly source: SourceDocument;
  readonly family: Family;
  readonly why: string;
  readonly drafts: readonly Draft[];
  readonly unknownHeadings: readonly string[];
}

export type Family = 'article' | 'runbook' | 'blog' | 'none';

export type Tree = Root;

/** A draft with nothing in it. */
export function newDraft(kind: Kind, suffix: string): Draft {
  return {
    kind,
    suffix,
    id: '',
    title: '',
    summary: '',
    aliases: [],
    says: [],
    codes: [],
    fields: new Map(),
    edges: [],
    parts: [],
    todos: [],
  };
}

/** Counts one more of a construct. */
export function count(counts: Map<string, number>, name: string, by = 1): void {
  counts.set(name, (counts.get(name) ?? 0) + by);
}
