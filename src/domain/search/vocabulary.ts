import { distance } from '../problems/closest.ts';

/** A word of the knowledge base; `docs` is the number of articles that hold one of its forms. */
export interface KnownWord {
  readonly word: string;
  readonly docs: number;
}

export interface Correction extends KnownWord {
  /** Edits, less up to half a one for a frequent word; the least comes first. */
  readonly cost: number;
}

/** All words of the knowledge base, for spelling and completing. */
export interface Vocabulary {
  readonly has: (word: string) => boolean;
  /** For a word of a language that makes compounds: the two known words it is made of, or else known words that end in it. */
  readonly compounds: (word: string) => readonly string[];
  /** Up to three known words that a mistyped word may mean, best first; of a right word of the language, only two swapped letters are taken for a slip. */
  readonly corrections: (word: string) => readonly Correction[];
  /** Up to eight known words that begin like this (with `slips`: but for one slip), the most frequent first. */
  readonly completions: (start: string, slips?: boolean) => readonly KnownWord[];
}

/** Builds the look-up. `right` are words of the language that look like slips and are none. */
export function buildVocabulary(words: Iterable<KnownWord>, right: ReadonlySet<string>): Vocabulary {
  const all = new Set<string>();
  const byInitial = new Map<string, KnownWord[]>();
  for (const known of words) {
    all.add(known.word);
    const list = byInitial.get(known.word.charAt(0)) ?? [];
    byInitial.set(known.word.charAt(0), list);
    list.push(known);
  }
  const mended = new Map<string, readonly Correction[]>();
  return {
    has: (word) => all.has(word),
    compounds: (word) => {
      for (let at = word.length - shortestPart; at >= shortestPart; at--) {
        const [head, tail] = [word.slice(0, at), word.slice(at)];
        const first = [head, head.replace(/(?:e?s|e?n)$/, '')].find((part) => all.has(part));
        if (first !== undefined && all.has(tail)) return [first, tail];
      }
      return word.length < shortestPart ? [] : [...all].filter((known) => known.endsWith(word)).slice(0, 8);
    },
    corrections: (word) => {
      const known = mended.get(word) ?? correct(word, byInitial, right.has(word));
      mended.set(word, known);
      return known;
    },
    completions: (start, slips = false) =>
      (byInitial.get(start.charAt(0)) ?? [])
        .filter(({ word }) =>
          slips
            ? start.length > 4 && !right.has(start) && distance(start, word.slice(0, start.length), 1) === 1
            : word.startsWith(start),
        )
        .sort((a, b) => b.docs - a.docs || (a.word < b.word ? -1 : 1))
        .slice(0, 8),
  };
}

/** Letters of the shortest word that counts as a part of a compound. */
const shortestPart = 4;

/** Articles that must hold a word before a right word of the language is taken for it with two letters swapped ("sing out"). */
const swapped = 8;

/** Typing slips seldom change the first letter: only words with the same one, or with the first two swapped, are compared. */
function correct(
  word: string,
  byInitial: ReadonlyMap<string, readonly KnownWord[]>,
  right: boolean,
): readonly Correction[] {
  const limit = word.length < 4 ? 0 : word.length < 7 ? 1 : 2;
  if (limit === 0 || /\d/.test(word)) return [];
  const crossed = (byInitial.get(word.charAt(1)) ?? []).filter(
    (known) => known.word.charAt(1) === word.charAt(0),
  );
  return [...(byInitial.get(word.charAt(0)) ?? []), ...crossed]
    .flatMap((known) => {
      if (Math.abs(known.word.length - word.length) > limit) return [];
      if (right && (known.docs < swapped || lettersOf(word) !== lettersOf(known.word))) return [];
      const edits = distance(word, known.word, limit);
      return edits > 0 && edits <= limit
        ? [{ ...known, cost: edits - Math.min(0.5, 0.1 * Math.log2(known.docs + 1)) }]
        : [];
    })
    .sort((a, b) => a.cost - b.cost || (a.word < b.word ? -1 : 1))
    .slice(0, 3);
}

function lettersOf(word: string): string {
  return [...word].sort().join('');
}
