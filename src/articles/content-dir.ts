import { createHash } from 'node:crypto';
import { accessSync, constants, existsSync, lstatSync, mkdirSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
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

/**
 * Where everything is kept that may be deleted at any time: `.cache` of the project. An account that may not write there, because
 * another one has installed the project, has a folder of its own for temporary files, out of which packages are found as well.
 */
export function cacheOf(root: string): string {
  const own = join(root, '.cache');
  if (isWritable(existsSync(own) ? own : root)) return own;
  const digest = createHash('sha256').update(root).digest('hex').slice(0, 12);
  const folder = join(tmpdir(), `mendbook-${process.getuid?.() ?? 'own'}-${digest}`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  // Whoever else has put one there might put programs into it.
  if (lstatSync(folder).uid !== (process.getuid?.() ?? lstatSync(folder).uid))
    throw new Error(`\`${folder}\` belongs to another account, and \`${own}\` too. Delete the first.`);
  const packages = packagesOf(root);
  const link = join(folder, 'node_modules');
  if (packages !== undefined && !existsSync(link)) symlinkSync(packages, link, 'junction');
  return folder;
}

/** The folder of packages that is found from the project, there or in a folder around it. */
function packagesOf(root: string): string | undefined {
  const folder = join(root, 'node_modules');
  if (existsSync(join(folder, 'astro'))) return folder;
  return dirname(root) === root ? undefined : packagesOf(dirname(root));
}

/** Whether this account may write into a folder. */
export function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** Where the builds of a knowledge base keep what the next one can use; it may be deleted at any time. */
export function buildCacheOf(root: string, { path, name }: ContentDir): string {
  const digest = createHash('sha256').update(path).digest('hex').slice(0, 12);
  return join(cacheOf(root), 'builds', `${name.replaceAll(/[^\w-]+/g, '-')}-${digest}`);
}

/** A file's name as reports print it: relative to the knowledge base's parent, with forward slashes. */
export function fileNameIn(dir: ContentDir, path: string): string {
  return relative(dirname(dir.path), path).split(sep).join('/');
}
