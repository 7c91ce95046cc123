import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildCacheOf } from '../../articles/content-dir.ts';
import type { Hashed, Hashes } from '../../server/served-files.ts';
import type { Base } from '../step.ts';

type Where = Pick<Base, 'project' | 'dir'>;

/** The hashes of the files of the last site, most of which are those of the next one. */
export function lastHashes(where: Where): Hashes {
  try {
    return new Map(JSON.parse(readFileSync(fileOf(where), 'utf8')) as readonly (readonly [string, Hashed])[]);
  } catch {
    return new Map();
  }
}

/** Leaves the hashes of this site to the next build, in one move. */
export function keepHashes(where: Where, hashes: Hashes): void {
  const file = fileOf(where);
  writeFileSync(`${file}.${process.pid}`, JSON.stringify([...hashes]));
  renameSync(`${file}.${process.pid}`, file);
}

function fileOf({ project, dir }: Where): string {
  return join(buildCacheOf(project, dir), 'hashes.json');
}
