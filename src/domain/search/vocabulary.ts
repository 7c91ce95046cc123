import { distance } from '../problems/closest.ts';
import { compareText } from '../values/compare.ts';

/** A word of the knowledge base; `docs` is the number of articles that hold one of its forms. */
export interface KnownWord {
  readonly word: string;
  readonly docs: number;
}

/** All words of the knowledge base, for spelling and completing. */
export interface Vocabulary {
  /** For a word of a language that makes compounds: the two known words it is made of, or else known words that end in it. */
  readonly compounds: (word: string) => readonly string[];
  /** Up to three known words that a mistyped word may mean, best first; none for a right word of the language. */
  readonly corrections: (word: string) => readonly string[];
  /** Up to eight known words that begin like this, or else, with no more than its last letters taken off, like `least` letters of it; the most frequent first. */
  readonly completions: (start: string, least?: number) => readonly string[];
}

/** Words that a beginning is taken for. */
const mostBegun = 8;
/** Letters of the shortest word that counts as a part of a compound. */
const shortestPart = 4;

/** Builds the look-up. `right` are words of the language that look like slips and are none. */
export function buildVocabulary(words: Iterable<KnownWord>, right: ReadonlySet<string>): Vocabulary {
  const all = new Map(Array.from(words, (known) => [known.word, known]));
  const frequent = [...all.values()].sort((a, b) => b.docs - a.docs || compareText(a.word, b.word));
  const begun = (start: string): readonly string[] => {
    const found: string[] = [];
    for (const { word } of frequent) if (word.startsWith(start) && found.push(word) === mostBegun) break;
    return found;
  };
  const byLetter = byFirstLetter(frequent);
  const corrections = (word: string): readonly string[] => {
    const limit = word.length < 4 || /\d/.test(word) || right.has(word) ? 0 : word.length < 7 ? 1 : 2;
    // Slips seldom change the first letter, but may swap it with the second.
    const [first, second] = [word.charAt(0), word.charAt(1)];
    const meant = [...new Set([first, second])].flatMap((letter) => byLetter.get(letter) ?? []);
    const near = meant.flatMap(({ word: known, docs }) => {
      if (Math.abs(known.length - word.length) > limit) return [];
      if (!known.startsWith(first) && !known.startsWith(second + first)) return [];
      const edits = distance(word, known, limit);
      const cost = edits - Math.min(0.5, 0.1 * Math.log2(docs + 1));
      return edits > 0 && edits <= limit ? [{ known, docs, cost }] : [];
    });
    const best = near
      .sort((a, b) => a.cost - b.cost || b.docs - a.docs || compareText(a.known, b.known))
      .slice(0, 3);
    return best.map(({ known }) => known);
  };
  return {
    compounds: (word) => {
      for (let at = word.length - shortestPart; at >= shortestPart; at--) {
        const [head, tail] = [word.slice(0, at), word.slice(at)];
        const first = [head, head.replace(/(?:e?s|e?n)$/, '')].find((part) => all.has(part));
        if (first !== undefined && all.has(tail)) return [first, tail];
      }
      const isWhole = word.length >= shortestPart;
      return isWhole ? [...all.keys()].filter((known) => known.endsWith(word)).slice(0, 8) : [];
    },
    corrections,
    completions: (start, least = start.length) => {
      for (let length = start.length; length >= Math.max(1, least); length--) {
        const found = begun(start.slice(0, length));
        if (found.length > 0) return found;
      }
      return [];
    },
  };
}

function byFirstLetter(words: readonly KnownWord[]): ReadonlyMap<string, readonly KnownWord[]> {
  const lists = new Map<string, KnownWord[]>();
  for (const known of words) {
    const list = lists.get(known.word.charAt(0)) ?? [];
    lists.set(known.word.charAt(0), list);
    list.push(known);
  }
  return lists;
}
