import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { publishedOf } from '../../articles/drafts/drafts.ts';
import { openEngine } from '../../domain/search/engine.ts';
import type { SearchFile } from '../../domain/search/index.ts';
import type { AfterBuild } from '../steps.ts';
import { cutIndex } from '../../domain/search/cut.ts';
import { fullTextFiles } from './full-text.ts';
import { searchFileOf } from './search-file.ts';

/**
 * Bytes, packed, up to which one small index holds every word of the texts too. Measured with this knowledge base and copies of
 * its articles: 80 kB at 125 articles, about half a kilobyte more for each one. Beyond, the bytes before the first
 * answer would outgrow what the search may cost: titles, aliases, steps and facts come in parts (40 kB and some 1 kB for each
 * word and article), and the running text stays in Pagefind's index, which costs 115 kB at 5,000 articles and is asked only
 * where nothing in the small index says the query well. Tests lower it with KB_SMALL_INDEX.
 */
const smallIndex = 100_000;
/** No index gets smaller by more than this when it is packed, so that a large one need not be: that takes seconds. */
const mostPacked = 20;

/** Writes the search index into `search-index/` of the built site. */
export const searchIndex: AfterBuild = async ({ read, words }, { out, logger }) => {
  const file = await searchFileOf(publishedOf(read()), words.search);
  const files = await indexFiles(file, Number(process.env['KB_SMALL_INDEX'] ?? smallIndex));
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

/** The files of an index by name: one for a small knowledge base; for a large one, parts and the full text in a folder named after what they hold. */
export async function indexFiles(
  file: SearchFile,
  most = smallIndex,
): Promise<ReadonlyMap<string, string | Uint8Array>> {
  const whole = JSON.stringify(file);
  if (whole.length <= mostPacked * most && brotliCompressSync(whole).length <= most)
    return new Map([['search.json', whole]]);
  const { articles = [], language } = file;
  const named = { ...file, articles: articles.map((article) => ({ ...article, body: [] })) };
  const cut = cutIndex(named, await openEngine(named));
  const full = await fullTextFiles(articles, language.language);
  const parts = new Map<string, string | Uint8Array>(cut.files);
  for (const [name, bytes] of full) parts.set(`full/${name}`, bytes);
  const hash = createHash('sha256');
  for (const [name, text] of parts) hash.update(name).update(text);
  const folder = hash.digest('hex').slice(0, 10);
  const head: SearchFile = { ...cut.file, parts: { ...cut.file.parts, folder } };
  return new Map<string, string | Uint8Array>([
    ['search.json', JSON.stringify(head)],
    ...[...parts].map(([name, text]) => [`${folder}/${name}`, text] as const),
  ]);
}
