/** Reduces a folded word to what its forms share. */
export type Stemmer = (word: string) => string;

type Endings = readonly (readonly [RegExp, string])[];

/** Light suffix stripping: each rule is tried once, in order, and leaves at least three letters. */
const endingsOf: Readonly<Record<string, Endings>> = {
  en: [
    [/^(\w{2,})ie[sd]$/, '$1y'],
    [/^(\w+(?:ss|sh|ch|x|zz))es$/, '$1'],
    [/^(\w*[^su\W])s$/, '$1'],
    [/^(?=\w*[aeiouy]\w*(?:ing|ed)$)(\w+[^\We])(?:ing|ed)$/, '$1'],
    [/^(\w{4,}[st])ion$/, '$1'],
    [/^(\w*?)([bdfgklmnprt])\2$/, '$1$2'],
    [/^(\w{3,})e$/, '$1'],
  ],
  de: [
    [/^(\w{4,}?)(?:ungen|ung|end|ern|en|em|er|es|et|st)$/, '$1'],
    [/^(\w{5,})[ents]$/, '$1'],
    [/^(\w{3,})e$/, '$1'],
  ],
};

/** The stemmer of a language (BCP 47 tag): English and German have rules, in other languages prefixes must do. */
export function stemmerOf(language: string): Stemmer {
  const endings = endingsOf[language.slice(0, 2).toLowerCase()] ?? [];
  return (word) => {
    let stem = word;
    for (const [ending, rest] of endings) {
      if (stem.length < 4) break;
      const shorter = stem.replace(ending, rest);
      if (shorter.length > 2) stem = shorter;
    }
    return stem;
  };
}
