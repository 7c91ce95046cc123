import { createHash } from 'node:crypto';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';

/** Where a knowledge base lies on disk. */
export interface ContentDir {
  /** Absolute path of the folder. */
  readonly path: string;
  /** Its name, the first part of every file name in a report. */
  readonly name: string;
}

/** The knowledge base to work on: `KB_CONTENT` (relative to the project root, or absolute), else `content`. */
export function contentDirOf(
  root: string,
  environment: Readonly<Record<string, string | undefined>> = process.env,
): ContentDir {
  const path = resolve(root, environment['KB_CONTENT'] || 'content');
  return { path, name: basename(path) };
}

/** How the knowledge base is called from where a command is typed: a path that opens there. */
export function calledFrom(dir: ContentDir, from = process.cwd()): string {
  return openable(dir.path, from);
}

/** A file of the knowledge base, as reports name it, in a form that opens from where a command is typed. */
export function openableFile(dir: ContentDir, file: string, from = process.cwd()): string {
  return openable(join(dirname(dir.path), file), from);
}

/** Problems whose files are named so that they open from the folder in which a command is typed, whose path is `from`. */
export function openableFrom<P extends { readonly place: { readonly file: string } }>(
  problems: readonly P[],
  dir: ContentDir,
  from = process.cwd(),
): readonly P[] {
  if (resolve(from) === dirname(dir.path)) return problems;
  return problems.map((problem) => ({
    ...problem,
    place: { ...problem.place, file: openableFile(dir, problem.place.file, from) },
  }));
}

/** A long way up and down again is harder to read than the whole path. */
function openable(path: string, from: string): string {
  const way = relative(from, path) || '.';
  return (/^(?:\.\.[\\/]){3}/.test(way) ? path : way).split(sep).join('/');
}

/** Where the builds of a knowledge base keep what the next one can use; it may be deleted at any time. */
export function buildCacheOf(root: string, { path, name }: ContentDir): string {
  const digest = createHash('sha256').update(path).digest('hex').slice(0, 12);
  return join(root, '.cache', 'builds', `${name.replaceAll(/[^\w-]+/g, '-')}-${digest}`);
}

/** A file's name as reports print it: relative to the knowledge base's parent, with forward slashes. */
export function fileNameIn(dir: ContentDir, path: string): string {
  return relative(dirname(dir.path), path).split(sep).join('/');
}
