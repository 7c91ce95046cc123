import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { SharedContent } from '../../articles/shared.ts';
import { twinPathOf } from '../../domain/twins/twin-address.ts';
import { leadingOn, pattern, type LeadsOn } from '../../domain/permalinks/leads-on.ts';
import { namesIn } from '../after-build/named-files.ts';
import { wordsOf } from '../../words/words-of.ts';
import { removeFile } from '../run/link-files.ts';
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
import { redirectPages } from './redirect-page.ts';

/** What pages are written of, and where to. */
export interface Job {
  readonly compiled: Compiled;
  readonly shared: SharedContent;
  /** The address of the site with the path below which it is served, if it has one. */
  readonly site: string | undefined;
  /** That path. */
  readonly base: string;
  /** What a page says as Markdown, from its HTML and its path; undefined where pages have no such twins. */
  readonly twinOf: ((html: string, path: string) => string | undefined) | undefined;
  /** The twin of a page that only leads on, where one is kept. */
  readonly movedTwinOf: ((leads: LeadsOn) => string | undefined) | undefined;
  /** Makes a page smaller and gives it its policy. */
  readonly tighten: (html: string) => string;
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
  const add = (file: string, key: string, make: () => Made): void => {
    if (pages.has(file)) throw new Error(`Two pages have the address ${addressOf(file)}.`);
    const before = known(file, key);
    if (before) return void pages.set(file, before);
    const { content, cells } = make();
    const names = typeof content === 'string' ? namesIn(content, job.base) : [];
    pages.set(file, { key, cells, names, state: write(out, file, content) });
  };
  let rendered = 0;
  let redirect = '';
  for (const path of paths) {
    const file = fileOf(path);
    if (memory.statics.has(file)) continue;
    const key = digestOf([path.props]);
    const isPattern = addressOf(file) === pattern.from;
    const twin = path.isPage && !isPattern ? twinFileOf(job, file) : undefined;
    const isRight = known(file, key) && (!twin || known(twin, key));
    const made = isPattern || !isRight ? await render(job, path) : undefined;
    if (made) rendered += 1;
    if (isPattern) {
      redirect = String(made?.content);
      continue;
    }
    add(file, key, () => made!);
    if (twin) add(twin, key, () => twinMade(job, made!, addressOf(file)));
  }
  for (const [file, content] of madeFiles(job, redirect))
    add(file, digestOf(content), () => ({ content, cells: [] }));
  for (const file of memory.pages.keys()) if (!pages.has(file)) removeFile(out, file);
  const cells = new Set([...pages.values()].flatMap((page) => page.cells));
  return {
    pages,
    statics: memory.statics,
    cells: new Map([...cells].map((cell) => [cell, digest(cell)])),
    addresses: paths
      .filter(({ isPage }) => isPage)
      .map(fileOf)
      .map(addressOf),
    rendered,
  };
}

/** What a page holds, and everything that it read of the content. */
interface Made {
  readonly content: string | Buffer;
  readonly cells: readonly string[];
}

/** The file of the twin of a page that stands in `file`, where pages have one. */
function twinFileOf({ twinOf }: Pick<Job, 'twinOf'>, file: string): string | undefined {
  return twinOf && file !== lostPage ? twinPathOf(addressOf(file)).slice(1) : undefined;
}

/** Files that Astro does not draw, by name: the pages that lead on, made of the pattern that it has drawn, and their twins. */
function* madeFiles(job: Job, redirect: string): Generator<readonly [file: string, content: string]> {
  const { old, site } = job.shared.built();
  const pageOf = redirectPages(redirect, job.site);
  for (const leads of leadingOn(old, wordsOf(site.language).links)) {
    yield [`${leads.from.slice(1)}index.html`, pageOf(leads)];
    const twin = job.movedTwinOf?.(leads);
    if (twin !== undefined) yield [twinPathOf(leads.from).slice(1), twin];
  }
}

/** The twin of a page that has just been drawn; it has read what the page has. */
function twinMade({ twinOf }: Pick<Job, 'twinOf'>, { content, cells }: Made, address: string): Made {
  const text = twinOf?.(String(content), address);
  if (text === undefined) throw new Error(`The page ${address} has no main part.`);
  return { content: Buffer.from(text), cells };
}

/** What is remembered of a file, where nothing of what its page was made of has changed and nobody has touched it. */
function stillRight(
  memory: Memory,
  digest: (cell: string) => string,
  out: string,
): (file: string, key: string) => Written | undefined {
  const changed = new Set([...memory.cells].flatMap(([cell, was]) => (digest(cell) === was ? [] : [cell])));
  return (file, key) => {
    const page = memory.pages.get(file);
    const right = page?.key === key && !page.cells.some((cell) => changed.has(cell));
    return right && isAsLeft(out, file, page.state) ? page : undefined;
  };
}

/** Renders a page, and names what it has read. */
async function render(
  { shared, site, base, tighten }: Job,
  { pathname, isPage, render: drawn }: Path,
): Promise<Made> {
  const cells = new Set<string>();
  const origin = site ? new URL(site).origin : 'http://localhost:4321';
  const path = isPage ? `${pathname.replace(/\/$/, '')}/` : pathname;
  shared.watch((cell) => void cells.add(cell));
  try {
    const response = await drawn(`${origin}${base.slice(0, -1)}${path}`);
    if (response.status >= 300 && response.status !== 404) throw new Error(`It answers ${response.status}.`);
    const isHtml = /^text\/html\b/.test(response.headers.get('content-type') ?? '');
    const content = isHtml ? tighten(await response.text()) : Buffer.from(await response.arrayBuffer());
    return { content, cells: [...cells] };
  } catch (error) {
    throw new Error(`The page ${path} could not be drawn.`, { cause: error });
  } finally {
    shared.watch(undefined);
  }
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

/** Writes a file anew, since the one of that name may be the same as that in the folder of the last site. */
function write(out: string, file: string, content: string | Uint8Array): State {
  const path = join(out, file);
  rmSync(path, { force: true });
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
  return stateOf(out, file)!;
}
