import { received, type SentFile } from '../../domain/search/columns.ts';
import { openEngine, type AskFullText, type Engine } from '../../domain/search/engine.ts';
import type { SearchFile } from '../../domain/search/index.ts';
import { openParts } from '../../domain/search/parts.ts';
import { search, type SearchOutcome, type SearchRequest } from '../../domain/search/results.ts';
import { indexAddress, indexFolder } from './index-address.ts';

/** The index of the site, ready for questions. */
export interface OpenIndex {
  readonly file: SearchFile;
  readonly engine: Engine;
}

/** What came of a question. */
export interface Asked extends OpenIndex {
  readonly outcome: SearchOutcome;
}

export type Asker = ReturnType<typeof askerOf>;

/** Asks the index, which is loaded with the first question or before; rejects when it cannot be had. `early` is the answer to a request for the index that is already under way. */
export function askerOf(early?: Promise<Response>) {
  let opened: Promise<OpenIndex> | undefined;
  let first = early;
  const open = (): Promise<OpenIndex> => {
    opened ??= openIndex(first);
    first = undefined;
    opened.catch(() => (opened = undefined));
    return opened;
  };
  const askOnce = async (request: SearchRequest): Promise<Asked> => {
    const index = await open();
    return { ...index, outcome: await search(index.engine, request, breath) };
  };
  return {
    open,
    // A part may be gone since a newer site was put in place under this page: its own index is then read once.
    ask: (request: SearchRequest): Promise<Asked> =>
      askOnce(request).catch(() => {
        opened = undefined;
        return askOnce(request);
      }),
  };
}

/** Loads the index; `early` is its answer when someone has asked for it already. Rejects when it cannot be had. */
export async function openIndex(early?: Promise<Response>): Promise<OpenIndex> {
  const file = received(await jsonOf<SentFile>(early ?? fetch(indexAddress)));
  const { parts } = file;
  const engine = parts
    ? openParts({ ...file, parts }, loader(parts.folder), fullTextIn(parts.texts))
    : await openEngine(file, breath);
  return { file, engine };
}

function loader(folder: string): <T>(name: string) => Promise<T> {
  const known = new Map<string, Promise<unknown>>();
  return <T>(name: string) => {
    const part = known.get(name) ?? jsonOf(fetch(`${indexFolder}${folder}/${name}`));
    known.set(name, part);
    // What failed once may work when the connection is back.
    part.catch(() => known.delete(name));
    return part as Promise<T>;
  };
}

async function jsonOf<T>(request: Promise<Response>): Promise<T> {
  const response = await request;
  if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
  return (await response.json()) as T;
}

/** What we use of Pagefind's program. */
interface Pagefind {
  readonly search: (
    text: string,
    options: { readonly filters: Readonly<Record<string, string>> },
  ) => Promise<{ readonly results: readonly { readonly data: () => Promise<FoundText> }[] }>;
}
interface FoundText {
  readonly content: string;
  readonly meta: Readonly<Record<string, string>>;
}

/** Texts that are loaded for one query. */
const mostTexts = 5;

/** Asks Pagefind, which is loaded with the first question; where it cannot run, or has no network for its index, the full text says nothing. */
function fullTextIn(folder: string): AskFullText<{ readonly number: number; readonly text: string }> {
  return async (text, filters) => {
    try {
      const pagefind = (await import(
        /* @vite-ignore */ `${indexFolder}${folder}/full/pagefind.js`
      )) as Pagefind;
      const set = JSON.parse(JSON.stringify(filters)) as Record<string, string>;
      const { results } = await pagefind.search(text, { filters: set });
      const pages = await Promise.all(results.slice(0, mostTexts).map((result) => result.data()));
      return pages.map(({ content, meta }) => ({ number: Number(meta['number']), text: content }));
    } catch {
      return [];
    }
  };
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
