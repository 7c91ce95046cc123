import MiniSearch from 'minisearch';
import type { SearchFile } from './index.ts';
import { termsFor, type Terms } from './language.ts';
import { countWeights, profileOf, type Profile } from './passages.ts';
import type { QueryKnowledge } from './query.ts';
import { buildVocabulary, type KnownWord } from './vocabulary.ts';

/** An article that may answer. */
export interface Candidate {
  readonly profile: Profile;
}

/** What a search of the full text is narrowed by. */
export interface FullTextFilters {
  readonly kind?: string | undefined;
  readonly loses?: string | undefined;
}

/** The index, ready for questions. */
export interface Engine extends QueryKnowledge {
  /** Articles that hold one of the terms and may answer. The number is the trust in the term. */
  readonly find: (terms: ReadonlyMap<string, number>) => Promise<readonly Candidate[]>;
  /** Looks up what is to be known of a text before it is read as a query. */
  readonly learn: (text: string) => Promise<void>;
  /** How much a term says that a query is about this knowledge base: 0 for most, up to about 4. */
  readonly topicOf: (term: string) => number;
  /** Articles whose running text answers, with that text, best first; undefined where `find` knows the running text. Rejects like `find`. */
  readonly fullText?: ((text: string, filters: FullTextFilters) => Promise<readonly Profile[]>) | undefined;
  /** All articles, where they are at hand. */
  readonly profiles?: readonly Profile[];
}

/** Articles that are looked at closely. */
const pool = 40;

/** How MiniSearch takes texts that have been read already. */
const asTerms = {
  tokenize: (text: string) => text.split(' '),
  processTerm: (term: string) => term,
};

/** What is counted over all articles. */
interface Counted {
  readonly terms: Terms;
  readonly docsOf: (term: string) => number;
  readonly articles: number;
  /** Different terms of all articles together. */
  readonly all: number;
  readonly orders: Iterable<string>;
  readonly words: readonly KnownWord[];
}

/** What a query is read with, and what its words tell, whether the articles are at hand or not. */
export function knowledgeOf(
  { language, right, everyday, topics }: SearchFile,
  { terms, docsOf, articles, all, orders, words }: Counted,
): QueryKnowledge & Pick<Engine, 'topicOf'> {
  const known = new Map(
    [...wordSet(topics)].map((topic) => [topic.slice(0, -1), Number(topic.slice(-1)) / 2]),
  );
  return {
    language,
    terms,
    docsOf,
    topicOf: (term) => known.get(term) ?? 0,
    everyday: wordSet(everyday),
    weightOf: (term) => Math.log(1 + (articles + 1) / (docsOf(term) + 0.5)),
    shareOf: (term) => Math.max(0.5, docsOf(term)) / all,
    orders: new Set(orders),
    vocabulary: buildVocabulary(words, wordSet(right)),
  };
}

/** Builds the index of a knowledge base that comes in one file. `pause` is waited for between slices of the work. */
export async function openEngine(
  file: SearchFile,
  pause: () => Promise<void> = () => Promise.resolve(),
): Promise<Engine> {
  const { language, synonyms, articles = [] } = file;
  const terms = termsFor(language, synonyms);
  const negation = terms.termOf(language.negation);
  const mini = new MiniSearch({ fields: Object.keys(countWeights), ...asTerms });
  const profiles: Profile[] = [];
  const docs = new Map<string, number>();
  let all = 0;
  for (const [id, article] of articles.entries()) {
    const profile = profileOf(article, terms, negation);
    profiles.push(profile);
    mini.add({ id, ...textsOf(profile) });
    for (const term of profile.counts.keys()) docs.set(term, (docs.get(term) ?? 0) + 1);
    all += profile.counts.size;
    if (id % 8 === 7) await pause();
  }
  const orders = profiles
    .filter(({ article }) => article.kind === 'fix')
    .map(({ passages: [title] }) => title?.row.trim().split(' ')[0] ?? '');
  const docsOf = (term: string): number => docs.get(term) ?? 0;
  const counted = { terms, docsOf, articles: articles.length, all, orders, words: wordsOf(profiles, terms) };
  return {
    ...knowledgeOf(file, counted),
    profiles,
    learn: () => Promise.resolve(),
    find: (sought) => Promise.resolve(bestOf(sought, mini, profiles)),
  };
}

/** The terms of an article by the kind of text that they stand in, as MiniSearch takes them. */
function textsOf({ passages }: Profile): Readonly<Record<string, string>> {
  const texts: Record<string, string> = {};
  for (const { kind, all } of passages)
    if (all.size > 0) texts[kind] = [texts[kind], ...all].filter(Boolean).join(' ');
  return texts;
}

/** The first ones by MiniSearch's scores, which it multiplies by the number of words met. */
function bestOf(
  sought: ReadonlyMap<string, number>,
  mini: MiniSearch,
  profiles: readonly Profile[],
): readonly Candidate[] {
  const met = mini.search([...sought.keys()].join(' '), {
    boost: countWeights,
    boostTerm: (term) => sought.get(term) ?? 1,
  });
  return met.slice(0, pool).flatMap(({ id }) => {
    const profile = profiles[id as number];
    return profile ? [{ profile }] : [];
  });
}

/** Words separated by spaces. */
export function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.split(' ').filter(Boolean));
}

/** The words of the articles, and those of the synonyms, which can be mistyped too. */
export function wordsOf(
  profiles: readonly Profile[],
  terms: Pick<Engine['terms'], 'words' | 'isFiller'>,
): readonly KnownWord[] {
  const words = new Map<string, { word: string; docs: number; telling: boolean }>();
  for (const { passages } of profiles) {
    const met = new Map<string, boolean>();
    for (const { kind, words: said } of passages)
      for (const word of said) met.set(word, met.get(word) === true || kind !== 'body');
    for (const [word, telling] of met) {
      const known = words.get(word);
      words.set(word, { word, docs: (known?.docs ?? 0) + 1, telling: telling || known?.telling === true });
    }
  }
  return [...words.values(), ...synonymWords(terms, words)];
}

/** Words of the synonyms that no article holds. */
export function synonymWords(
  { words, isFiller }: Pick<Engine['terms'], 'words' | 'isFiller'>,
  held: { readonly has: (word: string) => boolean },
): readonly KnownWord[] {
  return [...words]
    .filter((word) => !held.has(word) && !isFiller(word))
    .map((word) => ({ word, docs: 0, telling: true }));
}
