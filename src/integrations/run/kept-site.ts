import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { buildCacheOf } from '../../articles/content-dir.ts';
import { digestOf } from '../pages/digest.ts';
import {
  isAsLeft,
  readMemory,
  stateOf,
  writeMemory,
  type Memory,
  type Remembered,
  type State,
} from '../pages/memory.ts';
import type { Base } from '../steps.ts';

/** What a site is made of beside its content. */
const generator = ['src', 'public', 'astro.config.mjs', 'package.json', 'package-lock.json', 'tsconfig.json'];

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
 * Moves the last site of a knowledge base to the folder of this build; undefined where it had another `site.yaml`, of which the compiled
 * site is made too, or somebody has changed a file of it. It is kept again at the end only: a build that is killed leaves none.
 */
export function takeSite(base: Base, { memory, site }: Remembered): Kept | undefined {
  if (site !== digestOf(base.site)) return undefined;
  const place = placeOf(base);
  const out = siteIn(base);
  rmSync(place.memory, { force: true });
  renameSync(place.site, out);
  renameSync(place.compiled, compiledIn(base));
  const whole = [...memory.statics].every(([file, state]) => isAsLeft(out, file, state));
  return whole ? { memory, compiled: compiledIn(base) } : undefined;
}

/** Keeps the site of this build for the next one; of pages that somebody has changed after they were written, nothing is remembered. */
export function keepSite(base: Base, memory: Memory): void {
  const place = placeOf(base);
  const out = siteIn(base);
  const pages = new Map([...memory.pages].filter(([file, { state }]) => isAsLeft(out, file, state)));
  const copy = join(base.run.root, 'kept');
  for (const file of [...pages.keys(), ...memory.statics.keys()]) link(join(out, file), join(copy, file));
  mkdirSync(dirname(place.memory), { recursive: true });
  rmSync(place.memory, { force: true });
  for (const [from, to] of [
    [copy, place.site],
    [compiledIn(base), place.compiled],
  ] as const) {
    rmSync(to, { recursive: true, force: true });
    renameSync(from, to);
  }
  writeMemory(place.memory, {
    generator: generatorIn(base),
    site: digestOf(base.site),
    memory: { ...memory, pages },
  });
}

/** The files that stand in a folder, with how they were left. */
export function statesIn(folder: string): ReadonlyMap<string, State> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) =>
    name.replaceAll('\\', '/'),
  );
  return new Map(
    files.flatMap((file) => {
      const state = stateOf(folder, file);
      return state ? [[file, state] as const] : [];
    }),
  );
}

const folders = new Set<string>();

/** The same file in a second place: a link where the disk has them, else a copy. */
function link(from: string, to: string): void {
  const folder = dirname(to);
  if (!folders.has(folder)) mkdirSync(folder, { recursive: true });
  folders.add(folder);
  try {
    linkSync(from, to);
  } catch {
    copyFileSync(from, to);
  }
}

/** Stands for the generator, byte for byte, and for how the build was called. */
function generatorIn({ project, dir }: Pick<Base, 'project' | 'dir'>): string {
  const options = process.argv
    .slice(3)
    .join(' ')
    .replace(/--out-?dir[= ]\S+/i, '');
  const hash = createHash('sha256').update(JSON.stringify([process.version, project, dir.path, options]));
  for (const name of generator)
    for (const path of filesBelow(join(project, name))) hash.update(`\0${path}\0`).update(readFileSync(path));
  return hash.digest('base64url');
}

function filesBelow(place: string): readonly string[] {
  const stats = statSync(place, { throwIfNoEntry: false });
  if (!stats?.isDirectory()) return stats ? [place] : [];
  return readdirSync(place, { recursive: true, encoding: 'utf8' })
    .map((name) => join(place, name))
    .filter((path) => statSync(path, { throwIfNoEntry: false })?.isFile() === true)
    .sort();
}
