/** A word of a text, with the place (in UTF-16 units) where it stands. */
export interface TextWord {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

/** The words of a text as search compares them: lower case, without accents and apostrophes, hyphenated words as one. */
export function wordsIn(text: string): readonly string[] {
  return textWordsIn(text).map(({ word }) => word);
}

/** `wordsIn` with the places of the words, to mark them. */
export function textWordsIn(text: string): readonly TextWord[] {
  return [...text.matchAll(wordPattern)]
    .map((match) => ({ word: foldWord(match[0]), start: match.index, end: match.index + match[0].length }))
    .filter(({ word }) => word !== '');
}

/** The parts of hyphenated words, which are found by themselves also. */
export function hyphenPartsIn(text: string): readonly string[] {
  return [...text.matchAll(wordPattern)].flatMap(([word]) => {
    const parts = word.split(hyphens);
    return parts.length > 1 ? parts.map(foldWord).filter((part) => part.length > 2) : [];
  });
}

const hyphens = /[-\u2010\u2011]/;
const wordPattern = /[\p{L}\p{N}\p{M}]+(?:['’‘ʼ`´\-\u2010\u2011][\p{L}\p{N}\p{M}]+)*/gu;

function foldWord(word: string): string {
  return word
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .replace(/ß/g, 'ss');
}
