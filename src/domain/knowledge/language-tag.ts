import { onceEach } from '../values/on-demand.ts';

/** True for a BCP 47 tag (`en`, `de-AT`, `zh-Hant`) of a language that has a name. */
export function isLanguageTag(text: string): boolean {
  if (!isWellFormed(text)) return false;
  const primary = new Intl.Locale(text).language;
  // Three letters name some thousand languages, of which few have a name here.
  return primary.length === 3 || nameOf(primary) !== undefined;
}

/** The way in which a language is written, as HTML names it. Every page of a site asks. */
export const directionOf = onceEach((tag): 'ltr' | 'rtl' =>
  rightToLeft.has(new Intl.Locale(tag).maximize().script ?? '') ? 'rtl' : 'ltr',
);

const rightToLeft: ReadonlySet<string> = new Set(
  'Adlm Arab Aran Hebr Mand Mend Nkoo Rohg Samr Sogd Syrc Thaa Yezi'.split(' '),
);

/** The name of a language in English: "French" for `fr-CA`; the tag itself where it has none. */
export function languageName(tag: string): string {
  const primary = new Intl.Locale(tag).language;
  return nameOf(primary) ?? primary;
}

/** The tag that someone meant who wrote `en_US`, `English`, `Deutsch` or a country in place of its language; undefined where nobody can tell. */
export function meantLanguageTag(text: string): string | undefined {
  const hyphened = text
    .trim()
    .replace(/[._@].*$/, (rest) => (/^_[a-z]{2}\b/i.test(rest) ? `-${rest.slice(1, 3)}` : ''));
  if (isLanguageTag(hyphened)) return Intl.getCanonicalLocales(hyphened)[0];
  const named = twoLetters().find((tag) =>
    [nameOf(tag), nameOf(tag, tag)].some((name) => name?.toLowerCase() === text.trim().toLowerCase()),
  );
  if (named) return named;
  return isCountry(text) ? new Intl.Locale(`und-${text}`).maximize().language : undefined;
}

function isWellFormed(text: string): boolean {
  try {
    return Intl.getCanonicalLocales(text).length === 1;
  } catch {
    return false;
  }
}

function nameOf(primary: string, language = 'en'): string | undefined {
  return new Intl.DisplayNames(language, { type: 'language', fallback: 'none' }).of(primary);
}

function isCountry(text: string): boolean {
  if (!/^[a-z]{2}$/i.test(text)) return false;
  return (
    new Intl.DisplayNames('en', { type: 'region', fallback: 'none' }).of(text.toUpperCase()) !== undefined
  );
}

/** Every language with a tag of two letters. */
function twoLetters(): readonly string[] {
  const letters = [...'abcdefghijklmnopqrstuvwxyz'];
  return letters
    .flatMap((first) => letters.map((second) => first + second))
    .filter((tag) => nameOf(tag) !== undefined);
}
