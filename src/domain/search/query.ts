import type { Terms } from './language.ts';
import { hyphenPartsIn, textWordsIn, wordsIn } from './text.ts';
import type { Vocabulary } from './vocabulary.ts';

/** One way to read a word of the query; weight 1 is the word as typed, less is a guess or a synonym. */
export interface Alternative {
  readonly term: string;
  readonly weight: number;
  /** The form of the word that was typed, when the reader typed this word. */
  readonly word?: string | undefined;
}

/** One word of the query that has to be found, with all its readings; no alternatives: the word is in no article. */
export interface Slot {
  readonly word: string;
  readonly alternatives: readonly Alternative[];
}

/** The query in one wording; the first wording of a query is the reader's own (weight 1), the others put synonyms in. */
export interface Wording {
  readonly weight: number;
  readonly slots: readonly Slot[];
  /** True for what follows "it says": it is compared with texts on the screen only. */
  readonly quoted?: boolean | undefined;
}

/** A query, understood. */
export interface SearchQuery {
  readonly wordings: readonly Wording[];
  /** The query with its spelling mended; undefined when nothing was mended. */
  readonly mended: string | undefined;
  /** Words that are in no article, even mended. */
  readonly unknown: readonly string[];
  /** False when half of the query or more is in no article: then any answer would be a guess. */
  readonly answerable: boolean;
  readonly asks: 'how' | 'why' | 'report' | undefined;
}

export interface QueryKnowledge {
  readonly vocabulary: Vocabulary;
  readonly terms: Terms;
  readonly synonyms: SynonymTable;
  /** Terms that begin the titles of fixes. */
  readonly orders: ReadonlySet<string>;
  readonly askHow: readonly string[];
  readonly askWhy: readonly string[];
  readonly reports: ReadonlySet<string>;
  readonly quotes: ReadonlySet<string>;
  readonly negation: string;
}

/** First term of a phrase → the phrases that begin so, each with the others of its group; longest first. */
export type SynonymTable = ReadonlyMap<string, readonly SynonymPhrase[]>;

interface SynonymPhrase {
  readonly phrase: readonly string[];
  readonly others: readonly (readonly string[])[];
  /** Set for a single word that is an inflected form ("Sending"): only that form means the same, not "sent". */
  readonly form?: string | undefined;
}

/** Longer queries are cut: nobody types them, programs do. */
export const longestQuery = { characters: 400, words: 24 } as const;

interface Token {
  readonly word: string;
  readonly start: number;
  readonly end: number;
  readonly alternatives: readonly Alternative[];
  /** The word to show when the typed one was mended. */
  readonly mended?: string | undefined;
  /** False for a word that is in no article and in no synonym, even mended. */
  readonly known: boolean;
}

/** Reads what was typed. `verbatim` leaves the spelling alone. */
export function readQuery(text: string, knowledge: QueryKnowledge, { verbatim = false } = {}): SearchQuery {
  const cut = text.slice(0, longestQuery.characters);
  const all = tokensOf(cut, knowledge, verbatim).slice(0, longestQuery.words);
  const content = all.filter(({ word }) => !knowledge.terms.isFiller(word));
  const tokens = content.length > 0 ? content : all;
  const spans = synonymSpans(all, knowledge);
  const wordings = wordingsOf(tokens, all, spans, knowledge);
  const unknown = tokens.filter(
    (token) => !token.known && !spans.some(({ from, to }) => all.slice(from, to).includes(token)),
  );
  return {
    wordings,
    mended: mendedText(cut, tokens),
    unknown: [...new Set(unknown.map(({ word }) => word))],
    answerable: unknown.length < tokens.length / 2,
    asks: askedBy(cut, tokens, wordings, knowledge),
  };
}

function tokensOf(text: string, knowledge: QueryKnowledge, verbatim: boolean): readonly Token[] {
  const { vocabulary, terms } = knowledge;
  const knows = (word: string): boolean => vocabulary.docsOf(terms.termOf(word)) > 0;
  const parts = textWordsIn(text).flatMap(({ word, start, end }) => {
    if (knows(word) || terms.isFiller(word)) return [{ word, start, end }];
    const pieces = hyphenPartsIn(text.slice(start, end));
    return pieces.length > 0
      ? pieces.map((piece) => ({ word: piece, start, end }))
      : splitWord(word, knows, vocabulary).map((piece) => ({ word: piece, start, end }));
  });
  const typing = /[\p{L}\p{N}]$/u.test(text);
  const tokens: Token[] = [];
  for (let i = 0; i < parts.length; i++) {
    const part = parts[i];
    const next = parts[i + 1];
    if (!part) break;
    const joined = next && part.word + next.word;
    if (
      next &&
      joined &&
      joined.length > 3 &&
      knows(joined) &&
      !(knows(part.word) && knows(next.word) && part.word.length > 2 && next.word.length > 2)
    ) {
      tokens.push({
        word: joined,
        start: part.start,
        end: next.end,
        alternatives: [{ term: terms.termOf(joined), weight: 1, word: joined }],
        known: true,
      });
      i += 1;
      continue;
    }
    tokens.push({
      ...part,
      ...readWord(part.word, { ...knowledge, verbatim, last: typing && i === parts.length - 1 }),
    });
  }
  return tokens;
}

