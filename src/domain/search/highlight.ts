import { textWordsIn } from './text.ts';

/** A part of a text; `hit` when it is one of the words that were sought. */
export interface MarkedPart {
  readonly text: string;
  readonly hit: boolean;
}

/** Splits a text into sought and other parts; together they are the text. */
export function markedParts(text: string, isHit: (word: string) => boolean): readonly MarkedPart[] {
  const parts: MarkedPart[] = [];
  let from = 0;
  for (const { word, start, end } of textWordsIn(text)) {
    if (!isHit(word)) continue;
    if (start > from) parts.push({ text: text.slice(from, start), hit: false });
    parts.push({ text: text.slice(start, end), hit: true });
    from = end;
  }
  if (from < text.length) parts.push({ text: text.slice(from), hit: false });
  return parts;
}

/** At most `length` characters of a text, from a word before the first sought one on; `…` stands for what was left out. */
export function excerptOf(text: string, isHit: (word: string) => boolean, length: number): string {
  if (text.length <= length) return text;
  const first = textWordsIn(text).find(({ word }) => isHit(word))?.start ?? 0;
  const start = first < length * 0.6 ? 0 : text.indexOf(' ', first - length / 3) + 1;
  const cut = text.slice(start, start + length);
  const end = start + length < text.length ? cut.lastIndexOf(' ') : cut.length;
  return `${start > 0 ? '… ' : ''}${cut.slice(0, end > 0 ? end : cut.length)}${start + length < text.length ? ' …' : ''}`;
}
