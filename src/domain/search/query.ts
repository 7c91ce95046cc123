import type { SearchLanguage, Terms, Token } from './language.ts';
import { isDenied } from './passages.ts';
import { partsOf, wordsIn } from './text.ts';
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
  /** The query with its spelling mended; undefined when nothing was mended. */
  readonly mended: string | undefined;
  /** Words that are in no article, even mended. */
  readonly unknown: readonly string[];
  readonly asks: 'how' | 'why' | 'report' | undefined;
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
  /** First terms of fix titles: a query that begins with one asks for a fix. */
  readonly orders: ReadonlySet<string>;
}

/** Longer queries are cut: nobody types them, programs do. */
export const longestQuery = { characters: 400, words: 32 } as const;

/** A number or a very short word that no article knows says little. */
const slight = 0.3;

interface Reading {
  readonly terms: Slot['terms'];
  /** The word to show in place of the typed one. */
  readonly mended?: string;
}

/** Reads what was typed. `verbatim` leaves the spelling alone. */
export function readQuery(text: string, knowledge: QueryKnowledge, { verbatim = false } = {}): SearchQuery {
  const { terms, language, weightOf } = knowledge;
  const cut = text.slice(0, longestQuery.characters);
  const all = terms.read(cut).slice(0, longestQuery.words);
  const negation = terms.termOf(language.negation);
  const fillersOnly = all.every(({ filler }) => filler);
  const last = /[\p{L}\p{N}\p{M}]$/u.test(cut) ? all.length - 1 : -1;
  const read = all.map((token, at): Slot & Reading & { readonly token: Token } => {
    const reading =
      token.filler && !fillersOnly
        ? { terms: [] }
        : readWord(token, all[at - 1], all[at + 1], { ...knowledge, verbatim, last: at === last, text: cut });
    const meanings = meaningsAt(all, at).filter((id) => knowledge.docsOf(id) > 0);
    const [likely, sure] = reading.terms[0] ?? [meanings[0] ?? '', 1];
    return {
      ...reading,
      token,
      word: token.word,
      meanings,
      weight:
        weightOf(likely) *
        sure *
        (reading.terms.length + meanings.length === 0 && !/\p{L}{3}/u.test(token.word) ? slight : 1),
      denied: isDenied(all, at, negation),
    };
  });
  const slots = read.filter(({ token }) => !token.filler || fillersOnly);
  return {
    slots,
    phrases: [...cut.matchAll(/["“„«]([^"“”„«»]+)["”“»]/g)]
      .map(([, phrase = '']) => wordsIn(phrase).map(terms.termOf).join(' '))
      .filter((row) => row !== ''),
    mended: mendedText(cut, slots),
    unknown: [...new Set(slots.filter(isUnknown).map(({ word }) => word))],
    asks: askedBy(all, slots, knowledge),
  };
}

/** The meanings of all phrases that a word has a part in. */
function meaningsAt(all: readonly Token[], at: number): readonly string[] {
  const found = all
    .slice(0, at + 1)
    .flatMap(({ meanings }, from) => meanings.filter(({ words }) => from + words > at).map(({ id }) => id));
  return [...new Set(found)];
}

/** True for a word that no article knows. */
export function isUnknown({ terms, meanings }: Slot): boolean {
  return terms.length === 0 && meanings.length === 0;
}

function readWord(
  { word, term, start, end, also }: Token,
  before: Token | undefined,
  next: Token | undefined,
  {
    vocabulary,
    terms,
    docsOf,
    verbatim,
    last,
    text,
  }: QueryKnowledge & { readonly verbatim: boolean; readonly last: boolean; readonly text: string },
): Reading {
  const knows = (each: string): boolean => docsOf(each) > 0;
  const codes = also.filter(knows).map((each) => [each, 1] as const);
  const half = !vocabulary.has(word);
  const completed =
    last || (half && word.length > 4)
      ? vocabulary
          .completions(word)
          .filter((known) => known.word !== word)
          .map((known, rank) => [terms.termOf(known.word), half ? 0.85 - 0.05 * rank : 0.3] as const)
      : [];
  const synonym = terms.words.has(word);
  if (knows(term))
    return {
      terms: distinct([
        ...(half && last ? [] : [[term, 1] as const]),
        ...codes,
        ...completed,
        ...(half && last ? [[term, 0.7] as const] : []),
      ]),
    };
  if (codes.length > 0) return { terms: codes };
  if (synonym) return { terms: distinct(completed) };
  const joined = joinsOf(word, before, next).filter((each) => vocabulary.has(each));
  if (joined.length > 0) return { terms: joined.map((each) => [terms.termOf(each), 1] as const) };
  if (completed.length > 0) return { terms: distinct(completed) };
  const corrections = verbatim ? [] : vocabulary.corrections(word);
  const [best] = corrections;
  const parts =
    best && best.cost < 1
      ? []
      : [
          ...partsOf(text.slice(start, end)),
          ...(vocabulary.pairOf(word) ?? []),
          ...(/^(\p{L}+)(\d+)$/u.exec(word)?.slice(1) ?? []),
        ]
          .map(terms.termOf)
          .filter(knows);
  if (parts.length > 0) return { terms: parts.map((each) => [each, 0.9] as const) };
  if (!best) return { terms: [] };
  const near = corrections.filter(({ cost }) => cost <= best.cost + 0.5);
  return {
    terms: distinct(
      near.map((known) => [terms.termOf(known.word), known.likeness - 0.3 * (known.cost - best.cost)]),
    ),
    mended: best.word,
  };
}

/** "wi fi" for a known "wifi": the word joined to its neighbours. */
function joinsOf(word: string, before: Token | undefined, next: Token | undefined): readonly string[] {
  return [
    ...(before && !before.filler ? [before.word + word] : []),
    ...(next && !next.filler ? [word + next.word] : []),
  ].filter(({ length }) => length > 3);
}

function distinct(terms: Slot['terms']): Slot['terms'] {
  return terms.filter(([term], index) => terms.findIndex(([other]) => other === term) === index);
}

function mendedText(
  text: string,
  read: readonly (Reading & { readonly token: Token })[],
): string | undefined {
  let mended = '';
  let from = 0;
  for (const {
    mended: word,
    token: { start, end },
  } of read) {
    if (word === undefined) continue;
    mended += text.slice(from, start) + word;
    from = end;
  }
  return from === 0 ? undefined : mended + text.slice(from);
}

function askedBy(
  all: readonly Token[],
  slots: readonly Slot[],
  { language: { askHow, askWhy, reports }, orders }: QueryKnowledge,
): SearchQuery['asks'] {
  const words = all.map(({ word }) => word);
  const begins = (starts: readonly string[]): boolean =>
    starts.some((start) => `${words.join(' ')} `.startsWith(`${start} `));
  if (begins(askHow)) return 'how';
  if (begins(askWhy)) return 'why';
  if (words[0] === slots[0]?.word && slots[0]?.terms.some(([term]) => orders.has(term))) return 'how';
  return words.some((word) => reports.includes(word)) ? 'report' : undefined;
}
