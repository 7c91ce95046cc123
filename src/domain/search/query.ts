import type { SearchLanguage, Terms, Token } from './language.ts';
import { isDenied, rowOf } from './passages.ts';
import { wordsIn } from './text.ts';
import type { Vocabulary } from './vocabulary.ts';

/** One word of the query that matters, with everything it may stand for. */
export interface Slot {
  readonly word: string;
  /** Terms with the trust in them, 0–1: 1 for the word as typed, less for a guess. Empty: no article knows the word. */
  readonly terms: readonly (readonly [term: string, trust: number])[];
  /** Meanings that the word has a part in. */
  readonly meanings: readonly string[];
  /** How much the word tells: the rarer, the more. */
  readonly weight: number;
  /** True behind a "not". */
  readonly denied: boolean;
}

/** A query, understood. */
export interface SearchQuery {
  readonly slots: readonly Slot[];
  /** Terms (with spaces between) that have to stand in a row, as the reader's quotation marks ask. */
  readonly phrases: readonly string[];
  /** All of its terms as they are meant, with spaces around, to find the text that it is. */
  readonly row: string;
  /** The query with its spelling mended; undefined when nothing was mended. */
  readonly mended: string | undefined;
  /** Words that are in no article, even mended. */
  readonly unknown: readonly string[];
  readonly asks: 'how' | 'why' | undefined;
}

/** What a query is read with. */
export interface QueryKnowledge {
  readonly language: SearchLanguage;
  readonly terms: Terms;
  readonly vocabulary: Vocabulary;
  /** Articles that hold a term or a meaning. */
  readonly docsOf: (term: string) => number;
  /** How much a term tells: the rarer, the more. */
  readonly weightOf: (term: string) => number;
  /** The share of a term among all terms of all articles, about. */
  readonly shareOf: (term: string) => number;
}

/** Longer queries are cut: nobody types them, programs do. */
export const longestQuery = { characters: 400, words: 32 } as const;

/** What a word says that no article knows, compared with the rarest that some article does. */
const little = 0.5;

interface Reading {
  readonly token: Token;
  readonly terms: Slot['terms'];
  /** The word to show in place of the typed one. */
  readonly mended?: string | undefined;
}

/** Reads what was typed. `verbatim` leaves the spelling alone. */
export function readQuery(text: string, knowledge: QueryKnowledge, { verbatim = false } = {}): SearchQuery {
  const { terms, language, docsOf, weightOf } = knowledge;
  const cut = text.slice(0, longestQuery.characters);
  const all = terms.read(cut).slice(0, longestQuery.words);
  const negation = terms.termOf(language.negation);
  const fillersOnly = all.every(({ filler }) => filler);
  const open = /[\p{L}\p{N}\p{M}]$/u.test(cut) ? all.length - 1 : -1;
  const readings = all.map((token, at): Reading => {
    return token.filler && !fillersOnly
      ? { token, terms: [] }
      : readWord(token, { ...knowledge, last: at === open, verbatim });
  });
  const mended = mendedText(cut, readings);
  const meant = mended === undefined ? all : terms.read(mended);
  const read = readings.map(({ token: { word, filler }, terms: own }, at) => {
    const meanings = meaningsAt(meant, at).filter((id) => docsOf(id) > 0);
    const unknown = own.length + meanings.length === 0;
    const weight = weightOf(own[0]?.[0] ?? meanings[0] ?? '') * (unknown ? little : 1);
    return { filler, word, terms: own, meanings, weight, denied: isDenied(all, at, negation), unknown };
  });
  const slots = read.filter(({ filler }) => !filler || fillersOnly);
  return {
    slots,
    row: rowOf(meant),
    phrases: [...cut.matchAll(/["“„«]([^"“”„«»]+)["”“»]/g)]
      .map(([, phrase = '']) => wordsIn(phrase).map(terms.termOf).join(' '))
      .filter((row) => row !== ''),
    mended,
    unknown: [...new Set(slots.filter(({ unknown }) => unknown).map(({ word }) => word))],
    asks: askedBy(all, language),
  };
}

/** The meanings of all phrases that a word has a part in. */
function meaningsAt(all: readonly Token[], at: number): readonly string[] {
  const found = all
    .slice(0, at + 1)
    .flatMap(({ meanings }, from) => meanings.filter(({ words }) => from + words > at).map(({ id }) => id));
  return [...new Set(found)];
}

/** Where and how a word is read. */
interface Context extends QueryKnowledge {
  readonly verbatim: boolean;
  /** The reader may not have finished it. */
  readonly last: boolean;
}

/** The first of these ways to understand a word that leads to words of the articles: as written, as a beginning, mended, taken apart. */
function readWord(token: Token, { last, verbatim, vocabulary, terms, docsOf, language }: Context): Reading {
  const { word, term, also } = token;
  const known = (words: readonly string[], trust: number): Slot['terms'] =>
    [...new Set(words)].filter((each) => docsOf(each) > 0).map((each) => [each, trust]);
  const begun = last ? vocabulary.completions(word).filter((each) => each.word !== word) : [];
  const likelier = (begun[0]?.docs ?? 0) > (vocabulary.has(word) ? 4 * docsOf(term) : 0);
  const completed = begun.map(
    (each, rank) => [terms.termOf(each.word), likelier ? 0.95 - 0.03 * rank : 0.3] as const,
  );
  const written = known([term, ...also], likelier ? 0.9 : 1);
  if (written.length > 0 || terms.words.has(word))
    return { token, terms: distinct(likelier ? [...completed, ...written] : [...written, ...completed]) };
  if (completed.length > 0) return { token, terms: distinct(completed) };
  const [best] = verbatim ? [] : vocabulary.corrections(word);
  if (!best || best.cost >= 1) {
    const parts = compounding.test(language.language) ? vocabulary.compounds(word) : [];
    const slips =
      last && !best && !verbatim ? vocabulary.completions(word, true).map((each) => each.word) : [];
    const apart = known([...parts, ...slips].map(terms.termOf), 0.9);
    if (apart.length > 0 || !best) return { token, terms: apart };
  }
  return { token, terms: [[terms.termOf(best.word), 0.95]], mended: best.word };
}

/** Languages that write compounds as one word. */
const compounding = /^(?:de|nl|da|sv|nb|nn|no|fi|hu|is)\b/i;

function distinct(terms: Slot['terms']): Slot['terms'] {
  return terms.filter(([term], index) => terms.findIndex(([other]) => other === term) === index);
}

function mendedText(text: string, read: readonly Reading[]): string | undefined {
  let mended = '';
  let from = 0;
  for (const { mended: word, token } of read) {
    if (word === undefined) continue;
    mended += text.slice(from, token.start) + word;
    from = token.end;
  }
  return from === 0 ? undefined : mended + text.slice(from);
}

function askedBy(all: readonly Token[], { askHow, askWhy }: SearchLanguage): SearchQuery['asks'] {
  const typed = `${all.map(({ word }) => word).join(' ')} `;
  // What begins a question can end it as well: “MMS meaning”.
  const begins = (starts: readonly string[]): boolean =>
    starts.some((start) => typed.startsWith(`${start} `) || typed.endsWith(` ${start} `));
  return begins(askHow) ? 'how' : begins(askWhy) ? 'why' : undefined;
}
