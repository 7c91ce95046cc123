import { openEngine, type Engine } from '../../domain/search/engine.ts';
import type { SearchFile } from '../../domain/search/index.ts';
import { openParts } from '../../domain/search/parts.ts';
import { fullTextIn } from './full-text.ts';
import { indexAddress, indexFolder } from './index-address.ts';

/** The index of the site, ready for questions. */
export interface OpenIndex {
  readonly file: SearchFile;
  readonly engine: Engine;
}

/**
 * Loads the index; `early` is its answer when someone has asked for it already. Rejects when it cannot be had. A part that
 * is gone makes `search` reject: then a newer site has taken the place of this one, and the index is to be opened anew.
 */
export async function openIndex(early?: Promise<Response>): Promise<OpenIndex> {
  const file = (await (await found(early ?? fetch(indexAddress))).json()) as SearchFile;
  const { parts } = file;
  const engine = parts
    ? openParts({ ...file, parts }, loader(parts.folder), fullTextIn(parts.texts))
    : await openEngine(file, breath);
  await breath();
  return { file, engine };
}

function loader(folder: string): <T>(name: string) => Promise<T> {
  const known = new Map<string, Promise<unknown>>();
  return <T>(name: string) => {
    const part =
      known.get(name) ?? found(fetch(`${indexFolder}${folder}/${name}`)).then((response) => response.json());
    known.set(name, part);
    // What failed once may work when the connection is back.
    part.catch(() => known.delete(name));
    return part as Promise<T>;
  };
}

async function found(request: Promise<Response>): Promise<Response> {
  const response = await request;
  if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
  return response;
}

/** Milliseconds of work after which the page may draw and take keys: a phone is several times slower than what is measured on. */
const slice = 8;
let rested = 0;

/** Lets the page draw and take keys, where the last time was long ago. */
export async function breath(): Promise<void> {
  if (performance.now() - rested < slice) return;
  await new Promise<void>((done) => {
    // A timer would wait some milliseconds each time.
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => (port1.close(), done());
    port2.postMessage(0);
  });
  rested = performance.now();
}
