/** Reduces a folded word to what its forms share. */
export type Stemmer = (word: string) => string;

/** What is taken off or changed at a word: regular expressions and what takes their place, in order. Plain text, because they travel to the browser with the index. */
export type Endings = readonly (readonly [pattern: string, rest: string])[];

/** The stemmer of a language with these endings. Each is tried once, in order; none leaves fewer than 3 letters. */
export function stemmerOf(endings: Endings): Stemmer {
  const rules = endings.map(([pattern, rest]) => [new RegExp(pattern, 'g'), rest] as const);
  return (word) => {
    let stem = word;
    for (const [ending, rest] of rules) {
      const changed = stem.replace(ending, rest);
      if (changed.length > 2 || changed.length === stem.length) stem = changed;
    }
    return stem;
  };
}
