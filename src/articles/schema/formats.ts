import { meantLanguageTag } from '../../domain/knowledge/language-tag.ts';
import { ownAccent } from '../../domain/knowledge/accent.ts';
import { kebabCase } from '../../domain/knowledge/paths.ts';
import { didYouMean } from '../../domain/problems/say.ts';

/** Message and remedy for a text that has not the form of an id, colour, date or address. */
export function formatWords(format: string, name: string, value: unknown): readonly [string, string] {
  const shown = show(value);
  if (format === 'kebab-case')
    return [
      `${name} is no id: ${shown}. An id is lower-case words joined by hyphens.`,
      didYouMean(kebabCase(String(value))),
    ];
  if (format === 'colour')
    return [
      `${name} is no colour: ${shown}.`,
      `Write it as \`#\` and 6 digits from 0 to 9 and a to f, like "${ownAccent.light}", in quotes.`,
    ];
  if (format === 'answer')
    return [
      `${name} is no answer: ${shown}.`,
      'Write the ids of the question and of the answer: `question/answer`.',
    ];
  if (format === 'date')
    return [
      `${name} is no date of the calendar: ${shown}.`,
      `Write year, month and day: \`${isoDateFrom(String(value))}\`.`,
    ];
  if (format === 'language')
    return [
      `${name} is no tag of a language: ${shown}.`,
      didYouMean(meantLanguageTag(String(value))) ??
        'Write a BCP 47 tag: `en` for English, `de` for German, `pt-BR` for the Portuguese of Brazil.',
    ];
  if (format === 'https' || format === 'site-address')
    return addressWords(format, name, String(value), shown);
  if (format === 'email')
    return [`${name} is no mail address: ${shown}.`, 'Write it like `help@example.org`.'];
  return [
    `${name} is no address on this site: ${shown}.`,
    `Begin and end it with a slash: \`/${String(value).replace(/^\/+|\/+$/g, '')}/\`.`,
  ];
}

function addressWords(
  format: 'https' | 'site-address',
  name: string,
  value: string,
  shown: string,
): readonly [string, string] {
  if (format === 'site-address' && /^https?:/i.test(value) && URL.canParse(value) && !/\s/.test(value)) {
    if (new URL(value).username !== '' || new URL(value).password !== '')
      return [
        `${name} holds the name or the password of an account, and every page would show it.`,
        `Write \`${Object.assign(new URL(value), { username: '', password: '' }).href}\`.`,
      ];
    return [
      `${name} has a path with signs that not every host and browser writes alike: ${shown}.`,
      'Name the folder of the site with the letters a to z, digits and hyphens, here and at its host.',
    ];
  }
  const full = `https://${value.replace(/^(?:[a-z]*:)?\/*/i, '')}`;
  return [
    `${name} is no web address: ${shown}.`,
    full !== value && URL.canParse(full) && !/\s/.test(full)
      ? `Write it in full: \`${full}\`.`
      : 'Copy it from the address bar of a browser: it looks like `https://example.org/help/`.',
  ];
}

/** The day an author probably meant, as year-month-day. */
function isoDateFrom(text: string): string {
  const [, day = '', month = '', year = ''] = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/.exec(text) ?? [];
  const [, year2 = year, month2 = month, day2 = day] =
    /^(\d{4})[./-](\d{1,2})[./-](\d{1,2})/.exec(text) ?? [];
  const iso = `${year2}-${month2.padStart(2, '0')}-${day2.padStart(2, '0')}`;
  return Number.isNaN(Date.parse(iso)) ? '2026-11-24' : iso;
}

/** A value as a message names it: short text as it is, anything larger by what it is. */
export function show(value: unknown): string {
  if (value === undefined || value === null) return 'nothing';
  if (typeof value === 'string') return `\`${value.length > 60 ? `${value.slice(0, 59)}…` : value}\``;
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'number' && !Number.isFinite(value)) return 'a number without a value';
  if (value instanceof Date) return 'a date';
  return typeof value === 'object' ? 'a group of fields' : `\`${String(value)}\``;
}
