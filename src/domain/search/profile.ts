import { once } from '../values/on-demand.ts';
import type { SearchArticle } from './index.ts';
import type { Terms, Token } from './language.ts';

/** How much a word says of an article, by the field it stands in: a title outweighs a summary, and both the running text. */
const fieldWeights = {
  title: 3,
  says: 2,
  alias: 1.5,
  summary: 1,
  heading: 0.4,
  step: 0.3,
  fact: 0.3,
  body: 0.25,
} as const;

/** The field of an article that a text stands in. */
export type Field = keyof typeof fieldWeights;

/** True for texts that name an article. */
export function isName(field: Field): boolean {
  return fieldWeights[field] > 1;
}

/** A text of an article that is compared with the query as a whole. */
export interface Passage {
  readonly kind: Field;
  readonly text: string;
  /** Number of the place it stands at; -1 for none. */
  readonly place: number;
  /** Its different terms in order, stop words left out. */
  readonly terms: readonly string[];
  /** Terms, parts and meanings. */
  readonly all: ReadonlySet<string>;
  /** Terms close behind a "not". */
  readonly denied: ReadonlySet<string>;
  /** All terms with spaces around, to find what was put in quotation marks. */
  readonly row: string;
}

/** An article, taken apart for comparing. */
export interface Profile {
  readonly article: SearchArticle;
  readonly passages: readonly Passage[];
  readonly words: ReadonlySet<string>;
  /** Term → how often it is said, weighed by where. */
  readonly counts: ReadonlyMap<string, number>;
  /** All counts together. */
  readonly length: number;
  /** Term → the numbers of the passages that hold it. */
  readonly saying: () => ReadonlyMap<string, readonly number[]>;
}

/** Takes an article apart. */
export function profileOf(article: SearchArticle, { read, deniedIn }: Terms): Profile {
  const words = new Set<string>();
  const counts = new Map<string, number>();
  const passage = (kind: Field, text: string, place = -1): Passage => {
    const tokens = read(text);
    const content = tokens.filter(({ isStopWord }) => !isStopWord);
    const terms = [...new Set(content.map(({ term }) => term))];
    const all = new Set([...terms, ...tokens.flatMap(({ also, meanings }) => [...also, ...meanings])]);
    for (const { word } of content) words.add(word);
    for (const term of all) counts.set(term, (counts.get(term) ?? 0) + fieldWeights[kind]);
    return { kind, text, place, terms, all, denied: deniedIn(tokens), row: rowOf(tokens) };
  };
  const sentences = (kind: Field, text: string, place = -1): readonly Passage[] =>
    sentencesIn(text).map((sentence) => passage(kind, sentence, place));
  const { title, short, says, aliases, summary, places, facts, body } = article;
  const passages = [
    ...[title, ...(short ? [short] : [])].map((text) => passage('title', text)),
    ...says.map((text) => passage('says', text)),
    ...aliases.map((text) => passage('alias', text)),
    ...sentences('summary', summary),
    ...places.map(({ text, step }, place) => passage(step === undefined ? 'heading' : 'step', text, place)),
    ...facts.map((text) => passage('fact', text)),
    ...body.flatMap(([place, text]) => sentences('body', text, place)),
  ];
  const length = sumOf(counts.values(), (count) => count);
  return { article, passages, words, counts, length, saying: once(() => bySaid(passages)) };
}

function bySaid(passages: readonly Passage[]): ReturnType<Profile['saying']> {
  const saying = new Map<string, number[]>();
  for (const [at, { all }] of passages.entries())
    for (const term of all) {
      const numbers = saying.get(term);
      if (numbers) numbers.push(at);
      else saying.set(term, [at]);
    }
  return saying;
}

/** The sum of what each thing is worth. */
export function sumOf<T>(things: Iterable<T>, worthOf: (thing: T) => number): number {
  let sum = 0;
  for (const thing of things) sum += worthOf(thing);
  return sum;
}

/** The terms of a text in order, with spaces around. */
export function rowOf(tokens: readonly Token[]): string {
  return ` ${tokens.map(({ term }) => term).join(' ')} `;
}

/** The sentences of a text; a full stop inside a word or number ends none. */
export function sentencesIn(text: string): readonly string[] {
  return (text.match(/(?:[^.!?。！？]|[.!?](?=[^\s]))+[.!?。！？]*/gu) ?? [text])
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');
}
