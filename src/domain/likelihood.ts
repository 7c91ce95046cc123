/** The five words, most likely first. */
export const likelihoodWords = ['almost-always', 'often', 'sometimes', 'seldom', 'rarely'] as const;
export type LikelihoodWord = (typeof likelihoodWords)[number];
/** A word, or a measured number from 0 to 1. */
export type Weight = LikelihoodWord | number;
