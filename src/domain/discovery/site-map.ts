import { compareText } from '../values/compare.ts';
import { xmlText } from '../values/markup.ts';

/** A page for search engines. */
export interface MappedPage {
  /** Its whole address. */
  readonly url: string;
  /** The day on which it was last another one (`YYYY-MM-DD`), where somebody knows. */
  readonly changed?: string | undefined;
}

/** Pages that a list may have (sitemaps.org). */
const most = 50_000;
const namespace = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';

/** File → text: `sitemap-index.xml`, which robots.txt names, and the lists of pages that it leads to. `home` ends in a slash. */
export function siteMapsOf(pages: readonly MappedPage[], home: string): ReadonlyMap<string, string> {
  const sorted = pages.toSorted((a, b) => a.url.localeCompare(b.url, 'en', { numeric: true }));
  const lists = Array.from({ length: Math.max(1, Math.ceil(sorted.length / most)) }, (_, at) =>
    sorted.slice(at * most, (at + 1) * most),
  );
  const named = lists.map((inside, at) => ({ file: `sitemap-${at}.xml`, inside }));
  return new Map([
    ...named.map(({ file, inside }) => [file, listOf('urlset', 'url', inside)] as const),
    [
      'sitemap-index.xml',
      listOf(
        'sitemapindex',
        'sitemap',
        named.map(({ file, inside }) => ({ url: home + file, changed: latest(inside) })),
      ),
    ],
  ]);
}

function listOf(list: string, item: string, pages: readonly MappedPage[]): string {
  const items = pages.map(({ url, changed }) => {
    const day = changed === undefined ? '' : `<lastmod>${xmlText(changed)}T00:00:00.000Z</lastmod>`;
    return `<${item}><loc>${xmlText(url)}</loc>${day}</${item}>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?><${list} ${namespace}>${items.join('')}</${list}>\n`;
}

function latest(pages: readonly MappedPage[]): string | undefined {
  return pages
    .flatMap(({ changed }) => changed ?? [])
    .sort(compareText)
    .at(-1);
}
