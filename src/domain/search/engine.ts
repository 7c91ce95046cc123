import MiniSearch from 'minisearch';
import { onceEach } from '../values/on-demand.ts';
import { askedIn } from './asked.ts';
import type { SearchFile } from './index.ts';
import { termsFor, type Terms } from './language.ts';
import { isName, profileOf, rowOf, sumOf, type Profile } from './profile.ts';
import type { QueryKnowledge } from './query.ts';
import { wordsIn } from './text.ts';
import { buildVocabulary, type KnownWord } from './vocabulary.ts';

/** The index, ready for questions. */
export interface Engine extends QueryKnowledge {
  /** Looks up what is to be known of a text before it is read as a query. */
  readonly learn: (text: string) => Promise<void>;
  /** Articles that hold one of the terms and may answer. The number is the trust in the term. */
  readonly find: (terms: ReadonlyMap<string, number>) => Promise<readonly Profile[]>;
  /** Articles whose running text may hold the words, with that text; undefined where `find` knows the running text. Rejects like `find`. */
  readonly fullText?: AskFullText<Profile> | undefined;
  /** All articles, where they are at hand. */
  readonly profiles?: readonly Profile[];
}

/** Asks the full text for all words of a text, narrowed by kind and risk. */
export type AskFullText<Found> = (
  text: string,
  filters: { readonly kind?: string | undefined; readonly loses?: string | undefined },
) => Promise<readonly Found[]>;

/** What is counted over all articles. */
export interface Counted {
  readonly docs: ReadonlyMap<string, number>;
  readonly count: number;
  /** Different terms of all articles together. */
  readonly all: number;
  readonly words: readonly KnownWord[];
}

/** Articles that are looked at closely. */
const pool = 24;

/** What a query is read with, and what its words tell, whether the articles are at hand or not. */
export function knowledgeOf(
  { language, right, elsewhere, topics, asked }: SearchFile,
  terms: Terms,
  { docs, count, all, words }: Counted,
): QueryKnowledge {
  const known = new Map(topics.split(' ').map((topic) => [topic.slice(0, -1), Number(topic.slice(-1)) / 2]));
  const others = elsewhere
    .split(',')
    .map(terms.read)
    .map((read) => [rowOf(read), read.length] as const);
  const docsOf = (term: string): number => docs.get(term) ?? 0;
  const weights: number[] = [];
  const weightOf = (term: string): number =>
    (weights[docsOf(term)] ??= Math.log(1 + (count + 1) / (docsOf(term) + 0.5)));
  const learned = askedIn(asked);
  // Words of the synonyms can be mistyped too.
  const alike = [...terms.words].filter((word) => !terms.isStopWord(word)).map((word) => ({ word, docs: 0 }));
  return {
    language,
    terms,
    docsOf,
    topicOf: (term) => known.get(term) ?? 0,
    askedOf: (article) => learned(article.asked ?? ''),
    elsewhereIn: (row) => sumOf(others, ([phrase, length]) => length * (row.split(phrase).length - 1)),
    weightOf,
    tellsOf: (passage) => sumOf(passage.terms, weightOf),
    shareOf: (term) => Math.max(0.5, docsOf(term)) / all,
    // What the knowledge base is not about is said as it is meant, too.
    vocabulary: buildVocabulary([...alike, ...words], new Set([...right.split(' '), ...wordsIn(elsewhere)])),
  };
}

/** Builds the index of a knowledge base that comes in one file. `pause` is waited for between small slices of the work. */
export async function openEngine(
  file: SearchFile,
  pause: () => Promise<void> = () => Promise.resolve(),
): Promise<Engine> {
  const { language, synonyms, articles = [] } = file;
  const terms = termsFor(language, synonyms);
  const mini = new MiniSearch({
    fields: ['named', 'all'],
    tokenize: (text) => text.split(' '),
    processTerm: (term) => term,
  });
  const profiles: Profile[] = [];
  for (const [id, article] of articles.entries()) {
    await pause();
    const profile = profileOf(article, terms);
    profiles.push(profile);
    // Each term once for the names and once for all: how often it is said, `rank` weighs.
    const named = profile.passages.flatMap(({ kind, all }) => (isName(kind) ? [...all] : []));
    mini.add({ id, named: [...new Set(named)].join(' '), all: [...profile.counts.keys()].join(' ') });
  }
  await pause();
  const knowledge = knowledgeOf(file, terms, countOf(profiles));
  return {
    ...knowledge,
    // All is counted: no query changes what a text tells.
    tellsOf: onceEach(knowledge.tellsOf),
    profiles,
    learn: () => Promise.resolve(),
    find: (wanted) => {
      const boostTerm = (term: string): number => wanted.get(term) ?? 1;
      const met = mini.search([...wanted.keys()].join(' '), { boost: { named: 2 }, boostTerm });
      return Promise.resolve(met.slice(0, pool).map(({ id }) => profiles[id as number]!));
    },
  };
}

/** Counts over all articles. */
export function countOf(profiles: readonly Profile[]): Counted {
  return {
    docs: numbersOf(profiles.map(({ counts }) => counts.keys())),
    count: profiles.length,
    all: sumOf(profiles, ({ counts }) => counts.size),
    words: [...numbersOf(profiles.map(({ words }) => words))].map(([word, docs]) => ({ word, docs })),
  };
}

/** How many of the lists hold each thing. */
function numbersOf(lists: readonly Iterable<string>[]): ReadonlyMap<string, number> {
  const numbers = new Map<string, number>();
  for (const list of lists) for (const each of list) numbers.set(each, (numbers.get(each) ?? 0) + 1);
  return numbers;
}
