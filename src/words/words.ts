import type { SearchLanguage } from '../domain/search/language.ts';
import type { ContentWords } from './content-words.ts';
import type { InterfaceWords } from './interface-words.ts';
import type { WritingWords } from './writing-words.ts';

/** Everything that the machine says or has to know in one language. `wordsOf` hands it out. */
export interface Words extends InterfaceWords {
  /** The language in which they are written (BCP 47), which is not always the one that was asked for. */
  readonly language: string;
  /** The tag by which dates are written: `de-AT` for a site in that language. */
  readonly locale: string;
  /** A day such as `2026-11-24` as people write it. */
  readonly date: (isoDate: string) => string;
  readonly content: ContentWords;
  readonly searchLanguage: SearchLanguage;
  /** Undefined for a language that nobody has written rules for. */
  readonly writing: WritingWords | undefined;
}

/** What a folder of `src/words` holds: one language. */
export interface Dictionary extends Omit<Words, 'date' | 'writing'> {
  readonly writing: WritingWords;
}
