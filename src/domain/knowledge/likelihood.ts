/** The five words, most likely first. */
export const likelihoodWords = ['almost-always', 'often', 'sometimes', 'seldom', 'rarely'] as const;
export type LikelihoodWord = (typeof likelihoodWords)[number];
/** A word, or a measured number from 0 to 1. */
export type Weight = LikelihoodWord | number;

/** The words as numbers; anchors: Kent's words of estimative probability (1964), Mosteller and Youtz (Statistical Science 5(1), 1990). */
const numbers = {
  'almost-always': 0.9,
  often: 0.5,
  sometimes: 0.25,
  seldom: 0.1,
  rarely: 0.03,
} as const satisfies Record<LikelihoodWord, number>;

/** The number (0–1) that a word stands for; a number stands for itself. */
export function weightOf(weight: Weight): number {
  return typeof weight === 'number' ? weight : numbers[weight];
}

/** The word whose number is nearest; in the middle between two, the likelier one. */
export function nearestWord(weight: Weight): LikelihoodWord {
  const value = weightOf(weight);
  const at = likelihoodWords.findIndex((word, index) => {
    const next = likelihoodWords[index + 1];
    return next === undefined || value >= (numbers[word] + numbers[next]) / 2;
  });
  return likelihoodWords[at] ?? 'rarely';
}

/** How strong a likelihood is, from 1 (rarely) to 5 (almost always): the bars beside its word. */
export function strengthOf(weight: Weight): number {
  return likelihoodWords.length - likelihoodWords.indexOf(nearestWord(weight));
}

/** The key of the words for a weight: the word itself, `measured` for a number. */
export function wordOrMeasured<W extends string>(weight: W | number): W | 'measured' {
  return typeof weight === 'number' ? 'measured' : weight;
}

/** P(answer | cause) kept within 0.02 to 0.98: people misread questions, so no answer may rule a cause out. */
export function clampAnswer(probability: number): number {
  return Math.min(0.98, Math.max(0.02, probability));
}

/** The word that many levels more likely (negative: less likely), stopping at the ends. A measured number stays as it is. */
export function shiftWeight(weight: Weight, levels: number): Weight {
  if (typeof weight === 'number') return weight;
  const at = likelihoodWords.indexOf(weight) - levels;
  return likelihoodWords[Math.min(likelihoodWords.length - 1, Math.max(0, at))] ?? weight;
}
