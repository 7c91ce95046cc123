import { slugOf } from '../values/slug.ts';
import { kinds, type Kind } from '../knowledge/article.ts';
import { compareText } from '../values/compare.ts';

/** What a page needs to be found by the words on a screen. */
export interface Saying {
  readonly kind: Kind;
  readonly id: string;
  readonly title: string;
  readonly says: readonly string[];
  readonly codes: readonly string[];
}

/** An exact text or code of a screen, and the pages that are about it. */
export interface SaidText<A extends Saying = Saying> {
  readonly slug: string;
  readonly text: string;
  readonly articles: readonly A[];
}

/** The address of a text that a screen shows: `/says/not-delivered/`. */
export function saidPathOf(slug: string): string {
  return `/says/${slug}/`;
}

/**
 * Every text that some article's `says` or `codes` holds, by slug. A symptom is what a reader with that text looks for, so
 * a cause or a fix counts only where no symptom has the text.
 */
export function saidTextsOf<A extends Saying>(articles: readonly A[]): readonly SaidText<A>[] {
  const bySlug = Map.groupBy(
    articles
      .flatMap((article) =>
        [...article.says, ...article.codes].map((text) => ({ slug: slugOf(text), text, article })),
      )
      .filter(({ slug }) => slug !== ''),
    ({ slug }) => slug,
  );
  return [...bySlug]
    .sort(([a], [b]) => compareText(a, b))
    .map(([slug, entries]) => {
      const kind = kinds.find((one) => entries.some(({ article }) => article.kind === one));
      const meant = entries.filter(({ article }) => article.kind === kind);
      const unique = [...new Map(meant.map(({ article }) => [article.id, article])).values()];
      return { slug, text: meant[0]?.text ?? slug, articles: unique.sort((a, b) => compareText(a.id, b.id)) };
    });
}
