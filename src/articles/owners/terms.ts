import { compareText } from '../../domain/values/compare.ts';
import { wordsOf } from '../../markdown/find-anchors.ts';
import type { Content } from '../content.ts';

/** An abbreviation that articles use and the glossary does not explain. */
export interface UnexplainedTerm {
  readonly term: string;
  /** Ids of the articles, sorted. */
  readonly articles: readonly string[];
}

/** In so many articles a reader meets it often enough to wonder. */
const oftenEnough = 2;

/** Abbreviations in capitals that stand in two articles or more and in no entry; names of platforms and codes are none. */
export function unexplainedTerms({ articles, glossary, site }: Content): readonly UnexplainedTerm[] {
  const known = new Set(
    [
      ...glossary.value.flatMap(({ term, also, typed }) => [term, ...also, ...typed]),
      ...(site?.value.platforms ?? []).flatMap(({ name, system, versions }) => [
        name,
        system ?? '',
        ...versions.map((version) => version.name),
      ]),
      site?.value.title ?? '',
      site?.value.vendor.name ?? '',
      ...articles.flatMap(({ article }) => [...(article?.codes ?? []), ...(article?.says ?? [])]),
    ].flatMap(abbreviationsIn),
  );
  const uses = articles.flatMap(({ id, article, body }) =>
    [...new Set(abbreviationsIn(`${article?.summary ?? ''} ${body ? wordsOf(body.tree) : ''}`))].map(
      (term) => ({ term, id }),
    ),
  );
  return [...Map.groupBy(uses, ({ term }) => term)]
    .filter(([term, found]) => !known.has(term) && found.length >= oftenEnough)
    .map(([term, found]) => ({ term, articles: found.map(({ id }) => id).sort(compareText) }))
    .sort((a, b) => b.articles.length - a.articles.length || compareText(a.term, b.term));
}

/** Words of two to six capitals; a plural has lost its `s`. */
function abbreviationsIn(text: string): readonly string[] {
  return [...text.matchAll(/(?<![\p{L}\p{N}_-])(\p{Lu}[\p{Lu}\d]{1,5})s?(?![\p{L}\p{N}_-])/gu)].map(
    ([, term]) => term ?? '',
  );
}