/** "facetime" typed as one word where the articles write two, or "ios26": two known parts, unless one known word is nearer. */
function splitWord(
  word: string,
  knows: (word: string) => boolean,
  vocabulary: Vocabulary,
): readonly string[] {
  const shortest = vocabulary.corrections(word).length > 0 ? 4 : 3;
  for (let at = word.length - 1; at > 0; at--) {
    const [a, b] = [word.slice(0, at), word.slice(at)];
    const numeric = /\D\d|\d\D/.test(word.slice(at - 1, at + 1));
    if ((numeric || (a.length >= shortest && b.length >= shortest)) && knows(a) && knows(b)) return [a, b];
  }
  return [word];
}

function readWord(
  word: string,
  {
    vocabulary,
    terms,
    synonyms,
    verbatim,
    last,
  }: QueryKnowledge & { readonly verbatim: boolean; readonly last: boolean },
): Pick<Token, 'alternatives' | 'mended' | 'known'> {
  const term = terms.termOf(word);
  const own = { term, weight: 1, word };
  if (vocabulary.docsOf(term) > 0)
    return {
      alternatives: distinct([own, ...(verbatim ? [] : likelierWords(word, vocabulary, terms))]),
      known: true,
    };
  if (synonyms.get(term)?.some(({ phrase }) => phrase.length === 1)) return { alternatives: [], known: true };
  if (terms.isFiller(word)) return { alternatives: [], known: false };
  const completions = word.length > 2 ? vocabulary.completions(word) : [];
  if (completions.length > 0 && (last || word.length > 4)) {
    return {
      alternatives: distinct(
        completions.map((known, rank) => ({ term: terms.termOf(known.word), weight: 0.85 - 0.05 * rank })),
      ),
      known: true,
    };
  }
  const corrections = verbatim ? [] : vocabulary.corrections(word);
  const best = corrections[0];
  if (!best) return { alternatives: [], known: false };
  const near = corrections.filter(({ cost }) => cost <= best.cost + 0.5);
  return {
    alternatives: distinct(
      near.map((known) => ({
        term: terms.termOf(known.word),
        weight: known.likeness - 0.3 * (known.cost - best.cost),
      })),
    ),
    mended: best.word,
    known: true,
  };
}

/** A word that is rare and one slip away from a frequent one may be a misspelling that a writer has put among the aliases. */
function likelierWords(word: string, vocabulary: Vocabulary, { termOf }: Terms): readonly Alternative[] {
  const docs = vocabulary.docsOf(termOf(word));
  if (docs > 2 || word.length < 5) return [];
  return vocabulary
    .corrections(word)
    .filter((known) => known.cost < 1 && known.docs >= 4 * docs)
    .slice(0, 1)
    .map((known) => ({ term: termOf(known.word), weight: 0.85 }));
}

function distinct(alternatives: readonly Alternative[]): readonly Alternative[] {
  return alternatives.filter(
    ({ term }, index) => alternatives.findIndex((other) => other.term === term) === index,
  );
}

function mendedText(text: string, tokens: readonly Token[]): string | undefined {
  let mended = '';
  let from = 0;
  for (const { start, end, mended: word } of tokens) {
    if (word === undefined || start < from) continue;
    mended += text.slice(from, start) + word;
    from = end;
  }
  return from === 0 ? undefined : mended + text.slice(from);
}

function askedBy(
  text: string,
  tokens: readonly Token[],
  wordings: readonly Wording[],
  knowledge: QueryKnowledge,
): SearchQuery['asks'] {
  const words = wordsIn(text);
  const { askHow, askWhy, reports } = knowledge;
  const begins = (starts: readonly string[]): boolean =>
    starts.some((start) => `${words.join(' ')} `.startsWith(`${start} `));
  if (begins(askHow)) return 'how';
  if (begins(askWhy)) return 'why';
  const orders =
    words[0] === tokens[0]?.word &&
    wordings.some(({ slots: [first] }) => first?.alternatives.some(({ term }) => knowledge.orders.has(term)));
  if (orders) return 'how';
  return words.some((word) => reports.has(word)) ? 'report' : undefined;
}

