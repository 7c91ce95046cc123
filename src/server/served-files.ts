import { hash as digest } from 'node:crypto';
import { closeSync, fstatSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { isHidden } from '../hosting/site.ts';
import { namesBelow } from '../files/names-below.ts';

/** A file of a built site that hosts give out. */
export interface ServedFile {
  /** Its path in the folder, with forward slashes. */
  readonly name: string;
  /** The path of its address, escaped; that of a folder for its index. */
  readonly path: string;
  readonly size: number;
  /** SHA-256 of its bytes, as hexadecimal digits. */
  readonly hash: string;
  readonly read: () => Uint8Array;
}

/** What a file was like when it was read: how many bytes, when it was last changed, and the hash of these bytes. */
export type Hashed = readonly [size: number, changed: number, hash: string];

/** Files that were read before, by name. */
export type Hashes = Map<string, Hashed>;

/**
 * Every file of a built site that hosts give out, in the order of names; `names` are all that stand in its folder. Those that are as `known`
 * has them are not read again; afterwards it holds them all.
 */
export function servedFilesIn(
  out: string,
  known: Hashes = new Map(),
  names = namesBelow(out),
): readonly ServedFile[] {
  const before = new Map(known);
  known.clear();
  return names
    .filter((name) => !isHidden(name))
    .map((name) => {
      const hashed = before.get(name);
      if (hashed) known.set(name, hashed);
      return servedFile(out, name, known);
    });
}

/** A file by its path in the folder of a built site. It is not read where it is as `known` has it, which holds it afterwards. */
export function servedFile(out: string, name: string, known: Hashes): ServedFile {
  const path = join(out, name);
  const hashed = hashOf(path, known.get(name));
  known.set(name, hashed);
  const [size, , hash] = hashed;
  return {
    ...{ name, size, hash },
    path: encodeURI(`/${name.replace(/(^|\/)index\.html$/, '$1')}`),
    read: () => readFileSync(path),
  };
}

/** One room for all files: thousands of buffers would be garbage as large as the site. */
let room = Buffer.allocUnsafe(1 << 16);

function hashOf(path: string, before: Hashed | undefined): Hashed {
  if (before) {
    const { size, mtimeMs } = statSync(path);
    if (before[0] === size && before[1] === mtimeMs) return before;
  }
  const file = openSync(path, 'r');
  try {
    const { size, mtimeMs } = fstatSync(file);
    if (room.length < size) room = Buffer.allocUnsafe(2 * size);
    let end = 0;
    for (let read = 1; read > 0 && end < size; end += read) read = readSync(file, room, end, size - end, end);
    return [end, mtimeMs, digest('sha256', room.subarray(0, end), 'hex')];
  } finally {
    closeSync(file);
  }
}
