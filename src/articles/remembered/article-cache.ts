import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deserialize, serialize } from 'node:v8';
import { rememberArticles, type KnownArticle } from './article-memory.ts';
import { modulesBelow } from '../../files/names-below.ts';
import { writeWhole } from '../../files/write-whole.ts';

/** What a cache file holds. */
interface Stored {
  readonly madeBy: string;
  readonly articles: ReadonlyMap<string, KnownArticle>;
}

/**
 * Remembers how articles were read and what was found in them in a file, for the next check or build; `keep` writes those that this one
 * needed, in one move. A file that other code wrote, or that cannot be read, counts as empty.
 */
export function articleCache(file: string): { readonly keep: () => void } {
  const madeBy = readerHash();
  let before = readStored(file, madeBy);
  const used = new Map<string, KnownArticle>();
  rememberArticles({
    get: (made) => {
      const known = used.get(made) ?? before.get(made);
      if (known) used.set(made, known);
      return known;
    },
    set: (made, known) => void used.set(made, known),
  });
  return {
    keep: () => {
      rememberArticles(undefined);
      try {
        writeWhole(file, serialize({ madeBy, articles: used } satisfies Stored));
      } catch {
        // Where nothing can be written, the next one reads all anew.
      }
      before = new Map();
      used.clear();
    },
  };
}

function readStored(file: string, madeBy: string): Stored['articles'] {
  try {
    const stored = deserialize(readFileSync(file)) as Stored;
    return stored.madeBy === madeBy ? stored.articles : new Map();
  } catch {
    return new Map();
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