const synonymWeight = 0.8;
const mostWordings = 12;

/** A run of words (`from` ≤ place < `to`) that stands in the synonym table, with one phrase that means the same. */
interface SynonymSpan {
  readonly from: number;
  readonly to: number;
  readonly phrase: readonly string[];
}

/** The longest phrases of the query that have synonyms, from left to right. */
function synonymSpans(
  all: readonly Token[],
  { synonyms, terms, vocabulary }: QueryKnowledge,
): readonly SynonymSpan[] {
  const best = all.map(({ alternatives, word }) => alternatives[0]?.term ?? terms.termOf(word));
  const spans: SynonymSpan[] = [];
  for (let from = 0; from < all.length; from++) {
    const matches = (synonyms.get(best[from] ?? '') ?? []).filter(
      ({ phrase, form }) =>
        phrase.every((term, offset) => best[from + offset] === term) &&
        (form === undefined || form === (all[from]?.mended ?? all[from]?.word)),
    );
    const length = matches[0]?.phrase.length ?? 0;
    const others = matches.filter(({ phrase }) => phrase.length === length).flatMap((match) => match.others);
    spans.push(
      ...others
        .map((phrase) => ({
          from,
          to: from + length,
          phrase: phrase.filter((term) => vocabulary.docsOf(term) > 0),
        }))
        .filter(({ phrase }) => phrase.length > 0),
    );
    if (length > 1) from += length - 1;
  }
  return spans;
}

/** The reader's own wording, then one for each synonym of a phrase in it; a single word for a single word is an alternative in its slot. */
function wordingsOf(
  tokens: readonly Token[],
  all: readonly Token[],
  spans: readonly SynonymSpan[],
  { vocabulary, quotes, negation }: QueryKnowledge,
): readonly Wording[] {
  const isSingle = ({ from, to, phrase }: SynonymSpan): boolean => to - from === 1 && phrase.length === 1;
  const slotOf = (token: Token): Slot => {
    const same = spans
      .filter((span) => isSingle(span) && all[span.from] === token)
      .flatMap(({ phrase }) => phrase.map((term) => ({ term, weight: synonymWeight })));
    return {
      word: token.word,
      alternatives: distinct([
        ...token.alternatives.filter(({ term }) => vocabulary.docsOf(term) > 0),
        ...same,
      ]),
    };
  };
  const slotsOf = (part: readonly Token[]): readonly Slot[] =>
    part.filter((token) => tokens.includes(token)).map(slotOf);
  const others = spans.filter((span) => !isSingle(span)).slice(0, mostWordings - 1);
  const begins =
    all.map(({ word }, index) => index < all.length - 1 && quotes.has(word)).lastIndexOf(true) + 1;
  const quoted = all[begins - 2]?.alternatives[0]?.term === negation ? [] : slotsOf(all.slice(begins));
  return [
    { weight: 1, slots: slotsOf(all) },
    ...(quoted.length > 0 && quoted.length < tokens.length
      ? [{ weight: 1, slots: quoted, quoted: true }]
      : []),
    ...others.map(({ from, to, phrase }) => ({
      weight: synonymWeight,
      slots: [
        ...slotsOf(all.slice(0, from)),
        ...phrase.map((term) => ({ word: term, alternatives: [{ term, weight: 1 }] })),
        ...slotsOf(all.slice(to)),
      ],
    })),
  ];
}

function append<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

function isInflected(word: string, term: string): boolean {
  return word.length > term.length + 1;
}

/** Prepares groups of synonyms (words or phrases) for looking up. */
export function buildSynonyms(groups: readonly (readonly string[])[], { termOf }: Terms): SynonymTable {
  const table = new Map<string, SynonymPhrase[]>();
  for (const group of groups) {
    const phrases = group
      .map(wordsIn)
      .filter((phrase) => phrase.length > 0)
      .map((words) => ({ words, phrase: words.map(termOf) }));
    for (const {
      words: [word, ...more],
      phrase,
    } of phrases) {
      const others = phrases
        .map((other) => other.phrase)
        .filter((other) => other.join(' ') !== phrase.join(' '));
      append(table, phrase[0] ?? '', {
        phrase,
        others,
        form:
          more.length === 0 && word !== undefined && isInflected(word, phrase[0] ?? '') ? word : undefined,
      });
    }
  }
  for (const list of table.values()) list.sort((a, b) => b.phrase.length - a.phrase.length);
  return table;
}
