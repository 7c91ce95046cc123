import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as pagefind from 'pagefind';
import type { Content } from '../articles/content.ts';
import type { Article } from '../domain/knowledge/article.ts';
import { pathOf } from '../domain/knowledge/paths.ts';

/**
 * Indexes the built pages of all articles with Pagefind: kind, who, loses and applies to filter by, minutes to sort by, and
 * what the reader sees or types (`says`, `aliases`) as metadata, which is found but never shown. Headings and steps are its
 * sub-results, by their permanent ids. Returns the number of articles.
 */
export async function indexFullText(out: string, { articles }: Content): Promise<number> {
  const { index, errors } = await pagefind.createIndex();
  if (!index) throw new Error(errors.join('\n'));
  const failed: string[] = [];
  let count = 0;
  for (const { article } of articles) {
    if (!article) continue;
    const url = pathOf(article);
    const html = await readFile(join(out, url, 'index.html'), 'utf8');
    const added = await index.addHTMLFile({ url, content: withSearchMarks(html, article) });
    failed.push(...added.errors.map((error) => `${url}: ${error}`));
    count += 1;
  }
  const written = await index.writeFiles({ outputPath: join(out, 'pagefind') });
  await pagefind.close();
  failed.push(...written.errors);
  if (failed.length > 0) throw new Error(failed.join('\n'));
  return count;
}

/** Adds what Pagefind is to know to the beginning of the article, as empty elements that never reach a reader. */
function withSearchMarks(html: string, article: Article): string {
  const fix = article.kind === 'fix' ? article : undefined;
  const filters = [
    `kind:${article.kind}`,
    ...('who' in article && article.who ? [`who:${article.who}`] : []),
    ...(fix ? [`loses:${fix.loses}`] : []),
    ...Object.keys(fix?.applies ?? {}).map((platform) => `applies:${platform}`),
  ];
  const metas = [
    ['aliases', article.aliases.join(', ')],
    ['says', [...article.says, ...article.codes].join(', ')],
  ].filter(([, text]) => text !== '');
  const marks = [
    ...filters.map((filter) => `<span data-pagefind-filter="${escapeAttribute(filter)}"></span>`),
    ...metas.map(
      ([name, text]) => `<span data-pagefind-meta="${name}:${escapeAttribute(text ?? '')}"></span>`,
    ),
    ...(fix ? [`<span data-pagefind-sort="minutes:${fix.minutes + fix.wait}"></span>`] : []),
  ];
  return html.replace(
    /<main\b[^>]*>/,
    (main) =>
      (main.includes('data-pagefind-body') ? main : main.replace('<main', '<main data-pagefind-body')) +
      marks.join(''),
  );
}

function escapeAttribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
