import { createHash, hash as digest } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { digestOf } from '../../articles/digest.ts';
import { publishedOf } from '../../articles/drafts/drafts.ts';
import { searchableArticles } from '../../articles/read/searchable.ts';
import { sent } from '../../domain/search/columns.ts';
import { openEngine } from '../../domain/search/engine.ts';
import type { SearchArticle, SearchFile } from '../../domain/search/index.ts';
import type { Hashes } from '../../server/served-files.ts';
import type { AfterBuild, Base } from '../step.ts';
import { cutIndex } from '../../domain/search/shards.ts';
import { gistMemory } from '../run/kept-gists.ts';
import { generatorIn, indexName } from '../run/kept-site.ts';
import { linkFiles, removeFiles } from '../run/link-files.ts';
import { madeBefore } from '../run/made-before.ts';
import { fullTextIn, lastIndexOf, noteIndex, type KeptIndex } from '../run/kept-index.ts';
import { fullTextFiles } from './full-text.ts';
import { frequentWords, searchFileAndEngine, type Frequent } from './search-file.ts';

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

/** Writes the search index into `search-index/` of the built site: the last one where it is made of the same. */
export const searchIndex: AfterBuild = async (base, { out, hashes, logger }) => {
  const content = publishedOf(base.read());
  const words = base.words.search;
  const most = Number(process.env['KB_SMALL_INDEX'] ?? smallIndex);
  const articles = searchableArticles(content, words.timeOf);
  const of = digestOf([
    articles,
    content.glossary.value,
    content.asked.value,
    content.site?.value,
    words.language.language,
    most,
    generatorIn(base),
  ]);
  const folder = join(out, indexName);
  const last = lastIndexOf(base);
  const before = last?.folder === folder ? last : undefined;
  let texts = last?.made.texts ?? '';
  let left: string | undefined;
  if (last?.made.of !== of) {
    const made = searchFileAndEngine(content, words, articles, await frequentIn(base), gistMemory(base));
    const fullText: FullText = async (numbered) => {
      const was = texts;
      texts = digestOf([
        numbered.map(({ path, kind, loses, body }) => [path, kind, loses, body]),
        words.language.language,
        generatorIn(base),
      ]);
      const kept = was === texts ? last : undefined;
      left = kept && kept === before ? folderIn(kept.states.keys(), true) : undefined;
      if (left !== undefined) return { files: new Map(), folder: left };
      return {
        files: (kept && fullTextIn(kept)) ?? (await fullTextFiles(numbered, words.language.language)),
      };
    };
    const files = await indexFiles(made.file, most, fullText, made.engine);
    writeIndex(folder, files, before && { ...before, hashes, left });
  } else if (last.folder !== folder) linkFiles(last.folder, folder, last.states.keys());
  noteIndex(base, { of, texts });
  logger.info(`${articles.length} articles and terms can be found`);
};

/** The frequent words of the language of a knowledge base, read once for all builds. */
async function frequentIn(base: Base): Promise<Frequent> {
  const { language } = base.words.search;
  const made = await madeBefore(base, 'frequent-words', digestOf(language), async () =>
    Buffer.from(JSON.stringify(frequentWords(language))),
  );
  return JSON.parse(Buffer.from(made).toString()) as Frequent;
}

/** The index of the last build, with the hashes of its files as far as they are known, and the folder of it that stays as it is. */
type Before = KeptIndex & { readonly hashes: Hashes; readonly left: string | undefined };

