import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openEngine, type Engine } from '../domain/search/engine.ts';
import type { SearchFile } from '../domain/search/index.ts';
import { openParts } from '../domain/search/parts.ts';

/** Opens the search index of a built site, as its pages do; undefined when there is none. */
export async function readIndex(dist: string): Promise<Engine | undefined> {
  const folder = join(dist, 'search-index');
  const text = await readFile(join(folder, 'search.json'), 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  const file = JSON.parse(text) as SearchFile;
  const { parts } = file;
  const load = async <T>(name: string): Promise<T> =>
    JSON.parse(await readFile(join(folder, parts?.folder ?? '', name), 'utf8')) as T;
  return parts ? openParts({ ...file, parts }, load) : openEngine(file);
}
