import { pathOf } from '../knowledge/paths.ts';
import { slugOf } from '../values/slug.ts';
import { saidPathOf, saidTextsOf, type Saying } from './said-texts.ts';

/** An error code of the product, its permanent address, and where that leads: to the one page about it, or to a choice. */
export interface CodeAddress {
  /** As an author wrote it. */
  readonly code: string;
  /** `/code/0x80070522/` */
  readonly path: string;
  /** The same with the capitals of the code, where that can stand in an address, is no longer than one, and differs from `path`. */
  readonly exact?: string | undefined;
  readonly to: string;
  readonly title: string;
}

/** The permanent address of a code: `/code/e-17/` for `E-17`. */
export function codePathOf(code: string): string {
  return `/code/${slugOf(code)}/`;
}

/** Every code that an article names in `codes`, each address once. */
export function codeAddressesOf(articles: readonly Saying[]): readonly CodeAddress[] {
  const codes = new Map(
    articles
      .flatMap((article) => article.codes)
      .filter((code) => slugOf(code) !== '')
      .reverse()
      .map((code) => [slugOf(code), code]),
  );
  return saidTextsOf(articles).flatMap(({ slug, articles: meant }): CodeAddress[] => {
    const code = codes.get(slug);
    const [only] = meant;
    if (code === undefined || !only) return [];
    const path = codePathOf(code);
    const exact = /^[\w-]{1,100}$/.test(code) && `/code/${code}/` !== path ? `/code/${code}/` : undefined;
    return [
      meant.length === 1
        ? { code, path, exact, to: pathOf(only), title: only.title }
        : { code, path, exact, to: saidPathOf(slug), title: code },
    ];
  });
}
