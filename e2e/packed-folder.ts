import { unzipSync } from 'fflate';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { pack } from '../src/cli/hosting/pack.ts';
import { root, scratch } from './build-site.ts';
import { expect, test as base } from './knowledge-base.ts';

interface Folder {
  /** Address of the folder, with a slash at its end. */
  readonly url: string;
  readonly files: Readonly<Record<string, Uint8Array>>;
  readonly zip: Uint8Array;
}

/** The toaster as a folder on a disk, in a place whose name has a space and a sign. */
export const test = base.extend<object, { folder: Folder }>({
  folder: [
    async ({ toaster }, use, { workerIndex }) => {
      const place = join(scratch, `a folder #${workerIndex}`);
      mkdirSync(place, { recursive: true });
      const out = join(place, 'toast.zip');
      const { code, error } = await pack(['--dir', toaster.dir, '--out', out], { root });
      expect(code, error).toBe(0);
      const zip = new Uint8Array(readFileSync(out));
      const files = unzipSync(zip);
      for (const [name, bytes] of Object.entries(files)) {
        mkdirSync(dirname(join(place, name)), { recursive: true });
        writeFileSync(join(place, name), bytes);
      }
      await use({ url: `${pathToFileURL(join(place, 'toast')).href}/`, files, zip });
    },
    { scope: 'worker', timeout: 300_000 },
  ],
});
