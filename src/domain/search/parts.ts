import { knowledgeOf, synonymWords, wordSet, type Engine, type FullTextFilters } from './engine.ts';
import type { SearchFile, SearchParts, SearchShard } from './index.ts';
import { termsFor } from './language.ts';
import { profileOf, type Profile } from './passages.ts';
import { readQuery, type QueryKnowledge } from './query.ts';
import { termsOf } from './rank.ts';
import type { KnownWord } from './vocabulary.ts';

/** Articles kept for a term: those that say most of it. */
export const mostPostings = 400;
/** Articles that are loaded and looked at closely. */
const pool = 20;
/** Occurrences from which on more of them tell little. */
const saturation = 1.2;

/** Reads one file of an index in parts. */
type Load = <T>(name: string) => Promise<T>;
/** Term → numbers of articles, each with how much it says of the term. */
type Postings = Map<string, readonly (readonly [number: number, count: number])[]>;

/** Asks the full text for all words of a text: the numbers of the best articles, and what they say. */
export type AskFullText = (
  text: string,
  filters: FullTextFilters,
) => Promise<readonly { readonly number: number; readonly text: string }[]>;

/** Opens an index in parts. */
export function openParts(
  file: SearchFile & { readonly parts: SearchParts },
  load: Load,
  askFullText?: AskFullText,
): Engine {
  const { language, parts } = file;
  const terms = termsFor(language, file.synonyms);
  const docs = new Map<string, number>();
  const postings: Postings = new Map();
  const words = [...knownWords(parts, terms, docs), ...synonymWords(terms, wordSet(parts.words))];
  const docsOf = (term: string): number => docs.get(term) ?? 0;
  const knowledge = knowledgeOf(file, { ...parts, terms, docsOf, words, articles: parts.count });
  const learn = (wanted: Iterable<string>): Promise<void> =>
    learnTerms(wanted, parts.starts, { docs, postings, load });
  const negation = terms.termOf(language.negation);
  const profiles = new Map<number, Profile>();
  const loadProfiles = (numbers: readonly number[]): Promise<readonly Profile[]> =>
    Promise.all(
      numbers.map(async (number) => {
        const profile = profiles.get(number) ?? profileOf(await load(`a${number}.json`), terms, negation);
        profiles.set(number, profile);
        return profile;
      }),
    );
  return {
    ...knowledge,
    learn: (text) => learn(termsIn(text, knowledge)),
    find: async (sought) => {
      await learn(sought.keys());
      const found = bestOf(sought, postings, knowledge);
      const best = await loadProfiles(found.map(([number]) => number));
      return best.map((profile) => ({ profile }));
    },
    fullText:
      askFullText &&
      (async (text, filters) => {
        const found = await askFullText(text, filters);
        const named = await loadProfiles(found.map(({ number }) => number));
        return named.map(({ article }, at) =>
          profileOf({ ...article, body: [[-1, found[at]?.text ?? '']] }, terms, negation),
        );
      }),
  };
}

/** The words that the first file tells of; notes about how many articles hold each in `docs`. */
function knownWords(
  { words, counts }: SearchParts,
  { termOf }: Pick<Engine['terms'], 'termOf'>,
  docs: Map<string, number>,
): readonly KnownWord[] {
  return words.split(' ').map((word, at) => {
    const known = { word, docs: 2 ** Number.parseInt(counts.charAt(at), 36), telling: true };
    docs.set(termOf(word), Math.max(known.docs, docs.get(termOf(word)) ?? 0));
    return known;
  });
}

/** Every term that a text may have to do with, as typed and as mended. */
function termsIn(text: string, knowledge: QueryKnowledge): readonly string[] {
  const query = readQuery(text, knowledge);
  const own = [text, query.mended ?? '']
    .flatMap((each) => knowledge.terms.read(each))
    .filter(({ filler }) => !filler);
  const asWritten = own.flatMap(({ term, also, meanings }) => [
    term,
    ...also,
    ...meanings.map(({ id }) => id),
  ]);
  return [...asWritten, ...termsOf(query).keys()];
}

/** Loads the postings of terms, and how many articles hold each. */
async function learnTerms(
  wanted: Iterable<string>,
  starts: readonly string[],
  {
    docs,
    postings,
    load,
  }: { readonly docs: Map<string, number>; readonly postings: Postings; readonly load: Load },
): Promise<void> {
  const missing = [...wanted].filter((term) => !postings.has(term));
  const shardOf = (term: string): number =>
    Math.max(
      0,
      starts.findLastIndex((start) => start <= term),
    );
  const numbers = new Set(missing.map(shardOf));
  const shards = await Promise.all([...numbers].map((number) => load<SearchShard>(`t${number}.json`)));
  for (const term of missing) {
    const [all = 0, ...pairs] = shards.find((shard) => Object.hasOwn(shard, term))?.[term] ?? [];
    docs.set(term, all);
    const list: [number, number][] = [];
    let number = 0;
    for (let at = 0; at < pairs.length; at += 2) list.push([(number += pairs[at] ?? 0), pairs[at + 1] ?? 0]);
    postings.set(term, list);
  }
}

/** The articles that say most of the terms (BM25 without lengths), best first, with their scores. */
function bestOf(
  sought: ReadonlyMap<string, number>,
  postings: Postings,
  { weightOf }: Pick<Engine, 'weightOf'>,
): readonly (readonly [number: number, score: number])[] {
  const scores = new Map<number, number>();
  for (const [term, sure] of sought)
    for (const [number, count] of postings.get(term) ?? [])
      scores.set(number, (scores.get(number) ?? 0) + (sure * weightOf(term) * count) / (count + saturation));
  return [...scores].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, pool);
}
