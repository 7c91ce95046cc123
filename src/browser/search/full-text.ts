import type { AskFullText } from '../../domain/search/parts.ts';
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

/** Texts that are loaded for one query. */
const most = 5;

/** Asks Pagefind, which is loaded with the first question; where it cannot run, the full text says nothing. */
export function fullTextIn(folder: string): AskFullText {
  const address = `${indexFolder}${folder}/full/pagefind.js`;
  let loading: Promise<Pagefind | undefined> | undefined;
  return async (text, filters) => {
    loading ??= (import(/* @vite-ignore */ address) as Promise<Pagefind>).catch(() => undefined);
    const pagefind = await loading;
    const set = Object.entries(filters).filter((filter): filter is [string, string] => Boolean(filter[1]));
    const found = await pagefind?.search(text, { filters: Object.fromEntries(set) });
    const pages = await Promise.all((found?.results ?? []).slice(0, most).map((result) => result.data()));
    return pages.map(({ content, meta }) => ({ number: Number(meta['number']), text: content }));
  };
}
