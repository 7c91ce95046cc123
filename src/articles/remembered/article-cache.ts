import { createHash, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deserialize, serialize } from 'node:v8';
import { rememberArticles, type KnownArticle } from './article-memory.ts';
import { modulesBelow } from '../../files/names-below.ts';
import { writeWhole } from '../../files/write-whole.ts';

type Articles = ReadonlyMap<string, KnownArticle>;

/** What a cache file holds. */
interface Stored {
  readonly madeBy: string;
  readonly id: string;
  readonly articles: Articles;
}

/** What the file beside it holds: the articles that have changed since the one with this id was written, or that it lacks. */
interface StoredSince {
  readonly of: string;
  readonly articles: Articles;
}

/** Part of the articles that may have changed before all are written again: most edits are of one, and all are 26 MB for 4,800 articles. */
const mostSince = 0.1;

/**
 * Remembers how articles were read and what was found in them in a file, for the next check or build; `keep` writes those that this one
 * needed, each file in one move. A file that other code wrote, or that cannot be read, counts as empty.
 */
export function articleCache(file: string): {
  readonly keep: () => void;
  /** How many articles were asked for so far that it did not know. */
  readonly missed: () => number;
} {
  const madeBy = readerHash();
  let before = readStored(file, madeBy);
  const used = new Map<string, KnownArticle>();
  const changed = new Set<KnownArticle['findings']>();
  let missed = 0;
  rememberArticles({
    get: (made) => {
      const known = used.get(made) ?? before.since.get(made) ?? before.articles.get(made);
      if (known) used.set(made, known);
      else missed += 1;
      return known;
    },
    set: (made, known) => void used.set(made, known),
    changed: (findings) => void changed.add(findings),
  });
  return {
    missed: () => missed,
    keep: () => {
      rememberArticles(undefined);
      try {
        write(file, { ...before, madeBy }, used, changed);
      } catch {
        // Where nothing can be written, the next one reads all anew.
      }
      before = empty;
      used.clear();
      changed.clear();
    },
  };
}

/** Writes what has changed since all was written, or all, where that is much or what was written is of little use by now. */
function write(
  file: string,
  before: Stored,
  used: Articles,
  changed: ReadonlySet<KnownArticle['findings']>,
): void {
  const since = new Map(
    [...used].filter(([made, known]) => before.articles.get(made) !== known || changed.has(known.findings)),
  );
  const useless = before.articles.size - (used.size - since.size);
  if (before.id !== '' && since.size + useless <= mostSince * before.articles.size)
    return writeWhole(besideOf(file), serialize({ of: before.id, articles: since } satisfies StoredSince));
  const all: Stored = { madeBy: before.madeBy, id: randomUUID(), articles: used };
  writeWhole(file, serialize(all));
}

const empty = { id: '', articles: new Map(), since: new Map() } satisfies Partial<Stored> & {
  readonly since: Articles;
};

/** What the last ones have left; of two files that do not belong together, the one that holds all. */
function readStored(file: string, madeBy: string): Omit<Stored, 'madeBy'> & { readonly since: Articles } {
  const stored = readFile(file) as Stored | undefined;
  if (stored?.madeBy !== madeBy) return empty;
  const since = readFile(besideOf(file)) as StoredSince | undefined;
  const { id, articles } = stored;
  return { id, articles, since: since?.of === id ? since.articles : new Map() };
}

function besideOf(file: string): string {
  return `${file}-since`;
}

function readFile(file: string): unknown {
  try {
    return deserialize(readFileSync(file));
  } catch {
    return undefined;
  }
}

/** Changes with every change in the code that reads and checks articles. */
function readerHash(): string {
  const src = fileURLToPath(new URL('../../', import.meta.url));
  const hash = createHash('sha256').update(process.version);
  for (const room of ['articles', 'markdown', 'words', 'domain'])
    for (const { name, text } of modulesBelow(join(src, room))) hash.update(name).update(text);
  return hash.digest('base64');
}
