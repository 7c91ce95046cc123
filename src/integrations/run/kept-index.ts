import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { buildCacheOf } from '../../articles/content-dir.ts';
import { isAsLeft, type State } from '../pages/memory.ts';
import type { Base } from '../steps.ts';
import { indexName, keptIndexIn, siteIn, statesIn } from './kept-site.ts';

/** The search index of the last build. */
export interface KeptIndex {
  /** What it is made of, as a digest. */
  readonly made: string;
  readonly folder: string;
  /** Its files, as they were left. */
  readonly states: ReadonlyMap<string, State>;
}

/** The search index of the last build of a knowledge base; undefined where there is none, or one that somebody has changed. */
export function lastIndexOf(base: Base): KeptIndex | undefined {
  try {
    const { made, states } = JSON.parse(readFileSync(noteOf(base), 'utf8')) as {
      readonly made: string;
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

/** Notes what the index of this build is made of, for the next one. */
export function noteIndex(base: Base, made: string): void {
  const note = noteOf(base);
  mkdirSync(dirname(note), { recursive: true });
  const states = [...statesIn(join(siteIn(base), indexName))];
  writeFileSync(`${note}.${process.pid}`, JSON.stringify({ made, states }));
  renameSync(`${note}.${process.pid}`, note);
}

function noteOf({ project, dir }: Pick<Base, 'project' | 'dir'>): string {
  return join(buildCacheOf(project, dir), 'search.json');
}
