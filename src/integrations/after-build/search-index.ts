import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { digestOf } from '../../articles/digest.ts';
import { publishedOf } from '../../articles/drafts/drafts.ts';
import { searchableArticles } from '../../articles/read/searchable.ts';
import { openEngine } from '../../domain/search/engine.ts';
import type { SearchFile } from '../../domain/search/index.ts';
import type { AfterBuild } from '../steps.ts';
import { cutIndex } from '../../domain/search/cut.ts';
import { generatorIn, indexName } from '../run/kept-site.ts';
import { linkFiles, removeFile } from '../run/link-files.ts';
import { lastIndexOf, noteIndex, type KeptIndex } from '../run/kept-index.ts';
import { searchFileOf } from './search-file.ts';

/**
 * Bytes, packed, up to which the index is one file. Measured with this knowledge base and copies of its articles: some half
 * a kilobyte for each one. Beyond, the bytes before the first answer would outgrow what the search may cost, and the index
 * comes in parts, by term and by article. Tests lower it with KB_SMALL_INDEX.
 */
const smallIndex = 100_000;
/** No index gets smaller by more than this when it is packed, so that a large one need not be: that takes seconds. */
const mostPacked = 20;

/** Writes the search index into `search-index/` of the built site: the last one where it is made of the same. */
export const searchIndex: AfterBuild = async (base, { out, logger }) => {
  const content = publishedOf(base.read());
  const words = base.words.search;
  const most = Number(process.env['KB_SMALL_INDEX'] ?? smallIndex);
  const articles = searchableArticles(content, words.timeOf);
  const made = digestOf([
    articles,
    content.glossary.value,
    content.site?.value,
    words.language.language,
    most,
    generatorIn(base),
  ]);
  const folder = join(out, indexName);
  const last = lastIndexOf(base);
  if (last?.made !== made) {
    const files = await indexFiles(await searchFileOf(content, words), most);
    writeIndex(folder, files, last?.folder === folder ? last : undefined);
  } else if (last.folder !== folder) linkFiles(last.folder, folder, last.states.keys());
  noteIndex(base, made);
  logger.info(`${articles.length} articles and terms can be found`);
};

/** Writes what is new of an index; `before` is that of the last build where it stands in the same folder. */
function writeIndex(folder: string, files: ReadonlyMap<string, string>, before: KeptIndex | undefined): void {
  if (!before) rmSync(folder, { recursive: true, force: true });
  for (const name of before?.states.keys() ?? []) if (!files.has(name)) removeFile(folder, name);
  for (const [name, text] of files) {
    // A folder below it is named after what it holds.
    if (name.includes('/') && before?.states.has(name)) continue;
    const path = join(folder, name);
    rmSync(path, { force: true });
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
}

/** The files of an index by name: one for a small knowledge base; for a large one, parts in a folder named after what they hold, since readers keep them for as long as it is the same. */
export async function indexFiles(file: SearchFile, most = smallIndex): Promise<ReadonlyMap<string, string>> {
  const whole = JSON.stringify(file);
  if (whole.length <= mostPacked * most && brotliCompressSync(whole).length <= most)
    return new Map([['search.json', whole]]);
  const cut = cutIndex(file, await openEngine(file, undefined, false));
  const folder = digestOf([...cut.files]).slice(0, 10);
  const head: SearchFile = { ...cut.file, parts: { ...cut.file.parts, folder } };
  return new Map([
    ['search.json', JSON.stringify(head)],
    ...[...cut.files].map(([name, text]) => [`${folder}/${name}`, text] as const),
  ]);
}
