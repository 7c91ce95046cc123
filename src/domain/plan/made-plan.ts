/** The order of fixes (ids) with the fewest expected minutes until the problem is gone, by a fix or by support. */
export interface Plan {
  readonly order: readonly string[];
  /** Fixes not worth their time, in the order in which they stand under the stop line. */
  readonly rest: readonly string[];
  readonly expectedMinutes: number;
  /** Proven: no order that keeps to tiers and `requires` takes less. */
  readonly exact: boolean;
  /** Probability that the problem is solved after each fix of the order. */
  readonly resolvedAfter: readonly number[];
}

/**
 * `prove` searches for the best order; `quick` (a millisecond for 20 fixes) keeps the greedy order as improved by single moves, unproven;
 * `rough` keeps the greedy order as it is, a few percent from the best and ten times as fast: enough to compare questions.
 */
export type Effort = 'prove' | 'quick' | 'rough';
