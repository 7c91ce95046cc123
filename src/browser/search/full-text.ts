import type { AskFullText } from '../../domain/search/engine.ts';
import { indexFolder } from './index-address.ts';

/** What we use of Pagefind's program. */
interface Pagefind {
  readonly search: (
    text: string,
    options: { readonly filters: Readonly<Record<string, string>> },
  ) => Promise<{ readonly results: readonly { readonly data: () => Promise<Page> }[] }>;
}

interface Page {
  readonly content: string;
  readonly meta: Readonly<Record<string, string>>;
}

/** The running text of an article, by the number of the article. */
interface FoundText {
  readonly number: number;
  readonly text: string;
}

/** Texts that are loaded for one query. */
const most = 5;

/** Asks Pagefind, which is loaded with the first question; where it cannot run, or has no network for its index, the full text says nothing. */
export function fullTextIn(folder: string): AskFullText<FoundText> {
  const address = `${indexFolder}${folder}/full/pagefind.js`;
  let loading: Promise<Pagefind> | undefined;
  const ask: AskFullText<FoundText> = async (text, filters) => {
    loading ??= import(/* @vite-ignore */ address) as Promise<Pagefind>;
    const set = Object.entries(filters).filter((filter): filter is [string, string] => Boolean(filter[1]));
    const { results } = await (await loading).search(text, { filters: Object.fromEntries(set) });
    const pages = await Promise.all(results.slice(0, most).map((result) => result.data()));
    return pages.map(({ content, meta }) => ({ number: Number(meta['number']), text: content }));
  };
  return (text, filters) =>
    ask(text, filters).catch(() => {
      // What failed once may work when the connection is back.
      loading = undefined;
      return [];
    });
}
