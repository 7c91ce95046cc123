import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { ContentDir } from '../articles/content-dir.ts';
import { readContent } from '../articles/read/content.ts';
import { searchableArticles } from '../articles/read/searchable.ts';
import { buildSearchIndex, type SearchFile } from '../domain/search/index.ts';
import type { SearchLanguage } from '../domain/search/language.ts';
import { indexFullText } from './full-text-index.ts';
import { serveLastIndex } from './last-index.ts';
import type { Content } from '../articles/content.ts';

/** The words that the search shows, and what it has to know of the language. */
export interface SearchWords {
  readonly language: SearchLanguage;
  readonly results: Readonly<Record<string, string>>;
  readonly kinds: Readonly<Record<string, string>>;
  /** The time that a fix takes, in words. */
  readonly timeOf: (minutes: number, wait: number) => string;
}

/**
 * Writes the search index into `pagefind/` of the built site: our own small files for the answer (search.json, and shards
 * and entries named after their content), and Pagefind's index of the full text. In dev, serves those of the last build.
 */
export function searchIndex(dir: ContentDir, words: SearchWords): AstroIntegration {
  let target = '';
  return {
    name: 'mendbook:search-index',
    hooks: {
      'astro:config:setup': ({ config }) => void (target = fileURLToPath(config.outDir)),
      'astro:server:setup': ({ server }) =>
        void server.middlewares.use('/pagefind', serveLastIndex(join(target, 'pagefind'))),
      'astro:build:done': async ({ dir: outDir, logger }) => {
        const out = fileURLToPath(outDir);
        const content = readContent(dir);
        const [quick, full] = await Promise.all([
          writeQuickIndex(join(out, 'pagefind'), content, words),
          indexFullText(out, content),
        ]);
        logger.info(`${full} articles indexed, ${Math.round(quick / 1024)} kB for quick answers`);
      },
    },
  };
}

/** Returns the number of bytes written. */
async function writeQuickIndex(
  folder: string,
  content: Content,
  { language, results, kinds, timeOf }: SearchWords,
): Promise<number> {
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
    built: new Date().toISOString(),
    core,
    labels: { results, kinds, risks: Object.fromEntries(risks.map(({ id, label }) => [id, label])) },
  };
  const all = new Map([
    ...[...files].map(([name, text]) => [join(parts, name), text] as const),
    ['search.json', JSON.stringify(head)] as const,
  ]);
  await mkdir(join(folder, parts), { recursive: true });
  for (const [name, text] of all) await writeFile(join(folder, name), text);
  return [...all.values()].reduce((sum, text) => sum + Buffer.byteLength(text), 0);
}
