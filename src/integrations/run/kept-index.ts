import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildCacheOf } from '../../articles/content-dir.ts';
import { isAsLeft, type State } from '../pages/memory.ts';
import type { Base } from '../step.ts';
import { indexName, keptIndexIn, siteIn, statesIn } from './kept-site.ts';
import { writeWhole } from '../../files/write-whole.ts';

/** What a search index is made of, as digests: all of it, and the running texts alone. */
export interface IndexOrigin {
  readonly of: string;
  readonly texts: string;
}

/** The search index of the last build. */
export interface KeptIndex {
  readonly made: IndexOrigin;
  readonly folder: string;
  /** Its files, as they were left. */
  readonly states: ReadonlyMap<string, State>;
}

/** The search index of the last build of a knowledge base; undefined where there is none, or one that somebody has changed. */
export function lastIndexOf(base: Base): KeptIndex | undefined {
  try {
    const { made, states } = JSON.parse(readFileSync(noteOf(base), 'utf8')) as {
      readonly made: IndexOrigin;
      readonly states: readonly (readonly [string, State])[];
    };
    const own = join(siteIn(base), indexName);
    const folder = existsSync(own) ? own : keptIndexIn(base);
    const whole = states.every(([file, state]) => isAsLeft(folder, file, state));
    return whole ? { made, folder, states: new Map(states) } : undefined;
  } catch {
    return undefined;
  }
}

/** Pagefind's files in an index, by their names. */
export function fullTextIn({ folder, states }: KeptIndex): ReadonlyMap<string, Uint8Array> | undefined {
  const files = [...states.keys()].filter((file) => /^[^/]+\/full\//.test(file));
  return files.length === 0
    ? undefined
    : new Map(files.map((file) => [file.replace(/^[^/]+\/full\//, ''), readFileSync(join(folder, file))]));
}

/** Notes what the index of this build is made of, for the next one. */
export function noteIndex(base: Base, made: IndexOrigin): void {
  const states = [...statesIn(join(siteIn(base), indexName))];
  writeWhole(noteOf(base), JSON.stringify({ made, states }));
}

function noteOf({ project, dir }: Pick<Base, 'project' | 'dir'>): string {
  return join(buildCacheOf(project, dir), 'search.json');
}
