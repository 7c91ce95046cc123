import { stemmerOf, type Endings } from './stem.ts';
import { wordsIn } from './text.ts';

/** What search has to know of a language; written once per language, beside the interface words. */
export interface SearchLanguage {
  /** BCP 47 tag. */
  readonly language: string;
  /** What the forms of a word do not share; none for a language whose words are compared as they are. */
  readonly endings: Endings;
  /** Words that say nothing about what is sought ("my", "how do I"). */
  readonly fillers: readonly string[];
  /** Word → the word that stands for it: irregular forms, negations, slang, spelling variants. */
  readonly same: Readonly<Record<string, string>>;
  /** Groups of words or phrases that mean nearly the same in any knowledge base. */
  readonly alike: readonly (readonly string[])[];
  /** Beginnings of queries that ask for a way to do something. */
  readonly askHow: readonly string[];
  /** Beginnings of queries that ask for a reason or a meaning. */
  readonly askWhy: readonly string[];
  /** Words with which readers tell what they see ("my", "it wont"). */
  readonly reports: readonly string[];
  /** Words after which a text on the screen follows ("it says …"). */
  readonly quotes: readonly string[];
  /** The word that stands for every negation in `same`. */
  readonly negation: string;
}

/** Turns words into the terms that are compared. */
export interface Terms {
  /** The term of one folded word. */
  readonly termOf: (word: string) => string;
  /** The terms of a text in order, fillers left out. */
  readonly termsIn: (text: string) => readonly string[];
  readonly isFiller: (word: string) => boolean;
}

/** The same terms at build time and in the browser, from the same language. */
export function termsFor({
  endings,
  fillers,
  same,
}: Pick<SearchLanguage, 'endings' | 'fillers' | 'same'>): Terms {
  const stemOf = stemmerOf(endings);
  const filler = new Set(fillers);
  const isFiller = (word: string): boolean => filler.has(word);
  const termOf = (word: string): string => stemOf(Object.hasOwn(same, word) ? (same[word] ?? word) : word);
  return {
    termOf,
    isFiller,
    termsIn: (text) =>
      wordsIn(text)
        .filter((word) => !isFiller(word))
        .map(termOf),
  };
}
