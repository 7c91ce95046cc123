import { distance } from '../problems/closest.ts';

/** A word of the knowledge base; `docs` is the number of articles that hold one of its forms. */
export interface KnownWord {
  readonly word: string;
  readonly docs: number;
  /** True for words of titles, aliases and steps: those that a reader may mean. A word of the running text only is known, but never a correction. */
  readonly telling: boolean;
}

export interface Correction extends KnownWord {
  /** Edits, less what makes a slip likelier; the least comes first. */
  readonly cost: number;
  /** 0–1: the share of the word that was typed right. */
  readonly likeness: number;
}

/** All words of the knowledge base, for spelling and completing. */
export interface Vocabulary {
  readonly has: (word: string) => boolean;
  /** The two words that stand side by side in some title or alias and are written as one here. */
  readonly pairOf: (word: string) => readonly [string, string] | undefined;
  /** For a word of a language that writes compounds as one: the known words it is made of, or else those that end in it. */
  readonly compounds: (word: string) => readonly string[];
  /** Up to three known words that a mistyped word may mean, best first; of a right word of the language, only two swapped letters are taken for a slip. */
  readonly corrections: (word: string) => readonly Correction[];
  /** Up to eight known words that begin like this, give or take a slip in a long beginning; the most frequent first. */
  readonly completions: (start: string) => readonly KnownWord[];
}

/** Builds the look-up. `right` are words of the language that look like slips and are none, `pairs` words side by side. */
export function buildVocabulary(
  words: Iterable<KnownWord>,
  right: ReadonlySet<string>,
  pairs: ReadonlyMap<string, readonly [string, string]> = new Map(),
): Vocabulary {
  const all = new Set<string>();
  const byInitial = new Map<string, KnownWord[]>();
  for (const known of words) {
    all.add(known.word);
    const initial = known.word.charAt(0);
    const list = byInitial.get(initial);
    if (list) list.push(known);
    else byInitial.set(initial, [known]);
  }
  return {
    has: (word) => all.has(word),
    pairOf: (word) => pairs.get(word),
    compounds: (word) => {
      for (let at = word.length - shortestPart; at >= shortestPart; at--) {
        const [head, tail] = [word.slice(0, at), word.slice(at)];
        const first = [head, head.replace(/(?:e?s|e?n)$/, '')].find((part) => all.has(part));
        if (first !== undefined && all.has(tail)) return [first, tail];
      }
      return word.length < shortestPart ? [] : [...all].filter((known) => known.endsWith(word)).slice(0, 8);
    },
    corrections: (word) =>
      correct(word, byInitial).filter(
        (known) => !right.has(word) || (lettersOf(word) === lettersOf(known.word) && known.docs >= swapped),
      ),
    completions: (start) =>
      (byInitial.get(start.charAt(0)) ?? [])
        .filter(
          ({ word, telling }) =>
            word.startsWith(start) || (telling && !right.has(start) && isBegun(start, word)),
        )
        .sort(
          (a, b) =>
            Number(b.word.startsWith(start)) - Number(a.word.startsWith(start)) ||
            b.docs - a.docs ||
            (a.word < b.word ? -1 : 1),
        )
        .slice(0, 8),
  };
}

/** Letters of the shortest word that counts as a part of a compound. */
const shortestPart = 4;

/** True for a word that begins so but for one slip ("restra" for restart). */
function isBegun(start: string, word: string): boolean {
  return (
    start.length > 4 && word.length > start.length && distance(start, word.slice(0, start.length), 1) === 1
  );
}

/** Articles that must hold a word before a right word of the language is taken for it with two letters swapped ("sing out"). */
const swapped = 8;

/** Typing slips seldom change the first letter: only words with the same one, or with the first two swapped, are compared. */
function correct(word: string, byInitial: ReadonlyMap<string, readonly KnownWord[]>): readonly Correction[] {
  const limit = word.length < 4 ? 0 : word.length < 7 ? 1 : 2;
  if (limit === 0 || /\d/.test(word)) return [];
  const found: Correction[] = [];
  const compare = (known: KnownWord): void => {
    if (!known.telling || Math.abs(known.word.length - word.length) > limit) return;
    const edits = distance(word, known.word, limit);
    if (edits > 0 && edits <= limit)
      found.push({
        ...known,
        cost: edits - closeness(word, known),
        likeness: 1 - (1.6 * (edits - slipOf(word, known.word))) / word.length,
      });
  };
  for (const known of byInitial.get(word.charAt(0)) ?? []) compare(known);
  for (const known of byInitial.get(word.charAt(1)) ?? [])
    if (known.word.charAt(1) === word.charAt(0)) compare(known);
  return found.sort((a, b) => a.cost - b.cost || (a.word < b.word ? -1 : 1)).slice(0, 3);
}

/** Frequent words, swapped or doubled letters and a kept ending are likelier: at most 0.9 of an edit. */
function closeness(word: string, { word: known, docs }: KnownWord): number {
  const ending = word.charAt(word.length - 1) === known.charAt(known.length - 1) ? 0.1 : 0;
  return Math.min(0.5, 0.1 * Math.log2(docs + 1)) + slipOf(word, known) + ending;
}

function slipOf(word: string, known: string): number {
  return lettersOf(word) === lettersOf(known) || squeezed(word) === squeezed(known) ? 0.3 : 0;
}

function lettersOf(word: string): string {
  return [...word].sort().join('');
}

function squeezed(word: string): string {
  return word.replace(/(.)\1+/g, '$1');
}
