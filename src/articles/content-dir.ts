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

/** Where the builds of a knowledge base keep what the next one can use; it may be deleted at any time. */
export function buildCacheOf(root: string, { path, name }: ContentDir): string {
  const digest = createHash('sha256').update(path).digest('hex').slice(0, 12);
  return join(root, '.cache', 'builds', `${name.replaceAll(/[^\w-]+/g, '-')}-${digest}`);
}

/** A file's name as reports print it: relative to the knowledge base's parent, with forward slashes. */
export function fileNameIn(dir: ContentDir, path: string): string {
  return relative(dirname(dir.path), path).split(sep).join('/');
}
