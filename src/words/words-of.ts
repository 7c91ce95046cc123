import type { SearchLanguage } from '../domain/search/language.ts';
import { german } from './de/index.ts';
import { english } from './en/index.ts';
import type { Dictionary, Words } from './words.ts';

/** Every language that has words, the one that stands in for all others first. Each is a folder beside this file. */
export const dictionaries: readonly [Dictionary, ...Dictionary[]] = [english, german];

/** True where the words of a language are there. `language` is a BCP 47 tag. */
export function hasWords(language: string): boolean {
  return dictionaryOf(language) !== undefined;
}

/**
 * The words of a language, given as a BCP 47 tag; `de-AT` has those of `de` and its own dates. A language without words gets
 * the English ones, without the writing rules, and a search that knows nothing of its words; the check warns of it.
 */
export function wordsOf(language: string): Words {
  const words = known.get(language) ?? makeWords(language);
  known.set(language, words);
  return words;
}

/** Every page asks for the words, and how a language writes dates takes a while to find out. */
const known = new Map<string, Words>();

function makeWords(language: string): Words {
  const own = dictionaryOf(language);
  const locale = regionOf(language) ? language : (own?.locale ?? language);
  if (own) return { ...own, locale, date: dateIn(locale) };
  const [english] = dictionaries;
  return {
    ...english,
    date: dateIn(english.locale),
    searchLanguage: { ...plainSearch, language },
    writing: undefined,
  };
}

function dictionaryOf(language: string): Dictionary | undefined {
  const primary = language.toLowerCase().split('-')[0];
  return dictionaries.find((dictionary) => dictionary.language === primary);
}

function regionOf(language: string): string | undefined {
  return new Intl.Locale(language).region;
}

function dateIn(locale: string): (isoDate: string) => string {
  const format = new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  });
  return (isoDate) => format.format(new Date(`${isoDate}T00:00:00Z`));
}

/** Nothing is left out, stemmed or alike: a search by the letters. */
const plainSearch: Omit<SearchLanguage, 'language'> = {
  endings: [],
  stopWords: [],
  same: {},
  alike: [],
  askMeaning: [],
  negation: '',
};
