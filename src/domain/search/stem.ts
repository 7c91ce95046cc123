/** Reduces a folded word to what its forms share. */
export type Stemmer = (word: string) => string;

/** The stemmer of a language (BCP 47 tag): light suffix stripping for English, nothing for others, where prefixes must do. */
export function stemmerOf(language: string): Stemmer {
  return /^en\b/i.test(language) ? englishStemOf : (word) => word;
}

const endings: readonly (readonly [RegExp, string])[] = [
  [/^(\w{2,})ie[sd]$/, '$1y'],
  [/^(\w+(?:ss|sh|ch|x|zz))es$/, '$1'],
  [/^(\w*[^su\W])s$/, '$1'],
  [/^(?=\w*[aeiouy]\w*(?:ing|ed)$)(\w+[^\We])(?:ing|ed)$/, '$1'],
  [/^(\w{4,}[st])ion$/, '$1'],
  [/^(\w*?)([bdfgklmnprt])\2$/, '$1$2'],
  [/^(\w{3,})e$/, '$1'],
];

/** Each rule is tried once, in order; a word shorter than 4 letters stays as it is. */
function englishStemOf(word: string): string {
  let stem = word;
  for (const [ending, rest] of endings) {
    if (stem.length < 4) break;
    const shorter = stem.replace(ending, rest);
    if (shorter.length > 2) stem = shorter;
  }
  return stem;
}