/** Writes what is new of an index; `before` is that of the last build where it stands in the same folder. Most files of a folder that has another name now are as they were. */
function writeIndex(folder: string, files: IndexFiles, before: Before | undefined): void {
  if (!before) rmSync(folder, { recursive: true, force: true });
  // The names of its files, with those that they had in the last build.
  const there = new Map([...(before?.states.keys() ?? [])].map((name) => [name, name]));
  for (const full of [false, true]) {
    const [was, now] = [folderIn(there.keys(), full), folderIn(files.keys(), full)];
    if (was === undefined || now === undefined || was === now) continue;
    renameSync(join(folder, was), join(folder, now));
    for (const name of [...there.keys()])
      if (name.startsWith(`${was}/`) && there.delete(name)) there.set(now + name.slice(was.length), name);
  }
  for (const [name, text] of files) {
    const path = join(folder, name);
    const was = there.get(name);
    if (before && was !== undefined && there.delete(name) && isSame(before, was, path, text)) continue;
    // What stands there may be the same file as in the folder of the last site.
    rmSync(path, { force: true });
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  const isGone = (name: string): boolean => before?.left === undefined || !name.startsWith(`${before.left}/`);
  removeFiles(folder, [...there.keys()].filter(isGone));
}

/** Whether a file holds this already. `was` is the name by which the last build knew it; whoever knows its hash need not read it. */
function isSame({ states, hashes }: Before, was: string, path: string, text: string | Uint8Array): boolean {
  const [size, changed] = states.get(was) ?? [];
  const known = hashes.get(`${indexName}/${was}`);
  if (size !== Buffer.byteLength(text)) return false;
  return known?.[0] === size && known[1] === changed
    ? known[2] === digest('sha256', text, 'hex')
    : readFileSync(path).equals(Buffer.from(text));
}

/** The folder in an index that holds its parts, or the full text. */
function folderIn(names: Iterable<string>, full: boolean): string | undefined {
  for (const name of names)
    if (name.includes('/') && name.includes('/full/') === full) return name.split('/')[0];
  return undefined;
}

/** Files of an index by name. */
type IndexFiles = ReadonlyMap<string, string | Uint8Array>;

/** Gives the full text for articles in the order of their numbers, with its folder where that stands already and has all of it. */
type FullText = (
  numbered: readonly SearchArticle[],
) => Promise<{ readonly files: IndexFiles; readonly folder?: string }>;

/**
 * The files of an index: one for a small knowledge base; for a large one, parts and the full text in folders named after what
 * they hold. `counted` is over the articles of `file`.
 */
export async function indexFiles(
  file: SearchFile,
  most = smallIndex,
  fullText: FullText = async (numbered) => ({ files: await fullTextFiles(numbered, file.language.language) }),
  counted?: Parameters<typeof cutIndex>[1],
): Promise<IndexFiles> {
  if (lettersIn(file) <= mostPacked * most) {
    const text = JSON.stringify(sent(file));
    if (text.length <= mostPacked * most && fits(text, most)) return new Map([['search.json', text]]);
  }
  const cut = cutIndex(file, counted ?? (await openEngine(file)));
  const full = await fullText(cut.articles);
  const [folder, texts] = [folderFor(cut.files), full.folder ?? folderFor(full.files)];
  const head: SearchFile = { ...cut.file, parts: { ...cut.file.parts, folder, texts } };
  return new Map<string, string | Uint8Array>([
    ['search.json', JSON.stringify(head)],
    ...[...cut.files].map(([name, text]) => [`${folder}/${name}`, text] as const),
    ...[...full.files].map(([name, bytes]) => [`${texts}/full/${name}`, bytes] as const),
  ]);
}

/** True when a text has no more bytes than this, packed as small as can be, which takes long: most that fit do with less effort. */
function fits(text: string, most: number): boolean {
  const { BROTLI_PARAM_QUALITY: quality } = constants;
  return [5, 11].some((effort) => brotliCompressSync(text, { params: { [quality]: effort } }).length <= most);
}

/** Letters that the running texts have: the file is longer than that, and to write a large one takes a while. */
function lettersIn({ articles = [] }: SearchFile): number {
  return articles.reduce((sum, { body }) => body.reduce((all, [, text]) => all + text.length, sum), 0);
}

/** The name of a folder for files, after what they hold: readers keep them for as long as it is the same. */
function folderFor(files: IndexFiles): string {
  const hash = createHash('sha256');
  // Files that a build has kept come in another order than new ones.
  for (const name of [...files.keys()].sort()) hash.update(name).update(files.get(name)!);
  return hash.digest('hex').slice(0, 10);
}
