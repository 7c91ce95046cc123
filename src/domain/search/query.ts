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
  /** All its terms with spaces around, as in `Passage`. */
  readonly row: string;
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

/** A number or a letter that no article knows says little. */
const slight = 0.3;

interface Reading {
  readonly terms: Slot['terms'];
  /** 0–1: how likely it is that one of them is meant. */
  readonly sure?: number;
  /** The word to show in place of the typed one. */
  readonly mended?: string;
}

/** Reads what was typed. `verbatim` leaves the spelling alone. */
export function readQuery(text: string, knowledge: QueryKnowledge, { verbatim = false } = {}): SearchQuery {
  const { terms, language, docsOf, weightOf } = knowledge;
  const cut = text.slice(0, longestQuery.characters);
  const all = terms.read(cut).slice(0, longestQuery.words);
  const negation = terms.termOf(language.negation);
  const fillersOnly = all.every(({ filler }) => filler);
  const last = /[\p{L}\p{N}\p{M}]$/u.test(cut) ? all.length - 1 : -1;
  const readings = all.map((token, at) => ({
    token,
    ...(token.filler && !fillersOnly
      ? { terms: [] }
      : readWord(token, {
          ...knowledge,
          raw: cut.slice(token.start, token.end),
          before: all[at - 1],
          next: all[at + 1],
          verbatim,
          last: at === last,
        })),
  }));
  const mended = mendedText(cut, readings);
  const meant = mended === undefined ? all : terms.read(mended);
  const read = readings.map((reading, at): Slot & Reading & { readonly token: Token } => {
    const { word } = reading.token;
    const meanings = meaningsAt(meant, at).filter((id) => docsOf(id) > 0);
    const known = reading.terms.filter(([term]) => docsOf(term) > 0);
    const [likely = meanings[0] ?? ''] = known[0] ?? [];
    const tells = known.length + meanings.length > 0 || /\p{L}{2}/u.test(word) ? (reading.sure ?? 1) : slight;
    return {
      ...reading,
      terms: known,
      word,
      meanings,
      weight: weightOf(likely) * tells,
      denied: isDenied(all, at, negation),
    };
  });
  const slots = read.filter(({ token }) => !token.filler || fillersOnly);
  return {
    slots,
    phrases: [...cut.matchAll(/["“„«]([^"“”„«»]+)["”“»]/g)]
      .map(([, phrase = '']) => wordsIn(phrase).map(terms.termOf).join(' '))
      .filter((row) => row !== ''),
    row: ` ${all.map(({ term }) => term).join(' ')} `,
    mended,
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

/** Where and how a word is read. */
interface Context extends QueryKnowledge {
  readonly raw: string;
  readonly before: Token | undefined;
  readonly next: Token | undefined;
  readonly verbatim: boolean;
  /** The reader may not have finished it. */
  readonly last: boolean;
}

/** The first of these ways to understand a word that leads to words of the articles. */
function readWord({ word, term, also }: Token, context: Context): Reading {
  const { vocabulary, terms, docsOf, language, verbatim, last } = context;
  const sure = (words: readonly string[], trust: number): Slot['terms'] =>
    words.map((each) => [terms.termOf(each), trust] as const).filter(([each]) => docsOf(each) > 0);
  const half = !vocabulary.has(word);
  const begun = last || (half && word.length > 4) ? vocabulary.completions(word) : [];
  // A slip in a word that may be unfinished is mended only where nothing else is left.
  const exact = begun.filter((known) => known.word.startsWith(word));
  const completions =
    exact.length > 0 || !last ? exact : vocabulary.corrections(word).length > 0 ? [] : begun;
  const completed = completions
    .filter((known) => known.word !== word)
    .map((known, rank) => [terms.termOf(known.word), half ? 0.85 - 0.05 * rank : 0.3] as const);
  if (docsOf(term) > 0 && half && last) return { terms: distinct([...completed, [term, 0.7]]) };
  const written = [...(docsOf(term) > 0 ? [[term, 1] as const] : []), ...sure(also, 1)];
  if (written.length > 0 || terms.words.has(word)) return { terms: distinct([...written, ...completed]) };
  const joined = sure(joinsOf(word, context).filter(vocabulary.has), 1);
  if (joined.length > 0 || completed.length > 0) return { terms: distinct([...joined, ...completed]) };
  const corrections = verbatim ? [] : vocabulary.corrections(word);
  const [best] = corrections;
  if (!best || best.cost >= 1) {
    const parts = [
      ...partsOf(context.raw),
      ...(vocabulary.pairOf(word) ?? []),
      ...(/^(\p{L}+)(\d+)$/u.exec(word)?.slice(1) ?? []),
      ...(compounding.test(language.language) ? vocabulary.compounds(word) : []),
    ];
    if (sure(parts, 1).length > 0 || !best) return { terms: distinct(sure(parts, 0.9)) };
  }
  const near = corrections.filter(({ cost }) => cost <= best.cost + 0.5);
  return {
    terms: distinct(
      near.map((known) => [
        terms.termOf(known.word),
        (known.likeness / best.likeness) * (0.95 - 0.3 * (known.cost - best.cost)),
      ]),
    ),
    sure: best.likeness,
    mended: best.word,
  };
}

/** Languages that write compounds as one word. */
const compounding = /^(?:de|nl|da|sv|nb|nn|no|fi|hu|is)\b/i;

/** "wi fi" for a known "wifi": the word joined to its neighbours. */
function joinsOf(word: string, { before, next }: Context): readonly string[] {
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
