import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { buildCacheOf } from '../../articles/content-dir.ts';
import { writeWhole } from '../../files/write-whole.ts';
import type { GistMemory, Gists } from '../after-build/search-profiles.ts';
import type { Base } from '../step.ts';
import { generatorIn } from './kept-site.ts';

/** What the file holds: all gists one after the other, since thousands of small lists would take long to read. */
interface Stored {
  readonly reading: string;
  readonly words: readonly string[];
  readonly digests: readonly string[];
  /** How many numbers each gist has, and how many of them are counted. */
  readonly sizes: Uint32Array;
  readonly ids: Uint32Array;
  readonly ends: Uint32Array;
  readonly counts: Float64Array;
}

/** The gists of the last build of a knowledge base, which this one leaves to the next in one move; none where another generator has written them, or nothing whole is there. */
export function gistMemory(base: Pick<Base, 'project' | 'dir'>): GistMemory {
  const file = join(buildCacheOf(base.project, base.dir), 'gists');
  const stored = (reading: string): string => `${generatorIn(base)} ${reading}`;
  return {
    recall: (reading) => {
      try {
        const found = deserialize(readFileSync(file)) as Stored;
        return found.reading === stored(reading) ? gistsIn(found) : undefined;
      } catch {
        return undefined;
      }
    },
    keep: (reading, gists) =>
      writeWhole(file, serialize({ reading: stored(reading), ...storedOf(gists) } satisfies Stored)),
  };
}

function gistsIn({ words, digests, sizes, ids, ends, counts }: Stored): Gists {
  const of: [string, Gists['of'] extends ReadonlyMap<string, infer G> ? G : never][] = [];
  let [id, count] = [0, 0];
  for (const [at, digest] of digests.entries()) {
    const [nextId, nextCount] = [id + sizes[2 * at]!, count + sizes[2 * at + 1]!];
    of.push([
      digest,
      {
        ids: ids.subarray(id, nextId),
        ends: ends.subarray(3 * at, 3 * at + 3),
        counts: counts.subarray(count, nextCount),
      },
    ]);
    [id, count] = [nextId, nextCount];
  }
  return { words, of: new Map(of) };
}

function storedOf({ words, of }: Gists): Omit<Stored, 'reading'> {
  const all = [...of.values()];
  const joined = <A extends Uint32Array | Float64Array>(room: A, parts: readonly A[]): A => {
    let at = 0;
    for (const part of parts) {
      room.set(part, at);
      at += part.length;
    }
    return room;
  };
  const lengthOf = (parts: readonly { readonly length: number }[]): number =>
    parts.reduce((sum, { length }) => sum + length, 0);
  const [ids, ends, counts] = [
    all.map((gist) => gist.ids),
    all.map((gist) => gist.ends),
    all.map((gist) => gist.counts),
  ];
  return {
    words,
    digests: [...of.keys()],
    sizes: Uint32Array.from(all.flatMap((gist) => [gist.ids.length, gist.counts.length])),
    ids: joined(new Uint32Array(lengthOf(ids)), ids),
    ends: joined(new Uint32Array(lengthOf(ends)), ends),
    counts: joined(new Float64Array(lengthOf(counts)), counts),
  };
}
