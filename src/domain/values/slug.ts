/**
 * Words as they stand in an address: lower case, joined by hyphens, at most `length` characters. Latin letters lose their
 * accents; every other script keeps its letters and marks whole, because there a mark can be a vowel.
 */
export function slugOf(
  text: string,
  { words = Infinity, length = 100 }: { readonly words?: number; readonly length?: number } = {},
): string {
  const found = text
    .toLowerCase()
    .replace(/[ßæœøłđðþı]/g, (letter) => plain[letter] ?? letter)
    .normalize('NFKD')
    .replace(/(\p{Script=Latin})\p{M}+/gu, '$1')
    .normalize('NFC')
    .replace(/[’'ʼ]/g, '')
    .match(/[\p{L}\p{M}\p{N}]+/gu);
  let slug = '';
  for (const word of found?.slice(0, words) ?? []) {
    const longer = slug === '' ? [...word].slice(0, length).join('') : `${slug}-${word}`;
    if ([...longer].length > length) break;
    slug = longer;
  }
  return slug;
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
