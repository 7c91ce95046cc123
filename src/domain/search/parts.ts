import { articlesIn, type Columns } from './columns.ts';
import { knowledgeOf, type AskFullText, type Engine } from './engine.ts';
import type { SearchFile, SearchParts, SearchShard } from './index.ts';
import { termsFor } from './language.ts';
import { profileOf, type Profile } from './profile.ts';
import { readQuery, termsOf } from './query.ts';

/** Articles that share a file: a host takes only so many files, and neighbours are often sought together. */
export const articlesInFile = 8;
/** Articles that are loaded and looked at closely. */
const pool = 20;
/** Occurrences from which on more of them tell little. */
const saturation = 1.2;

/** Opens an index in parts: a query loads the parts that hold its terms, then those that hold the likeliest articles. `load` reads a file of the index, and keeps what it has read. */
export function openParts(
  file: SearchFile & { readonly parts: SearchParts },
  load: <T>(name: string) => Promise<T>,
  askFullText?: AskFullText<{ readonly number: number; readonly text: string }>,
): Engine {
  const { language, parts } = file;
  const terms = termsFor(language, file.synonyms);
  const docs = new Map<string, number>();
  const words = parts.words
    .split(' ')
    .map((word, at) => ({ word, docs: 2 ** parseInt(parts.counts.charAt(at), 36) }));
  for (const { word, docs: held } of words) docs.set(terms.termOf(word), held);
  const knowledge = knowledgeOf(file, terms, { ...parts, docs, words });
  const postingsOf = postingsIn(parts.starts, load, docs);
  const profiles = new Map<number, Profile>();
  const profileAt = async (number: number, told?: string): Promise<Profile> => {
    const name = `a${Math.floor(number / articlesInFile)}.json`;
    const article = articlesIn(await load<Columns>(name))[number % articlesInFile]!;
    if (told !== undefined) return profileOf({ ...article, body: [[-1, told]] }, terms);
    const profile = profiles.get(number) ?? profileOf(article, terms);
    profiles.set(number, profile);
    return profile;
  };
  return {
    ...knowledge,
    learn: async (text) => {
      const written = terms.read(text).filter(({ isStopWord }) => !isStopWord);
      const own = written.flatMap(({ also, meanings }) => [...also, ...meanings]);
      await postingsOf([...own, ...termsOf(readQuery(text, knowledge)).keys()]);
    },
    find: async (sought) => {
      const scores = new Map<number, number>();
      for (const [term, [, ...pairs]] of await postingsOf([...sought.keys()])) {
        const weight = sought.get(term)! * knowledge.weightOf(term);
        // How much they say of the terms: BM25 without lengths.
        for (let at = 0; at < pairs.length; at += 2)
          scores.set(pairs[at]!, (scores.get(pairs[at]!) ?? 0) + weight / (1 + saturation / pairs[at + 1]!));
      }
      const best = [...scores].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, pool);
      return Promise.all(best.map(([number]) => profileAt(number)));
    },
    fullText:
      askFullText &&
      (async (...request) => {
        const found = await askFullText(...request);
        return Promise.all(found.map(({ number, text }) => profileAt(number, text)));
      }),
  };
}

/** Looks up what the shards say of terms, and notes in `docs` how many articles hold each. */
function postingsIn(
  starts: readonly string[],
  load: <T>(name: string) => Promise<T>,
  docs: Map<string, number>,
): (terms: readonly string[]) => Promise<readonly (readonly [term: string, SearchShard[string]])[]> {
  const look = async (term: string) => {
    const number = starts.filter((start) => start <= term).length - 1;
    const shard = await load<SearchShard>(`t${Math.max(0, number)}.json`);
    const posting = Object.hasOwn(shard, term) ? shard[term]! : [];
    docs.set(term, posting[0] ?? 0);
    return [term, posting] as const;
  };
  return (terms) => Promise.all(terms.map(look));
}
