import { unzipSync } from 'fflate';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { pack } from '../src/cli/hosting/pack.ts';
import { root } from './build-site.ts';

/** A site as a folder on a disk, out of its zip file. */
export interface Folder {
  /** Address of the folder, with a slash at its end. */
  readonly url: string;
  readonly files: Readonly<Record<string, Uint8Array>>;
  readonly zip: Uint8Array;
}

/** Packs a built site into a zip file in `place`, and unpacks it there. */
export async function packedFolder(dir: string, place: string): Promise<Folder> {
  mkdirSync(place, { recursive: true });
  const out = join(place, 'toast.zip');
  const { code, error } = await pack(['--dir', dir, '--out', out], { root });
  if (code !== 0) throw new Error(error);
  const zip = new Uint8Array(readFileSync(out));
  const files = unzipSync(zip);
  for (const [name, bytes] of Object.entries(files)) {
    mkdirSync(dirname(join(place, name)), { recursive: true });
    writeFileSync(join(place, name), bytes);
  }
  return { url: `${pathToFileURL(join(place, 'toast')).href}/`, files, zip };
}
