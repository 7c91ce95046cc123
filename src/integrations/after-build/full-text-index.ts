import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as pagefind from 'pagefind';
import type { Content } from '../../articles/content.ts';
import { handsOnOf, type Article } from '../../domain/knowledge/article.ts';
import { pathOf } from '../../domain/knowledge/paths.ts';
import { elementsIn, rewrite } from '../../html/elements.ts';

/**
 * Indexes the built pages of all articles with Pagefind: kind, who, loses and applies to filter by, minutes to sort by, and
 * what the reader sees or types (`says`, `aliases`) as metadata, which is found but never shown. Headings and steps are its
 * sub-results, by their permanent ids. Returns the number of articles. Throws with what Pagefind says, and with the page it says it of.
 */
export async function indexFullText(out: string, { articles }: Content): Promise<number> {
  try {
    const { index } = await told('The full-text index could not be begun', pagefind.createIndex());
    if (!index) throw new Error('Pagefind gave no index to write into.');
    const known = articles.flatMap(({ article }) => (article ? [article] : []));
    for (const article of known) {
      const url = pathOf(article);
      const page = readFile(join(out, url, 'index.html'), 'utf8');
      const added = page.then((html) => index.addHTMLFile({ url, content: withSearchMarks(html, article) }));
      await told(`${url} could not be indexed`, added);
    }
    await told(
      'The full-text index could not be written',
      index.writeFiles({ outputPath: join(out, 'pagefind') }),
    );
    return known.length;
  } finally {
    // Its program would go on in the background.
    await pagefind.close();
  }
}

/** What Pagefind answers, unless it tells of errors; those it throws keep their cause. */
async function told<A extends { readonly errors: readonly string[] }>(
  what: string,
  answer: Promise<A>,
): Promise<A> {
  const given = await answer.catch((cause: unknown) => {
    throw new Error(`${what}.`, { cause });
  });
  if (given.errors.length > 0) throw new Error(`${what}: ${given.errors.join(' ')}`);
  return given;
}

/** Adds what Pagefind is to know to the beginning of the article, as empty elements that never reach a reader. */
export function withSearchMarks(html: string, article: Article): string {
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
    ...(fix ? [`<span data-pagefind-sort="minutes:${handsOnOf(fix) + fix.wait}"></span>`] : []),
  ];
  const main = elementsIn(html).find(({ name }) => name === 'main');
  if (!main)
    throw new Error(`The page of \`${article.id}\` has no \`<main>\`, which is what the search reads.`);
  const { to } = main.startTag;
  const body = 'data-pagefind-body' in main.attributes ? '' : ' data-pagefind-body';
  return rewrite(html, [
    { from: to - 1, to: to - 1, by: body },
    { from: to, to, by: marks.join('') },
  ]);
}

function escapeAttribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
