import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { publishedOf } from '../../articles/drafts/drafts.ts';
import { openEngine } from '../../domain/search/engine.ts';
import type { SearchFile } from '../../domain/search/index.ts';
import { cutIndex } from '../../domain/search/cut.ts';
import type { AfterBuild } from '../steps.ts';
import { searchFileOf } from './search-file.ts';

/** Bytes, packed, up to which an index is one file: all of it comes with the first query. */
const oneFile = 78_000;
/** No index gets smaller by more than this when it is packed, so that a large one need not be: that takes seconds. */
const mostPacked = 20;

/** Writes the search index into `search-index/` of the built site. */
export const searchIndex: AfterBuild = async ({ read, words }, { out, logger }) => {
  const file = await searchFileOf(publishedOf(read()), words.search);
  const files = await indexFiles(file);
  for (const [name, text] of files) {
    const path = join(out, 'search-index', name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
  }
  const first = Buffer.byteLength(files.get('search.json') ?? '');
  logger.info(
    `${file.articles?.length ?? 0} articles and terms indexed in ${files.size} files, the first one ${Math.round(first / 1024)} kB`,
  );
};

/** The files of an index by name: one for a small knowledge base; for a large one, parts in a folder named after what they hold. */
export async function indexFiles(file: SearchFile, most = oneFile): Promise<ReadonlyMap<string, string>> {
  const whole = JSON.stringify(file);
  if (whole.length <= mostPacked * most && brotliCompressSync(whole).length <= most)
    return new Map([['search.json', whole]]);
  const cut = cutIndex(file, await openEngine(file));
  const hash = createHash('sha256');
  for (const text of cut.files.values()) hash.update(text);
  const folder = hash.digest('hex').slice(0, 10);
  const head: SearchFile = { ...cut.file, parts: { ...cut.file.parts, folder } };
  return new Map([
    ['search.json', JSON.stringify(head)],
    ...[...cut.files].map(([name, text]) => [`${folder}/${name}`, text] as const),
  ]);
}
