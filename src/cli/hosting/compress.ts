import { existsSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { missingSite } from '../../server/built-site.ts';
import { contentTypeOf, isText } from '../../server/content-types.ts';
import { readArguments, type Command } from '../command.ts';
import { siteFolder } from '../builds/site-folder.ts';
import { namesBelow } from '../../files/names-below.ts';

const usage = '`compress` takes `--dir dist`, `--quality 0` to `11`, and `--remove`.';
/** Smaller files take one packet either way. */
const least = 1024;
/** Files at the same time; the compressors run on threads of their own. */
const atOnce = 4;
const packers = {
  br: (bytes: Buffer, quality: number) =>
    promisify(brotliCompress)(bytes, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: quality,
        [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
      },
    }),
  gz: (bytes: Buffer, quality: number) => promisify(gzip)(bytes, { level: Math.min(9, quality) }),
} as const;

/** `compress [--dir dist] [--quality 9] [--remove]`: packed copies beside the files of a built site, for hosts that send them as they are. */
export const compress: Command = async (args, { root }) => {
  const read = readArguments(args, usage, {
    options: {
      dir: { type: 'string' },
      quality: { type: 'string', default: '9' },
      remove: { type: 'boolean', default: false },
    },
  });
  if ('error' in read) return { code: 1, error: read.error };
  const quality = Number(read.values.quality);
  if (!/^\d+$/.test(read.values.quality) || quality > 11) return { code: 1, error: usage };
  const dir = siteFolder(root, read.values.dir);
  const missing = missingSite(root, dir);
  if (missing) return { code: 1, error: missing };
  const names = namesBelow(dir);
  if (read.values.remove) return removePacked(dir, names);
  const left = names.filter((name) => isPacked(dir, name));
  let [written, plain, packed] = [0, 0, 0];
  const work = async (): Promise<void> => {
    for (let name = left.pop(); name !== undefined; name = left.pop()) {
      const path = join(dir, name);
      const { mtime, size } = statSync(path);
      plain += size;
      for (const [ending, pack] of Object.entries(packers)) {
        const copy = `${path}.${ending}`;
        if (!existsSync(copy) || statSync(copy).mtimeMs !== mtime.getTime()) {
          writeFileSync(copy, await pack(readFileSync(path), quality));
          // The same time as the file itself: so that a second run knows what it need not do again.
          utimesSync(copy, mtime, mtime);
          written++;
        }
        if (ending === 'br') packed += statSync(copy).size;
      }
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  const kB = (bytes: number): number => Math.round(bytes / 1000);
  return {
    code: 0,
    output: `${written} packed files written; ${kB(plain)} kB are ${kB(packed)} kB as Brotli.`,
  };
};

function isPacked(dir: string, name: string): boolean {
  const file = name.split(/[\\/]/).at(-1) ?? '';
  if (/^[._](?!astro)/.test(file) || /\.(?:br|gz)$/.test(file)) return false;
  const stats = statSync(join(dir, name));
  return stats.isFile() && stats.size >= least && (isText(contentTypeOf(file)) || file.endsWith('.sha256'));
}

function removePacked(dir: string, names: readonly string[]): { readonly code: 0; readonly output: string } {
  const packed = names.filter(
    (name) => /\.(?:br|gz)$/.test(name) && existsSync(join(dir, name.replace(/\.(?:br|gz)$/, ''))),
  );
  for (const name of packed) rmSync(join(dir, name));
  return { code: 0, output: `${packed.length} packed files removed.` };
}
