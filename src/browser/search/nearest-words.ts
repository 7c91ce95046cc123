import type { QueryKnowledge } from '../../domain/search/query.ts';
import { wordsIn } from '../../domain/search/text.ts';

/** Up to four queries to try instead: each word that is nowhere, replaced by the known words nearest to it. */
export function nearestWords(
  unknown: readonly string[],
  { vocabulary }: Pick<QueryKnowledge, 'vocabulary'>,
): readonly string[] {
  const found = unknown.flatMap((word) => [
    ...vocabulary.corrections(word).map((known) => known.word),
    ...vocabulary
      .completions(word.slice(0, Math.max(3, word.length - 3)))
      .slice(0, 3)
      .map((known) => known.word),
  ]);
  return [...new Set(found)]
    .filter((word) => !wordsIn(word).every((part) => unknown.includes(part)))
    .slice(0, 4);
}
