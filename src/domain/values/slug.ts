/**
 * Words as they stand in an address: lower case, joined by hyphens, at most `length` characters and `bytes` of UTF-8, since the name of a folder has no more. Latin letters lose their
 * accents; every other script keeps its letters and marks whole, because there a mark can be a vowel.
 */
export function slugOf(
  text: string,
  {
    words = Infinity,
    length = 100,
    bytes = 255,
  }: { readonly words?: number; readonly length?: number; readonly bytes?: number } = {},
): string {
  const found = text
    .toLowerCase()
    .replace(/[ßæœøłđðþı]/g, (letter) => plain[letter] ?? letter)
    .normalize('NFKD')
    // Signs such as ™ are capital letters in the end.
    .toLowerCase()
    .replace(/(\p{Script=Latin})\p{M}+/gu, '$1')
    .normalize('NFC')
    .replace(/[’'ʼ]/g, '')
    .match(/[\p{L}\p{M}\p{N}]+/gu);
  let slug = '';
  for (const word of found?.slice(0, words) ?? []) {
    const longer = slug === '' ? firstOf(word, length, bytes) : `${slug}-${word}`;
    if ([...longer].length > length || bytesOf(longer) > bytes) break;
    slug = longer;
  }
  return slug;
}

/** As much of a word as there is room for. */
function firstOf(word: string, length: number, bytes: number): string {
  const letters = [...word].slice(0, length);
  while (bytesOf(letters.join('')) > bytes) letters.pop();
  return letters.join('');
}

function bytesOf(text: string): number {
  let bytes = 0;
  for (const letter of text) {
    const code = letter.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}

/** Letters that decomposition leaves whole. */
const plain: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};

/** So many words of a step are in its address. Published addresses hold them, so this must never change. */
export const wordsOfStep = 6;
