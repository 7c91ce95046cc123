/** How much a word says of an article, by the field it stands in: a title outweighs a summary, and both the running text. */
export const fieldWeights = {
  title: 3,
  short: 3,
  says: 2,
  alias: 1.5,
  summary: 1,
  heading: 0.4,
  step: 0.3,
  fact: 0.3,
  body: 0.25,
} as const;

/** Texts that name an article. */
export const names: ReadonlySet<string> = new Set(['title', 'short', 'says', 'alias']);

/** The field of an article that a text stands in. */
export type Field = keyof typeof fieldWeights;
