import { shiftWeight } from '../knowledge/likelihood.ts';
import type { Weight } from '../knowledge/likelihood.ts';
import { randomFrom } from '../plan/random.ts';
import { compareText } from '../values/compare.ts';

/** How far the first fix depends on the exact words. */
export interface Robustness {
  /** The first fix for the words as they are; undefined when no fix is worth its time. */
  readonly first: string | undefined;
  /** Share of the runs (0–1) in which another fix came first, or none. */
  readonly changed: number;
  /** The fixes that came first instead, the most frequent first, with their share of the runs. */
  readonly rivals: readonly { readonly fix: string; readonly share: number }[];
}

/** Above this share of changed runs the author's report says "order uncertain". */
export const uncertainAbove = 0.3;

/**
 * Moves every word one level up or down at random, in `runs` runs, and counts how often the first fix changes. The caller lists the words
 * of a symptom in any fixed order and says which fix comes first for a list of the same length; measured numbers are not moved.
 * For `firstFixOf`, a plan of effort `quick` is good enough: greedy and proven plans rarely differ in their first fix.
 */
export function robustnessOf(
  words: readonly Weight[],
  firstFixOf: (words: readonly Weight[]) => string | undefined,
  runs = 200,
  seed = 1,
): Robustness {
  const random = randomFrom(seed);
  const first = firstFixOf(words);
  const counts = new Map<string | undefined, number>();
  for (let run = 0; run < runs; run++) {
    const found = firstFixOf(words.map((word) => shiftWeight(word, random() < 0.5 ? 1 : -1)));
    counts.set(found, (counts.get(found) ?? 0) + 1);
  }
  const rivals = [...counts].flatMap(([fix, count]) =>
    fix === undefined || fix === first ? [] : [{ fix, share: count / runs }],
  );
  rivals.sort((a, b) => b.share - a.share || compareText(a.fix, b.fix));
  return { first, changed: runs > 0 ? 1 - (counts.get(first) ?? 0) / runs : 0, rivals };
}
