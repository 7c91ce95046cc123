import type { SearchArticle, SearchFile } from './index.ts';
import type { SearchLanguage } from './language.ts';

/** A small language for tests: forms end in `s`. */
export const exampleLanguage: SearchLanguage = {
  language: 'en',
  endings: [['s$', '']],
  stopWords: ['the', 'my', 'is', 'a', 'why', 'it', 'does', 'meaning'],
  same: { wont: 'not', feets: 'foot', loaf: 'bread' },
  alike: [],
  askMeaning: ['why', 'meaning'],
  negation: 'not',
};

/** What an article need not have. */
export const emptyArticle = { says: [], aliases: [], places: [], facts: [], body: [], twins: [] } as const;

/** An article that says nothing but its title. */
export function exampleArticle(title: string, rest: Partial<SearchArticle> = {}): SearchArticle {
  return {
    kind: 'symptom',
    path: `/${title.toLowerCase().replaceAll(' ', '-')}/`,
    title,
    summary: '',
    ...emptyArticle,
    ...rest,
  };
}

/** The file of a search through the articles. */
export function exampleFile(rest: Partial<SearchFile> = {}): SearchFile {
  return {
    language: exampleLanguage,
    synonyms: [],
    right: '',
    elsewhere: '',
    topics: '',
    asked: '',
    suggested: [],
    labels: { results: {}, kinds: {}, risks: {} },
    ...rest,
  };
}
