import { pattern as patternWords, type LeadsOn } from '../../domain/permalinks/leads-on.ts';
import { htmlAttribute, htmlText } from '../../domain/values/markup.ts';

/**
 * Gives the page of each redirect, made from the one that Astro has drawn with the words of `pattern`: thousands of pages that differ in four
 * texts. `site` is the address of the site with the path that its pages begin with, if it has one.
 */
export function redirectPages(pattern: string, site: string | undefined): (redirect: LeadsOn) => string {
  const canonicalOf = (to: string): string => {
    const path = to.replace(/[?#].*$/, '');
    return site ? new URL(`.${path}`, site).href : path;
  };
  const canonical = `rel="canonical" href="${canonicalOf(patternWords.to)}"`;
  const parts = pattern.replace(canonical, '\u0000canonical\u0000').split(slots);
  return ({ to, label, title, text }) => {
    const words: Readonly<Record<string, string>> = {
      '\u0000canonical\u0000': `rel="canonical" href="${htmlAttribute(canonicalOf(to))}"`,
      [patternWords.to]: htmlAttribute(to),
      [patternWords.label]: htmlText(label),
      [patternWords.title]: htmlText(title),
      [patternWords.text]: htmlText(text),
    };
    return parts.map((part) => words[part] ?? part).join('');
  };
}

const slots = new RegExp(`(${['\u0000canonical\u0000', ...Object.values(patternWords)].join('|')})`);
