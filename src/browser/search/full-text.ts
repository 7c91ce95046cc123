import { make } from './elements.ts';

/** What we use of Pagefind's browser module. */
interface Pagefind {
  readonly init: () => Promise<void>;
  readonly search: (
    query: string,
  ) => Promise<{ readonly results: readonly { readonly data: () => Promise<PagefindPage> }[] }>;
}

interface PagefindPage {
  readonly url: string;
  readonly excerpt: string;
  readonly meta: Readonly<Record<string, string>>;
  readonly sub_results: readonly { readonly title: string; readonly url: string; readonly excerpt: string }[];
}

const most = 10;

/** Searches every word of the running text with Pagefind, for those who found too little; items for a list, best first. */
export async function searchFullText(
  query: string,
  known: ReadonlySet<string>,
): Promise<readonly HTMLLIElement[]> {
  const address = '/pagefind/pagefind.js';
  const pagefind = (await import(/* @vite-ignore */ address)) as Pagefind;
  await pagefind.init();
  const { results } = await pagefind.search(query);
  const pages = await Promise.all(results.slice(0, most + known.size).map((result) => result.data()));
  return pages
    .filter(({ url }) => !known.has(url))
    .slice(0, most)
    .map((page) => {
      const [place] = page.sub_results;
      return make(
        'li',
        {},
        make(
          'p',
          { class: 'title' },
          make('a', { href: place?.url ?? page.url }, page.meta['title'] ?? page.url),
        ),
        make('p', { class: 'excerpt' }, ...marksIn(place?.excerpt ?? page.excerpt)),
      );
    });
}

/** An excerpt as text with marks: whatever else its markup holds is left behind. */
function marksIn(excerpt: string): readonly Node[] {
  const parsed = new DOMParser().parseFromString(excerpt, 'text/html');
  return [...parsed.body.childNodes].map((node) =>
    node.nodeName === 'MARK'
      ? make('mark', {}, node.textContent ?? '')
      : document.createTextNode(node.textContent ?? ''),
  );
}
