import { finderOf, type Finder } from '../../domain/problems/closest.ts';

/** Takes words as they were typed for those that a list holds. */
export interface MeantWords {
  /** The words that are looked for, in plain letters. */
  readonly words: readonly string[];
  /** Whether one of them was taken for another. */
  readonly mended: boolean;
}

/** Shorter words are as near to many others. */
const shortest = 4;

/** For a list of texts in plain letters: a typed word that none of them holds is taken for the nearest word of theirs. */
export function meantWordsIn(texts: readonly string[]): (typed: string) => MeantWords {
  let find: Finder | undefined;
  const nearest = (word: string): string | undefined =>
    word.length < shortest
      ? undefined
      : (find ??= finderOf(new Set(texts.flatMap((text) => text.match(/[\p{L}\p{N}]{3,}/gu) ?? []))))(word);
  return (typed) => {
    const given = plain(typed).split(/\s+/).filter(Boolean);
    const words = given.map((word) =>
      texts.some((text) => text.includes(word)) ? word : (nearest(word) ?? word),
    );
    return { words, mended: words.some((word, index) => word !== given[index]) };
  };
}

/** Lower case, without accents: "Café" is found by "cafe". */
export function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();
}
