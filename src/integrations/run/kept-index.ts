import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { buildCacheOf } from '../../articles/content-dir.ts';
import { isAsLeft, type State } from '../pages/memory.ts';
import type { Base } from '../steps.ts';
import { statesIn } from './kept-site.ts';
import { keepFolder } from './run-folder.ts';

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
export function lastIndexOf(base: Pick<Base, 'project' | 'dir' | 'run'>): KeptIndex | undefined {
  try {
    const { made, states } = JSON.parse(readFileSync(noteOf(base), 'utf8')) as {
      readonly made: IndexOrigin;
      readonly states: readonly (readonly [string, State])[];
    };
    const folder = folderOf(base);
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

/** Keeps an index for the next build, and for the search in dev. */
export function keepIndex(
  base: Pick<Base, 'project' | 'dir' | 'run'>,
  index: string,
  made: IndexOrigin,
): void {
  const note = noteOf(base);
  rmSync(note, { force: true });
  const folder = folderOf(base);
  keepFolder(index, folder, join(base.run.root, 'index'));
  mkdirSync(dirname(note), { recursive: true });
  writeFileSync(`${note}.${process.pid}`, JSON.stringify({ made, states: [...statesIn(folder)] }));
  renameSync(`${note}.${process.pid}`, note);
}

function folderOf({ run }: Pick<Base, 'run'>): string {
  return join(run.kept, 'search-index');
}

function noteOf({ project, dir }: Pick<Base, 'project' | 'dir'>): string {
  return join(buildCacheOf(project, dir), 'search.json');
}
