import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { buildCacheOf, cacheOf, type ContentDir } from '../../articles/content-dir.ts';
import { filesBelow } from '../../articles/read/files-below.ts';
import { writeWhole } from '../../files/write-whole.ts';

/** What a build made, in the cache of its knowledge base: of what, and the files as it left them. */
export interface Stamp {
  /** The path of the knowledge base. */
  readonly of: string;
  readonly madeOf: string;
  readonly made: string;
}

/** The file of the stamp of a knowledge base for an output folder, an absolute path. */
export function stampFile(root: string, dir: ContentDir, out: string): string {
  return join(buildCacheOf(root, dir), nameFor(out));
}

export function readStamp(file: string): Stamp | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Stamp;
  } catch {
    return undefined;
  }
}

export function writeStamp(file: string, stamp: Stamp): void {
  writeWhole(file, JSON.stringify(stamp));
}

/** Names, sizes and times of the files of a built site. */
export function listOf(out: string): string {
  const hash = createHash('sha256');
  for (const path of filesBelow(out)) {
    const { size, mtimeMs } = statSync(path);
    hash.update(`${path}\0${size}\0${mtimeMs}\0`);
  }
  return hash.digest('hex');
}

/** The path of another knowledge base, where the site in a folder is, as it lies there, the last build of that; undefined where nobody can tell. */
export function otherOwnerOf(root: string, { path }: ContentDir, out: string): string | undefined {
  const builds = join(cacheOf(root), 'builds');
  const stamps = namesIn(builds).flatMap((name) => readStamp(join(builds, name, nameFor(out))) ?? []);
  if (stamps.length === 0) return undefined;
  const made = listOf(out);
  const owners = stamps.filter((stamp) => stamp.made === made).map(({ of }) => of);
  return owners.includes(path) ? undefined : owners[0];
}

function nameFor(out: string): string {
  return `${createHash('sha256').update(out).digest('hex').slice(0, 16)}.json`;
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}
