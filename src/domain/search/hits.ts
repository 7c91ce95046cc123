import { kinds, type Kind } from '../knowledge/article.ts';
import { kindLetters, type SearchCore } from './index.ts';
import type { Candidate, Ranked } from './rank.ts';

/** What the reader narrows the results to. */
export interface SearchFilter {
  readonly kind?: Kind | undefined;
  /** An id of the site's risks; leaves fixes only. */
  readonly loses?: string | undefined;
}

/** The articles worth showing, and how many each filter would leave. */
export interface Hits {
  readonly hits: readonly Ranked[];
  /** All hits under the chosen risk, by kind. */
  readonly kinds: Readonly<Record<Kind, number>>;
  /** All hits under the chosen kind, by risk. */
  readonly risks: Readonly<Record<string, number>>;
  readonly total: number;
}

type Facets = Pick<SearchCore, 'kinds' | 'loses' | 'risks'>;

/** A best score below this is chance (a few common words of a query about something else), unless an article holds nearly all of the query. */
const leastScore = 0.38;
const nearlyAll = 0.9;
/** An article that scores far less than the best one is noise. */
const leastShare = 0.4;

/** The candidates to look at closely: the first `size`, and the first `size` of those that the filter leaves. Candidates come best first. */
export function poolOf(
  candidates: readonly Candidate[],
  facets: Facets,
  filter: SearchFilter,
  size: number,
): readonly Candidate[] {
  const passes = passing(facets, filter);
  return [
    ...new Set([
      ...candidates.slice(0, size),
      ...candidates.filter(({ article }) => passes(article)).slice(0, size),
    ]),
  ];
}

/** Leaves out what answers by chance only, counts the rest, and filters it. Articles come best first. */
export function chooseHits(ranked: readonly Ranked[], facets: Facets, filter: SearchFilter): Hits {
  const best = ranked[0]?.score ?? 0;
  const isChance = best < leastScore && ranked.every(({ covered }) => covered < nearlyAll);
  const near = isChance ? [] : ranked.filter(({ score }) => score >= best * leastShare);
  const count = (narrowed: SearchFilter): number =>
    near.filter(({ article }) => passing(facets, narrowed)(article)).length;
  return {
    hits: near.filter(({ article }) => passing(facets, filter)(article)),
    kinds: Object.fromEntries(kinds.map((kind) => [kind, count({ ...filter, kind })])) as Record<
      Kind,
      number
    >,
    risks: Object.fromEntries(facets.risks.map((loses) => [loses, count({ ...filter, loses })])),
    total: near.length,
  };
}

function passing(
  { kinds: letters, loses, risks }: Facets,
  filter: SearchFilter,
): (article: number) => boolean {
  return (article) =>
    (filter.kind === undefined || kindLetters[filter.kind] === letters.charAt(article)) &&
    (filter.loses === undefined || filter.loses === risks[Number.parseInt(loses.charAt(article), 36)]);
}
