import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { received, type SentFile } from '../domain/search/columns.ts';
import { openEngine, type Engine } from '../domain/search/engine.ts';
import { openParts } from '../domain/search/parts.ts';
import type { SiteFiles } from '../domain/tools/tool-site.ts';

/** Opens the search index of a site, as its pages do, by what reads its files; undefined when there is none. */
export async function openIndexOf(read: SiteFiles): Promise<Engine | undefined> {
  const text = await read('/search-index/search.json');
  if (text === undefined) return undefined;
  const file = received(JSON.parse(text) as SentFile);
  const { parts } = file;
  if (!parts) return openEngine(file);
  const load = async <T>(name: string): Promise<T> => {
    const part = await read(`/search-index/${parts.folder}/${name}`);
    if (part === undefined) throw new Error(`The part \`${name}\` of the search index is missing.`);
    return JSON.parse(part) as T;
  };
  return openParts({ ...file, parts }, load);
}

/** The same of a built site in a folder. */
export function readIndex(dist: string): Promise<Engine | undefined> {
  return openIndexOf((address) => readFile(join(dist, address), 'utf8').catch(() => undefined));
}
