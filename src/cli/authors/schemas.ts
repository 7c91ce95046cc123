import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { contentDirOf } from '../../articles/content-dir.ts';
import { readContent } from '../../articles/read/content.ts';
import { editorFiles, editorFolder } from '../../articles/schema/editor-files.ts';
import { readArguments, type Command } from '../command.ts';

/** `schemas [--check]`: writes what editors need to complete fields and ids, or fails where it is not current. */
export const schemas: Command = async (args, { root }) => {
  const read = readArguments(args, 'Use `kb schemas [--check]`.', {
    options: { check: { type: 'boolean', default: false } },
  });
  if ('error' in read) return { code: 1, error: read.error };
  const files = editorFiles(readContent(contentDirOf(root)));
  const stale: string[] = [];
  for (const [name, text] of files) {
    const path = join(root, editorFolder, name);
    if ((await readFile(path, 'utf8').catch(() => undefined)) === text) continue;
    stale.push(`${editorFolder}/${name}`);
    if (read.values.check) continue;
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
  }
  if (stale.length === 0) return { code: 0, output: `${editorFolder}/ is current: ${files.size} files.` };
  return read.values.check
    ? { code: 1, error: `Not current: ${stale.join(', ')}. Write them with \`npm run kb -- schemas\`.` }
    : { code: 0, output: `Wrote ${stale.join(', ')}.` };
};
