import MiniSearch from 'minisearch';
import type { SearchFile } from './index.ts';
import { termsFor, type Terms } from './language.ts';
import { profileOf, rowOf, type Profile } from './passages.ts';
import type { QueryKnowledge } from './query.ts';
import { buildVocabulary, type KnownWord } from './vocabulary.ts';

/** What a search of the full text is narrowed by. */
export interface FullTextFilters {
  readonly kind?: string | undefined;
  readonly loses?: string | undefined;
}

/** The index, ready for questions. */
export interface Engine extends QueryKnowledge {
  /** Articles that hold one of the terms and may answer. The number is the trust in the term. */
  readonly find: (terms: ReadonlyMap<string, number>) => Promise<readonly Profile[]>;
  /** Looks up what is to be known of a text before it is read as a query. */
  readonly learn: (text: string) => Promise<void>;
  /** How much a term says that a query is about this knowledge base: 0 for most, up to about 4. */
  readonly topicOf: (term: string) => number;
  /** How many words of a query, as a row of terms, name something which this knowledge base is not about. */
  readonly elsewhereIn: (row: string) => number;
  /** Articles whose running text answers, with that text, best first; undefined where `find` knows the running text. Rejects like `find`. */
  readonly fullText?: ((text: string, filters: FullTextFilters) => Promise<readonly Profile[]>) | undefined;
  /** All articles, where they are at hand. */
  readonly profiles?: readonly Profile[];
}

/** Articles that are looked at closely. */
const pool = 30;

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
  readonly words: readonly KnownWord[];
}

/** What a query is read with, and what its words tell, whether the articles are at hand or not. */
export function knowledgeOf(
  { language, right, elsewhere, topics }: SearchFile,
  { terms, docsOf, articles, all, words }: Counted,
): QueryKnowledge & Pick<Engine, 'topicOf' | 'elsewhereIn'> {
  const known = new Map(
    [...wordSet(topics)].map((topic) => [topic.slice(0, -1), Number(topic.slice(-1)) / 2]),
  );
  const others = new Map(
    elsewhere.split(',').map((words) => [rowOf(terms.read(words)), terms.read(words).length] as const),
  );
  const weights: number[] = [];
  const weightFor = (docs: number): number => (weights[docs] ??= Math.log(1 + (articles + 1) / (docs + 0.5)));
  return {
    language,
    terms,
    docsOf,
    topicOf: (term) => known.get(term) ?? 0,
    elsewhereIn: (row) => {
      let words = 0;
      for (const [phrase, length] of others) words += length * (row.split(phrase).length - 1);
      return words;
    },
    weightOf: (term) => weightFor(docsOf(term)),
    shareOf: (term) => Math.max(0.5, docsOf(term)) / all,
    vocabulary: buildVocabulary(words, wordSet(right)),
  };
}

/** Builds the index of a knowledge base that comes in one file. `pause` is waited for between small slices of the work. Who only wants to know its words says that nothing will be sought. */
export async function openEngine(
  file: SearchFile,
  pause: () => Promise<void> = () => Promise.resolve(),
  sought = true,
): Promise<Engine> {
  const { language, synonyms, articles = [] } = file;
  const terms = termsFor(language, synonyms);
  await pause();
  const negation = terms.termOf(language.negation);
  const mini = new MiniSearch({ fields: ['named', 'all'], ...asTerms });
  const profiles: Profile[] = [];
  const docs = new Map<string, number>();
  let all = 0;
  for (const [id, article] of articles.entries()) {
    const profile = profileOf(article, terms, negation);
    profiles.push(profile);
    // Each term once for the names and once for all: how often it is said, `rank` weighs.
    if (sought)
      mini.add({ id, named: [...profile.named].join(' '), all: [...profile.counts.keys()].join(' ') });
    for (const term of profile.counts.keys()) docs.set(term, (docs.get(term) ?? 0) + 1);
    all += profile.counts.size;
    await pause();
  }
  const docsOf = (term: string): number => docs.get(term) ?? 0;
  const words = wordsOf(profiles, terms);
  await pause();
  return {
    ...knowledgeOf(file, { terms, docsOf, articles: articles.length, all, words }),
    profiles,
    learn: () => Promise.resolve(),
    find: (wanted) => {
      const boostTerm = (term: string): number => wanted.get(term) ?? 1;
      const met = mini.search([...wanted.keys()].join(' '), { boost: { named: 2 }, boostTerm });
      return Promise.resolve(met.slice(0, pool).map(({ id }) => profiles[id as number]!));
    },
  };
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
  const words = new Map<string, KnownWord>();
  for (const { passages } of profiles)
    for (const word of new Set(passages.flatMap((passage) => [...passage.words])))
      words.set(word, { word, docs: (words.get(word)?.docs ?? 0) + 1 });
  return [...words.values(), ...synonymWords(terms, words)];
}

/** Words of the synonyms that no article holds. */
export function synonymWords(
  { words, isFiller }: Pick<Engine['terms'], 'words' | 'isFiller'>,
  held: { readonly has: (word: string) => boolean },
): readonly KnownWord[] {
  return [...words].filter((word) => !held.has(word) && !isFiller(word)).map((word) => ({ word, docs: 0 }));
}
