/** A query with the addresses that answer it, any one of them; an empty list: nothing should be found. */
export interface JudgedQuery {
  readonly query: string;
  readonly family: string;
  readonly expect: readonly string[];
}

/** The same with the addresses found, best first. */
export interface Judged extends JudgedQuery {
  readonly results: readonly string[];
}

/** Shares from 0 to 1: over the queries that have an answer, and over those that should find nothing. */
export interface Scores {
  readonly hit1: number;
  readonly hit3: number;
  /** Mean reciprocal rank of the first right result among the first ten. */
  readonly mrr: number;
  /** Nonsense that found nothing. */
  readonly refused: number;
}

/** Scores a run of queries, as information retrieval does (hit rate at 1 and 3, MRR at 10). */
export function scoresOf(judged: readonly Judged[]): Scores {
  const asked = judged.filter(({ expect }) => expect.length > 0);
  const ranks = asked.map(
    ({ expect, results }) => results.slice(0, 10).findIndex((result) => expect.includes(result)) + 1,
  );
  const share = (values: readonly number[], of = asked): number =>
    of.length === 0 ? 1 : values.reduce((sum, value) => sum + value, 0) / of.length;
  const nonsense = judged.filter(({ expect }) => expect.length === 0);
  return {
    hit1: share(ranks.map((rank) => (rank === 1 ? 1 : 0))),
    hit3: share(ranks.map((rank) => (rank >= 1 && rank <= 3 ? 1 : 0))),
    mrr: share(ranks.map((rank) => (rank === 0 ? 0 : 1 / rank))),
    refused: share(
      nonsense.map(({ results }) => (results.length === 0 ? 1 : 0)),
      nonsense,
    ),
  };
}
