import { basename, resolve } from 'node:path';
import { zipSync } from 'fflate';
import { folderOf } from '../../pack/folder.ts';
import { baseOf, missingSite } from '../../server/built-site.ts';
import { readArguments, type Command } from '../command.ts';
import { printBook } from './print-book.ts';
import { siteFolder } from '../builds/site-folder.ts';
import { writeWhole } from '../../files/write-whole.ts';

const usage =
  '`pack` takes `--dir dist` and `--out site.zip`, or `--print` with `--out FOLDER`, `--months 6` and `--day YYYY-MM-DD`.';
/** The first day that a zip can name, so that the same site gives the same file. */
const noDay = new Date(1980, 0, 1);

/** `pack [--dir dist] [--out site.zip]`: the built site as a folder that one can carry and open from a disk, in one file. With `--print` as one book: HTML, EPUB and PDF. */
export const pack: Command = async (args, { root }) => {
  const read = readArguments(args, usage, {
    options: {
      dir: { type: 'string' },
      out: { type: 'string' },
      print: { type: 'boolean', default: false },
      months: { type: 'string', default: '6' },
      day: { type: 'string' },
    },
  });
  if ('error' in read) return { code: 1, error: read.error };
  const dir = siteFolder(root, read.values.dir);
  const missing = missingSite(root, dir);
  if (missing) return { code: 1, error: missing };
  const { print, months, day } = read.values;
  if (!/^\d{1,3}$/.test(months) || (day !== undefined && !/^\d{4}-\d\d-\d\d$/.test(day)))
    return { code: 1, error: usage };
  if (print) return printBook(root, dir, read.values.out ?? 'book', { months: Number(months), day });
  const out = resolve(read.values.out ?? 'site.zip');
  const files = await folderOf(root, dir, baseOf(dir));
  const folder = basename(out).replace(/\.zip$/, '') || 'site';
  const zip = zipSync(Object.fromEntries([...files].map(([name, bytes]) => [`${folder}/${name}`, bytes])), {
    mtime: noDay,
    level: 6,
  });
  writeWhole(out, zip);
  return {
    code: 0,
    output: `${files.size} files in ${out}, ${(zip.length / 1e6).toFixed(1)} MB. Unpack it and open ${folder}/index.html.`,
  };
};
