import type { SearchArticle } from './index.ts';
import type { SearchLanguage, Terms, Token } from './language.ts';
import { rowOf, type Passage } from './profile.ts';
import { wordsIn } from './text.ts';
import type { Vocabulary } from './vocabulary.ts';

/** One word of the query that matters, with everything it may stand for. */
export interface Slot {
  readonly word: string;
  /** Terms and meanings with the trust in them, 0–1: 1 for the word as typed, less for a guess. */
  readonly terms: readonly (readonly [term: string, trust: number])[];
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
  /** Set where a meaning is asked for. */
  readonly asksMeaning: boolean;
}

/** What a query is read with, and what its words tell. */
export interface QueryKnowledge {
  readonly language: SearchLanguage;
  readonly terms: Terms;
  readonly vocabulary: Vocabulary;
  /** Articles that hold a term or a meaning. */
  readonly docsOf: (term: string) => number;
  /** How much a term tells: the rarer, the more. */
  readonly weightOf: (term: string) => number;
  /** How much all terms of a text tell. */
  readonly tellsOf: (passage: Passage) => number;
  /** The share of a term among all terms of all articles, about. */
  readonly shareOf: (term: string) => number;
  /** How much a term says that a query is about this knowledge base: 0 for most, up to about 4. */
  readonly topicOf: (term: string) => number;
  /** Terms that led readers to an article, each with how much that says. */
  readonly askedOf: (article: SearchArticle) => ReadonlyMap<string, number>;
  /** How many words of a query, as a row of terms, name something which this knowledge base is not about. */
  readonly elsewhereIn: (row: string) => number;
}

/** Longer queries are cut: nobody types them, programs do. */
export const longestQuery = { characters: 400, words: 32 } as const;
/** What a word says that no article knows, compared with the rarest that some article does. */
const little = 0.5;
/** Trust in what a word may stand for. */
const trust = { mended: 0.95, part: 0.9, meaning: 0.8, unlikely: 0.3 };

/** Reads what was typed. `verbatim` leaves the spelling alone; while somebody is `typing`, the last word may begin a known one but for its last letters. */
export function readQuery(
  text: string,
  knowledge: QueryKnowledge,
  { verbatim = false, typing = false } = {},
): SearchQuery {
  const { terms, language, docsOf, weightOf } = knowledge;
  const cut = text.slice(0, longestQuery.characters);
  const tokens = terms.read(cut).slice(0, longestQuery.words);
  const stopWordsOnly = tokens.every(({ isStopWord }) => isStopWord);
  const open = /[\p{L}\p{N}\p{M}]$/u.test(cut) ? tokens.length - 1 : -1;
  const readings = tokens.map((token, at) =>
    token.isStopWord && !stopWordsOnly
      ? undefined
      : readWord(token, at === open, { verbatim, typing }, knowledge),
  );
  const mended = readings.reduceRight((all, reading, at) => {
    const { start, end } = tokens[at]!;
    return reading?.mended === undefined ? all : all.slice(0, start) + reading.mended + all.slice(end);
  }, cut);
  const meant = terms.read(mended);
  const denied = terms.deniedIn(tokens);
  const slots = tokens.flatMap(({ word, term }, at) => {
    const reading = readings[at];
    if (!reading) return [];
    const meanings = (meant[at]?.meanings ?? []).map((id) => [id, trust.meaning] as const);
    const known = [...reading.terms, ...meanings].filter(([each]) => docsOf(each) > 0);
    const weight = weightOf(known[0]?.[0] ?? term) * (known.length === 0 ? little : 1);
    // The running text of a large knowledge base may hold what its index does not.
    return { word, terms: [[term, 1] as const, ...known], weight, denied: denied.has(term), known };
  });
  // What begins a question can end it as well: “MMS meaning”.
  const typed = `${tokens.map(({ word }) => word).join(' ')} `;
  return {
    slots,
    row: rowOf(meant),
    phrases: [...cut.matchAll(/["“„«]([^"“”„«»]+)["”“»]/g)]
      .map(([, phrase]) => wordsIn(phrase!).map(terms.termOf).join(' '))
      .filter((row) => row !== ''),
    mended: mended === cut ? undefined : mended,
    unknown: [...new Set(slots.filter(({ known }) => known.length === 0).map(({ word }) => word))],
    asksMeaning: language.askMeaning.some(
      (start) => typed.startsWith(`${start} `) || typed.endsWith(` ${start} `),
    ),
  };
}

/** Every term that the query can stand for, with the trust in it. */
export function termsOf({ slots }: SearchQuery): ReadonlyMap<string, number> {
  // Of several, the surest comes last and stays.
  return new Map(slots.flatMap(({ terms }) => terms).sort(([, a], [, b]) => a - b));
}

interface Reading {
  readonly terms: Slot['terms'];
  /** The word to show in place of the typed one. */
  readonly mended?: string | undefined;
}

/** The first of these ways to understand a word that leads to words of the articles: as written, as a beginning, taken apart, mended. */
function readWord(
  { word, term, also, isStopWord }: Token,
  last: boolean,
  { verbatim, typing }: { readonly verbatim: boolean; readonly typing: boolean },
  { vocabulary, terms, docsOf, language }: QueryKnowledge,
): Reading {
  const begun = last ? vocabulary.completions(word).filter((each) => each !== word) : [];
  const written = [term, ...also];
  const isKnown = written.some((each) => docsOf(each) > 0) || terms.words.has(word);
  const asTerms = (words: readonly string[], sure: number): Slot['terms'] =>
    words.map((each, rank) => [terms.termOf(each), sure - 0.03 * rank]);
  // What is much more frequent than the word as it stands is rather what somebody is typing.
  const [likeliest] = begun;
  const isHalf = likeliest !== undefined && docsOf(terms.termOf(likeliest)) > 4 * docsOf(term);
  const completed = asTerms(begun, isHalf ? trust.mended : trust.unlikely);
  const asTyped = written.map((each) => [each, 1] as const);
  if (isKnown || begun.length > 0)
    return { terms: isHalf ? [...completed, ...asTyped] : [...asTyped, ...completed] };
  const parts = compounding.test(language.language) ? vocabulary.compounds(word) : [];
  const [best] = parts.length > 0 || verbatim || isStopWord ? [] : vocabulary.corrections(word);
  if (best !== undefined) return { terms: asTerms([best], trust.mended), mended: best };
  const guessed = typing && last && parts.length === 0 ? vocabulary.completions(word, 3) : parts;
  return { terms: asTerms(guessed, trust.part) };
}

/** Languages that write compounds as one word. */
const compounding = /^(?:de|nl|da|sv|nb|nn|no|fi|hu|is)\b/i;
