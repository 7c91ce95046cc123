import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { buildCacheOf } from '../../articles/content-dir.ts';
import { digestOf } from '../../articles/digest.ts';
import { generatorFiles } from '../../articles/read/generator-files.ts';
import {
  isAsLeft,
  readMemory,
  stateOf,
  writeMemory,
  type Memory,
  type Remembered,
  type State,
} from '../pages/memory.ts';
import type { Base } from '../step.ts';
import { namesBelow } from '../../files/names-below.ts';
import { linkFiles } from './link-files.ts';

/** Where a knowledge base keeps its last site: the pages and the files beside them, what is remembered of them, and the site as it was compiled. */
interface Place {
  readonly site: string;
  readonly memory: string;
  readonly compiled: string;
}

function placeOf({ project, dir }: Pick<Base, 'project' | 'dir'>): Place {
  const folder = buildCacheOf(project, dir);
  return {
    site: join(folder, 'site'),
    memory: join(folder, 'pages.json'),
    compiled: join(folder, 'compiled'),
  };
}

/** The folder in which a build makes the site. */
export function siteIn({ run }: Pick<Base, 'run'>): string {
  return join(run.root, 'site');
}

/** Where a build compiles into, to be kept at its end. */
export function compiledIn({ run }: Pick<Base, 'run'>): string {
  return join(run.root, 'compiled');
}

/** The last site of a knowledge base, out of which a build makes the next one. */
export interface Kept {
  readonly memory: Memory;
  /** The folder of the compiled site. */
  readonly compiled: string;
}

/** What is remembered of the last site, where this generator has written it and was called in the same way; undefined where there is none. */
export function recall(where: Pick<Base, 'project' | 'dir'>): Remembered | undefined {
  const place = placeOf(where);
  return existsSync(place.site) ? readMemory(place.memory, generatorIn(where)) : undefined;
}

/**
 * Moves the last site of a knowledge base to the folder of this build; undefined where it was compiled for another `site.yaml` or look,
 * where Astro has pictures to make smaller, or somebody has changed a file of it. It is kept again at the end only: a build that is killed leaves none.
 */
export function takeSite(base: Base, { memory, site }: Remembered): Kept | undefined {
  if (site !== compiledFor(base) || base.read().screenshots.length > 0) return undefined;
  const place = placeOf(base);
  const out = siteIn(base);
  rmSync(place.memory, { force: true });
  renameSync(place.site, out);
  renameSync(place.compiled, compiledIn(base));
  // What steps after the last build added is added again, but the search index, which knows what it is made of.
  for (const file of namesBelow(out))
    if (!memory.pages.has(file) && !memory.statics.has(file) && !file.startsWith(`${indexName}/`))
      rmSync(join(out, file));
  const whole = [...memory.statics].every(([file, state]) => isAsLeft(out, file, state));
  return whole ? { memory, compiled: compiledIn(base) } : undefined;
}

/** What of the content the compiled site is made of. */
function compiledFor({ site, shared }: Base): string {
  return digestOf([site, shared.shown().style?.value]);
}

/** Keeps the site of this build for the next one: moves it, or links its `files` where it is still needed. Of pages that somebody has changed after they were written, nothing is remembered. */
export function keepSite(base: Base, memory: Memory, files?: readonly string[]): void {
  const place = placeOf(base);
  const out = siteIn(base);
  const pages = new Map([...memory.pages].filter(([file, { state }]) => isAsLeft(out, file, state)));
  const copy = join(base.run.root, 'kept');
  if (files) linkFiles(out, copy, files);
  mkdirSync(dirname(place.memory), { recursive: true });
  rmSync(place.memory, { force: true });
  for (const [from, to] of [
    [files ? copy : out, place.site],
    [compiledIn(base), place.compiled],
  ] as const) {
    rmSync(to, { recursive: true, force: true });
    renameSync(from, to);
  }
  writeMemory(place.memory, {
    generator: generatorIn(base),
    site: compiledFor(base),
    memory: { ...memory, pages },
  });
}

/** The folder of the search index in a site. */
export const indexName = 'search-index';

/** Where the search index of the last build stands. */
export function keptIndexIn(where: Pick<Base, 'project' | 'dir'>): string {
  return join(placeOf(where).site, indexName);
}

/** The files that stand in a folder, with how they were left. */
export function statesIn(folder: string): ReadonlyMap<string, State> {
  return new Map(namesBelow(folder).map((file) => [file, stateOf(folder, file)!]));
}

const digests = new Map<string, string>();

/** Stands for the generator, byte for byte, and for how the build was called. */
export function generatorIn(where: Pick<Base, 'project' | 'dir'>): string {
  const key = `${where.project}\0${where.dir.path}`;
  const known = digests.get(key) ?? digestOfGenerator(where);
  digests.set(key, known);
  return known;
}

function digestOfGenerator({ project, dir }: Pick<Base, 'project' | 'dir'>): string {
  const options = process.argv
    .slice(3)
    .join(' ')
    .replace(/--out-?dir[= ]\S+/i, '');
  const hash = createHash('sha256').update(JSON.stringify([process.version, project, dir.path, options]));
  for (const path of generatorFiles(project)) hash.update(`\0${path}\0`).update(readFileSync(path));
  return hash.digest('base64url');
}
