import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Content } from '../../articles/content.ts';
import { publishedOf } from '../../articles/drafts/drafts.ts';
import { searchableArticles } from '../../articles/read/searchable.ts';
import { buildSearchIndex, type SearchFile } from '../../domain/search/index.ts';
import type { AfterBuild, SearchWords } from '../steps.ts';
import { indexFullText } from './full-text-index.ts';

/**
 * Writes the search index into `pagefind/` of the built site: our own small files for the answer (search.json, and shards
 * and entries named after their content), and Pagefind's index of the full text.
 */
export const searchIndex: AfterBuild = async ({ read, words }, { out, logger }) => {
  const content = publishedOf(read());
  const [quick, full] = await Promise.all([
    writeFiles(join(out, 'pagefind'), quickIndexFiles(content, words.search)),
    indexFullText(out, content),
  ]);
  logger.info(`${full} articles indexed, ${Math.round(quick / 1024)} kB for quick answers`);
};

/** Our own small files for the answer: names below `pagefind/` with their texts. */
export function quickIndexFiles(
  content: Content,
  { language, results, kinds, timeOf }: SearchWords,
): ReadonlyMap<string, string> {
  const risks = content.site?.value.risks ?? [];
  const articles = searchableArticles(content, timeOf);
  const { core, shards, blocks } = buildSearchIndex(articles, {
    language: { ...language, language: content.site?.value.language ?? language.language },
    risks: risks.map(({ id }) => id),
    synonyms: [
      ...content.glossary.value.map(({ term, also, typed }) => [term, ...also, ...typed]),
      ...language.alike,
    ],
  });
  const files = new Map([
    ...shards.map((shard, number) => [`t${number}.json`, JSON.stringify(shard)] as const),
    ...blocks.map((block, number) => [`e${number}.json`, JSON.stringify(block)] as const),
    ...articles.map(({ body }, number) => [`b${number}.txt`, body] as const),
  ]);
  const hash = createHash('sha256');
  for (const text of files.values()) hash.update(text);
  const parts = `quick-${hash.digest('hex').slice(0, 10)}`;
  const head: SearchFile = {
    parts,
    core,
    labels: { results, kinds, risks: Object.fromEntries(risks.map(({ id, label }) => [id, label])) },
  };
  return new Map([
    ...[...files].map(([name, text]) => [`${parts}/${name}`, text] as const),
    ['search.json', JSON.stringify(head)] as const,
  ]);
}

/** Returns the number of bytes written. */
async function writeFiles(folder: string, files: ReadonlyMap<string, string>): Promise<number> {
  for (const [name, text] of files) {
    const path = join(folder, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
  }
  return [...files.values()].reduce((sum, text) => sum + Buffer.byteLength(text), 0);
}
