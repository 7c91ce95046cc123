import { nearestWord, weightOf, type Weight } from '../../knowledge/likelihood.ts';

/** How a cause stands after the answers so far. */
export interface Standing {
  readonly likelihood: Weight;
  /** Whether the answers changed it so much that the page says so. */
  readonly change?: 'likelier' | 'less-likely' | undefined;
}

/** From this factor on, the reader is told that a cause has become likelier, or less likely. */
const telling = 1.25;

/**
 * The word for a cause whose probability went from `before` to `now` (0–1). A word is relative to the other causes, so it keeps its scale:
 * less likely by as much as the probability fell; likelier by as much as it rose, but no further than the probability itself bears out.
 */
export function standingOf(word: Weight, before: number, now: number): Standing {
  if (before <= 0 || Math.abs(now - before) < 1e-9) return { likelihood: word };
  const factor = now / before;
  const weight = weightOf(word);
  const scaled = weight * factor;
  const likelihood = nearestWord(factor < 1 ? scaled : Math.max(weight, Math.min(scaled, now)));
  const change = factor >= telling ? 'likelier' : factor <= 1 / telling ? 'less-likely' : undefined;
  return { likelihood, change };
}
