import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { SharedContent } from '../../articles/shared-place.ts';
import { wholeOf, type PagePart } from '../../domain/page-part.ts';
import { leadingOn, pattern } from '../../domain/permalinks/leads-on.ts';
import { namesInPages } from '../after-build/named-files.ts';
import { wordsOf } from '../../words/words-of.ts';
import { removeFiles } from '../run/link-files.ts';
import type { Beside } from './beside.ts';
import type { Compiled, Path } from './compiled.ts';
import { digestOf } from '../../articles/digest.ts';
import {
  cellDigests,
  isAsLeft,
  stateOf,
  type Memory,
  type Pages,
  type State,
  type Written,
} from './memory.ts';
import { bytesOf } from './page-bytes.ts';
import { redirectPages } from './redirect-page.ts';

/** What pages are written of, and where to. */
export interface Job {
  readonly compiled: Compiled;
  readonly shared: SharedContent;
  /** The address of the site with the path below which it is served, if it has one. */
  readonly site: string | undefined;
  /** That path. */
  readonly base: string;
  /** What stands beside pages for programs. */
  readonly beside: Beside;
  /** Makes a page smaller and gives it its policy. */
  readonly tighten: (page: readonly PagePart[]) => readonly PagePart[];
  /** The folder of the site, which holds what the last build left if there is a memory of it. */
  readonly out: string;
  /** What the last build left; its `statics` are those of this one. */
  readonly memory: Memory;
}

/**
 * Writes every page of the site, and leaves those as they are that read nothing which has changed since the last build. What pages read
 * is not declared but watched while they are rendered. Throws where two pages have one address, or one cannot be rendered.
 */
export async function writePages(job: Job): Promise<Pages> {
  const { compiled, shared, out, memory } = job;
  const paths = await compiled.paths();
  const digest = cellDigests(shared.shown(), shared.built());
  const known = stillRight(memory, digest, out);
  const pages = new Map<string, Written>();
  const write = writerIn(out, memory);
  const namesIn = namesInPages(job.base);
  const add = (file: string, key: string, make: () => Omit<Made, 'beside'>): void => {
    if (pages.has(file)) throw new Error(`Two pages have the address ${addressOf(file)}.`);
    const before = known(file, key);
    if (before) return void pages.set(file, before);
    const { content, cells } = make();
    const names = Buffer.isBuffer(content) ? [] : namesIn(content);
    pages.set(file, { key, cells, names, state: write(file, content) });
  };
  let rendered = 0;
  let redirect = '';
  for (const path of paths) {
    const file = fileOf(path);
    if (memory.statics.has(file)) continue;
    const key = digestOf([path.props]);
    const isPattern = addressOf(file) === pattern.from;
    const isPage = path.isPage && !isPattern && file !== lostPage;
    const beside = isPage ? job.beside.namesOf(addressOf(file)) : [];
    const isRight = [file, ...beside].every((name) => known(name, key));
    const made = isPattern || !isRight ? await render(job, path) : undefined;
    if (made) rendered += 1;
    if (isPattern) {
      redirect = made ? textIn(made) : '';
      continue;
    }
    add(file, key, () => made!);
    for (const name of beside) add(name, key, () => ({ content: besideIn(made!, name), cells: made!.cells }));
  }
  for (const [file, content] of madeFiles(job, redirect))
    add(file, digestOf(content), () => ({ content: [content], cells: [] }));
  const gone = [...memory.pages.keys()].filter((file) => !pages.has(file));
  removeFiles(out, gone);
  const cells = new Set([...pages.values()].flatMap((page) => page.cells));
  const shown = paths.filter(({ isPage }) => isPage);
  return {
    pages,
    statics: memory.statics,
    cells: new Map([...cells].map((cell) => [cell, digest(cell)])),
    addresses: shown.map(fileOf).map(addressOf),
    rendered,
  };
}

/** What a page holds, and everything that it read of the content. */
interface Made {
  readonly content: readonly PagePart[] | Buffer;
  readonly cells: readonly string[];
  /** The files beside it, by name. */
  readonly beside: ReadonlyMap<string, string>;
}

function textIn({ content }: Pick<Made, 'content'>): string {
  return Buffer.isBuffer(content) ? content.toString() : wholeOf(content);
}

