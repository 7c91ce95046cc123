import SearchableMap from 'minisearch/SearchableMap';
import { compareText } from '../values/compare.ts';

/** A word of the knowledge base; `docs` is the number of articles that hold one of its forms. */
export interface KnownWord {
  readonly word: string;
  readonly docs: number;
}

/** All words of the knowledge base, for spelling and completing. */
export interface Vocabulary {
  readonly has: (word: string) => boolean;
  /** For a word of a language that makes compounds: the two known words it is made of, or else known words that end in it. */
  readonly compounds: (word: string) => readonly string[];
  /** Up to three known words that a mistyped word may mean, best first; of a right word of the language, only two swapped letters are taken for a slip. */
  readonly corrections: (word: string) => readonly string[];
  /** Up to eight known words that begin like this, or else, with no more than its last letters taken off, like `least` letters of it; the most frequent first. */
  readonly completions: (start: string, least?: number) => readonly string[];
}

/** Letters of the shortest word that counts as a part of a compound. */
const shortestPart = 4;
/** Articles that must hold a word before a right word of the language is taken for it with two letters swapped ("sing out"). */
const swapped = 8;

/** Builds the look-up. `right` are words of the language that look like slips and are none. */
export function buildVocabulary(words: Iterable<KnownWord>, right: ReadonlySet<string>): Vocabulary {
  const all = new SearchableMap<KnownWord>();
  for (const known of words) all.set(known.word, known);
  const slipsIn = (word: string): readonly (readonly [known: KnownWord, edits: number])[] => {
    const limit = word.length < 4 || /\d/.test(word) ? 0 : word.length < 7 ? 1 : 2;
    if (limit === 0) return [];
    const crossed = [...word].flatMap((letter, at) => {
      const known = all.get(word.slice(0, at) + word.charAt(at + 1) + letter + word.slice(at + 2));
      return known && (!right.has(word) || known.docs >= swapped) ? [[known, 1] as const] : [];
    });
    // Slips seldom change the first letter.
    const near = right.has(word) ? [] : all.atPrefix(word.charAt(0)).fuzzyGet(word.slice(1), limit).values();
    return [...crossed, ...near].filter(([known]) => known.word !== word);
  };
  return {
    has: (word) => all.has(word),
    compounds: (word) => {
      for (let at = word.length - shortestPart; at >= shortestPart; at--) {
        const [head, tail] = [word.slice(0, at), word.slice(at)];
        const first = [head, head.replace(/(?:e?s|e?n)$/, '')].find((part) => all.has(part));
        if (first !== undefined && all.has(tail)) return [first, tail];
      }
      return word.length < shortestPart
        ? []
        : [...all.keys()].filter((known) => known.endsWith(word)).slice(0, 8);
    },
    corrections: (word) =>
      slipsIn(word)
        .map(([{ word: known, docs }, edits]) => ({
          known,
          cost: edits - Math.min(0.5, 0.1 * Math.log2(docs + 1)),
        }))
        .sort((a, b) => a.cost - b.cost || compareText(a.known, b.known))
        .slice(0, 3)
        .map(({ known }) => known),
    completions: (start, least = start.length) => {
      for (let length = start.length; length >= Math.max(1, least); length--) {
        const begun = [...all.atPrefix(start.slice(0, length)).values()];
        if (begun.length > 0)
          return begun
            .sort((a, b) => b.docs - a.docs || compareText(a.word, b.word))
            .slice(0, 8)
            .map(({ word }) => word);
      }
      return [];
    },
  };
}
