import { onceEach } from '../values/on-demand.ts';

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

/** `wordsIn` with the places of the words, to mark them. Scripts without spaces are split by `Intl.Segmenter`. */
export function textWordsIn(text: string): readonly TextWord[] {
  const found: TextWord[] = [];
  for (const { 0: run, index } of text.matchAll(wordPattern))
    for (const [raw, at] of segmentsOf(run)) {
      const word = folded(raw);
      if (word !== '') found.push({ word, start: index + at, end: index + at + raw.length });
    }
  return found;
}

/** Other ways to write a word of a text: parts of hyphenated and CamelCase words, the whole number of a version. */
export function partsOf(raw: string): readonly string[] {
  const parts = raw.split(hyphens);
  if (parts.length > 1) return parts.map(foldWord).filter((part) => part.length > 2);
  if (raw.includes('.')) return raw.split('.').slice(0, 1);
  const humps = raw.match(/\p{Lu}+(?!\p{Ll})|\p{Lu}?\p{Ll}+|\d+/gu) ?? [];
  return humps.length > 1 && (humps[0] ?? '').length > 1 && /\p{Ll}\p{Lu}|\p{L}{3}\d/u.test(raw)
    ? humps.map(foldWord).filter((part) => part.length > 1)
    : [];
}

const hyphens = /[-\u2010\u2011]/;
const wordPattern =
  /\d{1,3}(?:[,.\u00a0\u202f]\d{3})+(?![\p{L}\p{N}])|\d+(?:\.\d+)+|[\p{L}\p{N}\p{M}]+(?:['’‘ʼ`´\-\u2010\u2011][\p{L}\p{N}\p{M}]+)*(?:(?:\+\+|#)(?![\p{L}\p{N}]))?/gu;
/** Letters of most scripts need no look at what script they are of, which takes time. */
const spaceless =
  /(?=[\u0e00-\uffff])[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;
const segmenter = 'Segmenter' in Intl ? new Intl.Segmenter('und', { granularity: 'word' }) : undefined;

/** The words of a run of letters, each with its place. Without a segmenter, each sign is a word: less exact, and the same on both sides. */
function segmentsOf(run: string): readonly (readonly [raw: string, at: number])[] {
  if (!spaceless.test(run)) return [[run, 0]];
  return segmenter
    ? [...segmenter.segment(run)].map(({ segment, index }) => [segment, index])
    : [...run.matchAll(/./gsu)].map((match) => [match[0], match.index]);
}

/** A build reads the same words in thousands of texts. */
const folded = onceEach(foldWord);

/** Accents and vowel points go; marks that make another letter (as in Japanese or Hindi) stay. */
function foldWord(raw: string): string {
  const word = raw
    .replace(/['’]s$/i, '')
    .normalize('NFKD')
    .replace(/[\u0300-\u036f\u0591-\u05c7\u064b-\u065f]/g, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/ß/g, 'ss');
  if (/\d\.\d/.test(word) && !/^\d{1,3}(?:\.\d{3})+$/.test(word)) return word;
  return word.replace(/[^\p{L}\p{N}\p{M}+#]/gu, '').replace(/^0x(?=[0-9a-f]+$)/, '');
}

/** Splits a text into sought and other parts; together they are the text. */
export function markedParts(text: string, isHit: (word: string) => boolean) {
  const cuts = textWordsIn(text).flatMap(({ word, start, end }) => (isHit(word) ? [start, end] : []));
  return [0, ...cuts]
    .map((from, at) => ({ text: text.slice(from, cuts[at]), hit: at % 2 === 1 }))
    .filter((part) => part.text !== '');
}

/** At most `length` characters of a text, from a word before the first sought one on; `…` stands for what was left out. */
export function excerptOf(text: string, isHit: (word: string) => boolean, length: number): string {
  if (text.length <= length) return text;
  const first = textWordsIn(text).find(({ word }) => isHit(word))?.start ?? 0;
  const start = first < length * 0.6 ? 0 : text.indexOf(' ', first - length / 3) + 1;
  const cut = text.slice(start, start + length);
  const isCut = start + length < text.length;
  return `${start > 0 ? '… ' : ''}${isCut ? cut.replace(/(.) [^ ]*$/s, '$1 …') : cut}`;
}
