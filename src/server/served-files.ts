import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
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

/** Every file of a built site that hosts give out, in the order of names. */
export function servedFilesIn(out: string): readonly ServedFile[] {
  return namesBelow(out)
    .filter((name) => !isHidden(name))
    .map((name) => {
      const bytes = readFileSync(join(out, name));
      return {
        name,
        path: encodeURI(`/${name.replace(/(^|\/)index\.html$/, '$1')}`),
        size: bytes.length,
        hash: createHash('sha256').update(bytes).digest('hex'),
        read: () => readFileSync(join(out, name)),
      };
    });
}
