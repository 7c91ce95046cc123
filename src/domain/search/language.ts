import { stemmerOf, type Endings } from './stem.ts';
import { codeOf, partsOf, textWordsIn, wordsIn } from './text.ts';

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
  /** Beginnings (or ends) of queries that ask for a way to do something. */
  readonly askHow: readonly string[];
  /** Beginnings (or ends) of queries that ask for a reason or a meaning. */
  readonly askWhy: readonly string[];
  /** Words for what no troubleshooting is about (shopping, food, sport), unless an article holds them. */
  readonly elsewhere: readonly string[];
  /** The word that stands for every negation in `same`. */
  readonly negation: string;
}

/** One word of a text, read. */
export interface Token {
  readonly word: string;
  readonly start: number;
  readonly end: number;
  readonly term: string;
  readonly filler: boolean;
  /** Further terms it can be found by: its parts, a code it makes with a word beside it. */
  readonly also: readonly string[];
  /** What the words from here on mean (`~3`), and how many words say it. */
  readonly meanings: readonly { readonly id: string; readonly words: number }[];
}

/** Turns texts into the terms that are compared: the same at build time and in the browser. */
export interface Terms {
  /** The term of one folded word. */
  readonly termOf: (word: string) => string;
  readonly isFiller: (word: string) => boolean;
  readonly read: (text: string) => readonly Token[];
  /** All words of the synonyms: known, though they may stand in no article. */
  readonly words: ReadonlySet<string>;
}

interface Phrase {
  readonly terms: readonly string[];
  readonly meaning: string;
}

/** Reads texts of a language; every group of `synonyms` is a meaning that its words and phrases share. */
export function termsFor(
  { endings, fillers, same }: Pick<SearchLanguage, 'endings' | 'fillers' | 'same'>,
  synonyms: readonly (readonly string[])[] = [],
): Terms {
  const stemOf = stemmerOf(endings);
  const filler = new Set(fillers);
  const isFiller = (word: string): boolean => filler.has(word);
  const meant = (word: string): string | undefined => (Object.hasOwn(same, word) ? same[word] : undefined);
  const known = new Map<string, string>();
  const termOf = (word: string): string => {
    const term = known.get(word) ?? stemOf(meant(word) ?? meant(stemOf(word)) ?? word);
    known.set(word, term);
    return term;
  };
  const phrases = phrasesOf(synonyms, termOf);
  const parts = new Map<string, readonly string[]>();
  const partTerms = (raw: string): readonly string[] => {
    const terms = parts.get(raw) ?? partsOf(raw).map(termOf);
    parts.set(raw, terms);
    return terms;
  };
  return {
    termOf,
    isFiller,
    words: new Set(synonyms.flat().flatMap(wordsIn)),
    read: (text) => {
      const words = textWordsIn(text).map(({ word, start, end }) => ({
        word,
        start,
        end,
        term: termOf(word),
      }));
      return words.map(({ word, start, end, term }, index) => {
        const codes = [index - 1, index].flatMap(
          (at) => codeOf(words[at]?.word ?? '', words[at + 1]?.word ?? '') ?? [],
        );
        const also = partTerms(text.slice(start, end));
        return {
          word,
          start,
          end,
          term,
          filler: isFiller(word),
          also: codes.length > 0 ? [...also, ...codes] : also,
          meanings: phrases.has(term) ? longestAt(words, index, phrases) : none,
        };
      });
    },
  };
}

const none: Token['meanings'] = [];

function phrasesOf(
  groups: readonly (readonly string[])[],
  termOf: (word: string) => string,
): ReadonlyMap<string, readonly Phrase[]> {
  const table = new Map<string, Phrase[]>();
  for (const [group, texts] of groups.entries()) {
    for (const words of texts.map(wordsIn)) {
      const terms = words.map(termOf);
      const [first] = terms;
      if (first === undefined) continue;
      table.set(first, [...(table.get(first) ?? []), { terms, meaning: `~${group}` }]);
    }
  }
  return table;
}

/** The phrases that begin at a word; of several, the longest. */
function longestAt(
  words: readonly { readonly term: string }[],
  at: number,
  phrases: ReadonlyMap<string, readonly Phrase[]>,
): Token['meanings'] {
  const fitting = (phrases.get(words[at]?.term ?? '') ?? []).filter(({ terms }) =>
    terms.every((term, offset) => words[at + offset]?.term === term),
  );
  const longest = Math.max(...fitting.map(({ terms }) => terms.length));
  const ids = fitting.filter(({ terms }) => terms.length === longest).map(({ meaning }) => meaning);
  return [...new Set(ids)].map((id) => ({ id, words: longest }));
}
