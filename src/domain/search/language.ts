import { onceEach } from '../values/on-demand.ts';
import { partsOf, textWordsIn, wordsIn, type TextWord } from './text.ts';

/** What search has to know of a language; written once per language, beside the interface words. */
export interface SearchLanguage {
  /** BCP 47 tag. */
  readonly language: string;
  /** What the forms of a word do not share; none for a language whose words are compared as they are. */
  readonly endings: Endings;
  /** Words that say nothing about what is sought ("my", "how do I"). */
  readonly stopWords: readonly string[];
  /** Word → the word that stands for it: irregular forms, negations, slang, spelling variants. */
  readonly same: Readonly<Record<string, string>>;
  /** Groups of words or phrases that mean nearly the same in any knowledge base. */
  readonly alike: readonly (readonly string[])[];
  /** Beginnings (or ends) of queries that ask for a meaning. */
  readonly askMeaning: readonly string[];
  /** The word that stands for every negation in `same`. */
  readonly negation: string;
}

/** What is taken off or changed at a word: regular expressions and what takes their place, in order. Plain text, because they travel to the browser with the index. */
export type Endings = readonly (readonly [pattern: string, rest: string])[];

/** One word of a text, read. */
export interface Token extends TextWord {
  readonly term: string;
  readonly isStopWord: boolean;
  /** Further terms it can be found by: its parts, a code it makes with a word beside it ("E 24" is E24). */
  readonly also: readonly string[];
  /** What the words that it is one of mean (`~3`). */
  readonly meanings: readonly string[];
}

/** Turns texts into the terms that are compared: the same at build time and in the browser. */
export interface Terms {
  /** The term of one folded word. */
  readonly termOf: (word: string) => string;
  readonly isStopWord: (word: string) => boolean;
  /** The terms of a text that stand close behind a "not". */
  readonly deniedIn: (tokens: readonly Token[]) => ReadonlySet<string>;
  readonly read: (text: string) => readonly Token[];
  /** All words of the synonyms: known, though they may stand in no article. */
  readonly words: ReadonlySet<string>;
}

/** Reads texts of a language; every group of `synonyms` is a meaning that its words and phrases share. */
export function termsFor(
  { endings, stopWords, same, negation }: SearchLanguage,
  synonyms: readonly (readonly string[])[] = [],
): Terms {
  const stemOf = stemmerOf(endings);
  const isStopWord = new Set(stopWords);
  const meant = new Map(Object.entries(same));
  const termOf = onceEach((word) => stemOf(meant.get(word) ?? meant.get(stemOf(word)) ?? word));
  const not = termOf(negation);
  const partTerms = onceEach((raw) => partsOf(raw).map(termOf));
  const phrases = synonyms
    .flatMap((group, at) => group.map((text) => ({ terms: wordsIn(text).map(termOf), meaning: `~${at}` })))
    .sort((a, b) => b.terms.length - a.terms.length);
  const phrasesFrom = new Map<string, typeof phrases>();
  for (const phrase of phrases) {
    const first = phrase.terms[0] ?? '';
    phrasesFrom.set(first, [...(phrasesFrom.get(first) ?? []), phrase]);
  }
  return {
    termOf,
    isStopWord: (word) => isStopWord.has(word),
    deniedIn: (tokens) => {
      const behind = tokens.flatMap(({ term }, at) => (term === not ? tokens.slice(at + 1, at + 4) : []));
      return new Set(behind.map(({ term }) => term));
    },
    words: new Set(synonyms.flat().flatMap(wordsIn)),
    read: (text) => {
      const tokens = textWordsIn(text).map((found) => ({
        ...found,
        term: termOf(found.word),
        isStopWord: isStopWord.has(found.word),
        also: partTerms(text.slice(found.start, found.end)),
        meanings: [] as string[],
      }));
      for (const [at, { word, term }] of tokens.entries()) {
        const next = tokens[at + 1];
        if (next && /^\d+$/.test(next.word) && /^[a-z]{1,4}$/.test(word))
          for (const each of [tokens[at]!, next]) each.also = [...each.also, word + next.word];
        const said = phrasesFrom
          .get(term)
          ?.filter(({ terms }) => terms.every((each, offset) => tokens[at + offset]?.term === each));
        // Of several phrases, the longest.
        for (const { terms, meaning } of said ?? [])
          if (terms.length === said![0]!.terms.length)
            for (const token of tokens.slice(at, at + terms.length)) token.meanings.push(meaning);
      }
      return tokens;
    },
  };
}

/** Reduces a folded word to what its forms share: each ending is tried once, in order; none leaves fewer than 3 letters. */
export function stemmerOf(endings: Endings): (word: string) => string {
  const rules = endings.map(([pattern, rest]) => [new RegExp(pattern, 'g'), rest] as const);
  return (word) =>
    rules.reduce((stem, [ending, rest]) => {
      const changed = stem.replace(ending, rest);
      return changed.length > 2 || changed.length === stem.length ? changed : stem;
    }, word);
}