/** The text of a file beside a page that has just been drawn; a buffer, since it names no file of the bundler. */
function besideIn({ beside }: Made, name: string): Buffer {
  const text = beside.get(name);
  if (text === undefined) throw new Error(`There is nothing to write to ${name}.`);
  return Buffer.from(text);
}

/** Files that Astro does not draw, by name: the pages that lead on, made of the pattern that it has drawn, and what programs read that belongs to no page. */
function* madeFiles(job: Job, redirect: string): Generator<readonly [file: string, content: string]> {
  const { old, site } = job.shared.built();
  const pageOf = redirectPages(redirect, job.site);
  for (const leads of leadingOn(old, wordsOf(site.language).links)) {
    yield [`${leads.from.slice(1)}index.html`, pageOf(leads)];
    yield* job.beside.movedTexts(leads);
  }
  yield* job.beside.looseTexts();
}

/** What is remembered of a file, where nothing of what its page was made of has changed and nobody has touched it; each file is looked at once. */
function stillRight(
  memory: Memory,
  digest: (cell: string) => string,
  out: string,
): (file: string, key: string) => Written | undefined {
  const changed = new Set([...memory.cells].flatMap(([cell, was]) => (digest(cell) === was ? [] : [cell])));
  const left = new Map<string, boolean>();
  const isLeft = (file: string, state: State): boolean => {
    const is = left.get(file) ?? isAsLeft(out, file, state);
    left.set(file, is);
    return is;
  };
  return (file, key) => {
    const page = memory.pages.get(file);
    const right = page?.key === key && !page.cells.some((cell) => changed.has(cell));
    return right && isLeft(file, page.state) ? page : undefined;
  };
}

/** Renders a page, and names what it has read. */
async function render(
  { shared, site, base, tighten, beside }: Job,
  { pathname, isPage, render: drawn }: Path,
): Promise<Made> {
  const cells = new Set<string>();
  const origin = site ? new URL(site).origin : 'http://localhost:4321';
  const path = isPage ? `${pathname.replace(/\/$/, '')}/` : pathname;
  shared.watch((cell) => void cells.add(cellNames.get(cell) ?? noted(cell)));
  try {
    const response = await drawn(`${origin}${base.slice(0, -1)}${path}`);
    if (response.status >= 300 && response.status !== 404) throw new Error(`It answers ${response.status}.`);
    const isHtml = /^text\/html\b/.test(response.headers.get('content-type') ?? '');
    const page = isHtml ? shared.partsOf(await response.text()) : undefined;
    const content = page ? tighten(page) : Buffer.from(await response.arrayBuffer());
    const texts = isPage && page ? beside.textsOf(page, path) : [];
    return { content, cells: [...cells], beside: new Map(texts) };
  } catch (error) {
    throw new Error(`The page ${path} could not be drawn.`, { cause: error });
  } finally {
    shared.watch(undefined);
  }
}

/** Each name once: thousands of pages read the same cells, and remember which. */
const cellNames = new Map<string, string>();

function noted(cell: string): string {
  cellNames.set(cell, cell);
  return cell;
}

/** The page that hosts show for what is not there. */
const lostPage = '404.html';

/** The name that hosts look for; Astro takes no page whose name begins with `_`. */
const renamed: Readonly<Record<string, string>> = { 'redirects.txt': '_redirects' };

function fileOf({ pathname, isPage }: Pick<Path, 'pathname' | 'isPage'>): string {
  const path = pathname.replace(/^\/|\/$/g, '');
  if (!isPage) return renamed[path] ?? path;
  return path === '404' ? lostPage : path === '' ? 'index.html' : `${path}/index.html`;
}

function addressOf(file: string): string {
  return `/${file.replace(/(?:^|(?<=\/))index\.html$/, '').replace(/\.html$/, '/')}`;
}

/** Writes files; one that the last build left may be the same as that in the folder of its site, and is not written to. */
function writerIn(out: string, { pages }: Memory): (file: string, content: Made['content']) => State {
  const folders = new Set<string>();
  return (file, content) => {
    const path = join(out, file);
    const folder = dirname(path);
    if (!folders.has(folder)) mkdirSync(folder, { recursive: true });
    folders.add(folder);
    if (pages.has(file)) rmSync(path, { force: true });
    writeFileSync(path, Buffer.isBuffer(content) ? content : bytesOf(content));
    return stateOf(out, file)!;
  };
}
