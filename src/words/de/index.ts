import type { Dictionary } from '../words.ts';
import { contentWords } from './content.ts';
import { interfaceWords } from './interface.ts';
import { searchLanguage } from './search.ts';
import { writingWords } from './writing.ts';

/** German. */
export const german: Dictionary = {
  language: 'de',
  locale: 'de-DE',
  ...interfaceWords,
  content: contentWords,
  searchLanguage,
  writing: writingWords,
};
