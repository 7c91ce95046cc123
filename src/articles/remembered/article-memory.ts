import type { Problem } from '../../domain/problems/problem.ts';
import { digestOf } from '../digest.ts';
import type { Body, TextFile } from '../content.ts';

/** What reading an article gives, without what can be had again from its text. */
export interface ReadArticle<A = unknown> {
  /** Whether there is front matter, whatever can be read of it. */
  readonly fields: boolean;
  readonly raw: unknown;
  readonly article: A | undefined;
  readonly body: Omit<Body, (typeof partsOfTree)[number]> | undefined;
  readonly problems: readonly Problem[];
}

/** Something that was worked out of one article, and the digests of what else it was made of. */
interface Finding {
  readonly value: unknown;
  readonly cells: ReadonlyMap<string, string>;
}

/** What is remembered of an article: how it was read, and what was found in it, by who looked. */
export interface KnownArticle {
  readonly read: ReadArticle;
  readonly findings: Map<string, Finding>;
}

/** Articles that were read before, by a digest of their text and of all that decides how it is read. */
export interface ArticleMemory {
  readonly get: (made: string) => KnownArticle | undefined;
  readonly set: (made: string, known: KnownArticle) => void;
  /** Hears of findings, of an article that it knows, to which something was added. */
  readonly changed?: (findings: KnownArticle['findings']) => void;
}

let memory: ArticleMemory | undefined;
const findings = new WeakMap<object, Map<string, Finding>>();

/** From now on, articles are looked up here before they are read, and told to it; undefined ends that. What is read and found depends on its digests alone, so no result changes. */
export function rememberArticles(next: ArticleMemory | undefined): void {
  memory = next;
}

/** An article as it was read before, else as `read` reads it; `made` is what it is read from. `whole` makes the file of it. */
export function rememberedArticle<A, F extends object>(
  made: readonly string[],
  read: () => ReadArticle<A>,
  whole: (read: ReadArticle<A>) => F,
): F {
  if (!memory) return whole(read());
  const digest = digestOf(made);
  const before = memory.get(digest);
  // The digest names the kind, so what is remembered is of that kind.
  const now = (before?.read as ReadArticle<A> | undefined) ?? read();
  const known = before ?? {
    read: { ...now, body: now.body && withoutTree(now.body) },
    findings: new Map<string, Finding>(),
  };
  memory.set(digest, known);
  const file = whole(now);
  findings.set(file, known.findings);
  return file;
}

/** The parts of a body that are nodes of its tree: they are had again from the text. */
export const partsOfTree = ['tree', 'anchored', 'stepParts', 'stepItems'] as const;

/** What is left of a body without its tree. */
export function withoutTree(body: NonNullable<ReadArticle['body']>): NonNullable<ReadArticle['body']> {
  const kept = Object.entries(body).filter(([name]) => !(partsOfTree as readonly string[]).includes(name));
  return Object.fromEntries(kept) as unknown as NonNullable<ReadArticle['body']>;
}

/** What can be looked at beside the article itself: `digest` tells of a cell whether it is what it was. */
export interface Surroundings<W> {
  /** The surroundings, which note what is read of them. */
  readonly seen: (note: (cell: string) => void) => W;
  readonly digest: (cell: string) => string;
}

/** What `find` gives for an article, which it was told alone; `who` is a name of its own. */
export function foundIn<T>(file: TextFile, who: string, find: () => T): T {
  return foundBeside(file, who, { seen: () => undefined, digest: () => '' }, find);
}

/** What `find` gives for an article and what it looked at beside it, remembered for as long as both stay the same. */
export function foundBeside<T, W>(
  file: TextFile,
  who: string,
  { seen, digest }: Surroundings<W>,
  find: (seen: W) => T,
): T {
  const known = findings.get(file);
  const before = known?.get(who);
  if (before && [...before.cells].every(([cell, was]) => digest(cell) === was)) return before.value as T;
  const cells = new Map<string, string>();
  const value = find(seen((cell) => void cells.set(cell, digest(cell))));
  known?.set(who, { value, cells });
  if (known) memory?.changed?.(known);
  return value;
}
