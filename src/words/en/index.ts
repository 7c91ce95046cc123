import type { Dictionary } from '../words.ts';
import { contentWords } from './content.ts';
import { interfaceWords } from './interface.ts';
import { searchLanguage } from './search.ts';
import { writingWords } from './writing.ts';

/** English. Where a site names no country, dates are written as in Britain: 24 Nov 2026. */
export const english: Dictionary = {
  language: 'en',
  locale: 'en-GB',
  ...interfaceWords,
  content: contentWords,
  searchLanguage,
  writing: writingWords,
};
