/** How many reports the authors' words about the causes of a symptom weigh, and those about one edge of a fix. */
export const weightOfWords = { causes: 20, works: 6 } as const;
