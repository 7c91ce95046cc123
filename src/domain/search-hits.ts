import { kinds, type Kind } from './article.ts';
import { kindLetters, type SearchCore } from './search-index.ts';
import type { Candidate } from './search-rank.ts';

/** What the reader narrows the results to. */
export interface SearchFilter {
  readonly kind?: Kind | undefined;
  /** An id of the site's risks; leaves fixes only. */
  readonly loses?: string | undefined;
}

/** The candidates worth showing, and how many each filter would leave. */
export interface Hits {
  readonly hits: readonly Candidate[];
  /** All hits under the chosen risk, by kind. */
  readonly kinds: Readonly<Record<Kind, number>>;
  /** All hits under the chosen kind, by risk. */
  readonly risks: Readonly<Record<string, number>>;
  readonly total: number;
}

/** An article that holds far less of the query than the best one is noise. */
const leastShare = 0.4;
const mostHits = 60;

/** Leaves out what is too far from the best, counts, and filters. Candidates come best first. */
export function chooseHits(candidates: readonly Candidate[], { kinds: letters, loses, risks }: Pick<SearchCore, 'kinds' | 'loses' | 'risks'>, filter: SearchFilter): Hits {
  const least = (candidates[0]?.score ?? 0) * leastShare;
  const near = candidates.filter(({ score }) => score >= least).slice(0, mostHits);
  const kindOf = (article: number): Kind | undefined => kinds.find((kind) => kindLetters[kind] === letters.charAt(article));
  const riskOf = (article: number): string | undefined => risks[Number.parseInt(loses.charAt(article), 36)];
  const hasKind = ({ article }: Candidate): boolean => filter.kind === undefined || kindOf(article) === filter.kind;
  const hasRisk = ({ article }: Candidate): boolean => filter.loses === undefined || riskOf(article) === filter.loses;
  const count = (list: readonly Candidate[], matches: (article: number) => boolean): number => list.filter(({ article }) => matches(article)).length;
  const [ofRisk, ofKind] = [near.filter(hasRisk), near.filter(hasKind)];
  return {
    hits: ofRisk.filter(hasKind),
    kinds: Object.fromEntries(kinds.map((kind) => [kind, count(ofRisk, (article) => kindOf(article) === kind)])) as Record<Kind, number>,
    risks: Object.fromEntries(risks.map((risk) => [risk, count(ofKind, (article) => riskOf(article) === risk)])),
    total: near.length,
  };
}
