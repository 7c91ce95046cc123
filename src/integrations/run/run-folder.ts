import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, realpathSync, renameSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { cacheOf, type ContentDir } from '../../articles/content-dir.ts';
import { atEnd, isAlive } from './at-end.ts';
import { namesBelow } from '../../files/names-below.ts';
import { linkFiles } from './link-files.ts';

/** Where one run of Astro, and all runs for one knowledge base, keep what they write beside the site. Absolute paths. */
export interface RunFolder {
  /** Astro's root: `.astro`, and what else Astro and Vite write for themselves. Gone when the process ends. */
  readonly root: string;
  /** What Astro keeps of one run for the next; `keepCache` hands it on. */
  readonly cache: string;
  /** What this knowledge base keeps from run to run. */
  readonly kept: string;
}

/**
 * Opens the folder of this process for a knowledge base, below `.cache` of the project. Runs at the same time, of one
 * knowledge base or of several, have nothing in common. What killed runs left behind goes.
 */
export function openRunFolder(project: string, { path }: ContentDir, pid = process.pid): RunFolder {
  const real = attempt(() => realpathSync(path)) ?? path;
  const kept = join(cacheOf(project), keyOf(real));
  const root = join(kept, `run-${pid}`);
  const run = { root, kept, cache: join(root, 'cache') };
  if (existsSync(root)) return run;
  clearDeadRuns(cacheOf(project));
  mkdirSync(root, { recursive: true });
  attempt(() => cpSync(join(kept, 'cache'), run.cache, { recursive: true }));
  atEnd(() => rmSync(root, { recursive: true, force: true }));
  return run;
}

/** Hands what Astro kept in this run on to the next run for the same knowledge base, in one move. */
export function keepCache({ root, cache, kept }: RunFolder): void {
  keepFolder(cache, join(kept, 'cache'), join(root, 'cache-before'));
}

/** Puts a copy of a folder in the place of another one that nobody must see half full; `aside` is a free name beside it. */
export function keepFolder(from: string, to: string, aside: string): void {
  const fresh = `${aside}-fresh`;
  if (!attempt(() => (linkFiles(from, fresh, namesBelow(from)), true))) return;
  attempt(() => renameSync(to, aside));
  // Whoever came first has kept one that is as good.
  attempt(() => renameSync(fresh, to));
  for (const folder of [aside, fresh]) rmSync(folder, { recursive: true, force: true });
}

/** A name for a knowledge base that any file system takes, whatever its path is made of. */
function keyOf(path: string): string {
  const words =
    basename(path)
      .toLowerCase()
      .match(/[a-z0-9]+/g) ?? [];
  const digest = createHash('sha256').update(path).digest('hex').slice(0, 12);
  return `${words.join('-').slice(0, 40)}-${digest}`;
}

function clearDeadRuns(cache: string): void {
  for (const key of attempt(() => readdirSync(cache)) ?? [])
    for (const name of attempt(() => readdirSync(join(cache, key))) ?? []) {
      const pid = /^run-(\d+)$/.exec(name)?.[1];
      if (pid !== undefined && !isAlive(Number(pid)))
        rmSync(join(cache, key, name), { recursive: true, force: true });
    }
}

function attempt<T>(action: () => T): T | undefined {
  try {
    return action();
  } catch {
    return undefined;
  }
}
