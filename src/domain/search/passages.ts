import { fieldWeights, names, type Field } from './field-weights.ts';
import type { SearchArticle } from './index.ts';
import type { Terms, Token } from './language.ts';

/** A text of an article that is compared with the query as a whole. */
export interface Passage {
  readonly kind: Field;
  readonly text: string;
  /** Number of the place it stands at; -1 for none. */
  readonly place: number;
  /** Its different terms in order, fillers left out. */
  readonly terms: readonly string[];
  readonly words: ReadonlySet<string>;
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
  /** All that its names say: terms, parts and meanings. */
  readonly named: ReadonlySet<string>;
  /** Term → how often it is said, weighed by where. */
  readonly counts: ReadonlyMap<string, number>;
  /** All counts together. */
  readonly length: number;
}

/** Takes an article apart. `negation` is the term of "not". */
export function profileOf(article: SearchArticle, { read }: Pick<Terms, 'read'>, negation: string): Profile {
  const passage = (kind: Field, text: string, place = -1): Passage => {
    const tokens = read(text);
    const content = tokens.filter(({ filler }) => !filler);
    return {
      kind,
      text,
      place,
      terms: [...new Set(content.map(({ term }) => term))],
      words: new Set(content.map(({ word }) => word)),
      all: new Set([
        ...content.map(({ term }) => term),
        ...tokens.flatMap(({ also, meanings }) => [...also, ...meanings.map(({ id }) => id)]),
      ]),
      denied: new Set(
        tokens.some(({ term }) => term === negation)
          ? tokens.filter((_, at) => isDenied(tokens, at, negation)).map(({ term }) => term)
          : [],
      ),
      row: rowOf(tokens),
    };
  };
  const sentences = (kind: Field, text: string, place = -1): readonly Passage[] =>
    sentencesIn(text).map((sentence) => passage(kind, sentence, place));
  const passages = [
    passage('title', article.title),
    ...(article.short ? [passage('short', article.short)] : []),
    ...article.says.map((text) => passage('says', text)),
    ...article.aliases.map((text) => passage('alias', text)),
    ...sentences('summary', article.summary),
    ...article.places.map(({ text, step }, place) =>
      passage(step === undefined ? 'heading' : 'step', text, place),
    ),
    ...article.facts.map((text) => passage('fact', text)),
    ...article.body.flatMap(([place, text]) => sentences('body', text, place)),
  ];
  const counts = new Map<string, number>();
  for (const { kind, all } of passages)
    for (const term of all) counts.set(term, (counts.get(term) ?? 0) + fieldWeights[kind]);
  const length = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const named = new Set(passages.filter(({ kind }) => names.has(kind)).flatMap(({ all }) => [...all]));
  return { article, passages, named, counts, length };
}

/** The terms of a text in order, with spaces around. */
export function rowOf(tokens: readonly Token[]): string {
  return ` ${tokens.map(({ term }) => term).join(' ')} `;
}

/** True for a word that stands close behind a "not". */
export function isDenied(
  tokens: readonly { readonly term: string }[],
  at: number,
  negation: string,
): boolean {
  return tokens.slice(Math.max(0, at - 3), at).some(({ term }) => term === negation);
}

/** The sentences of a text; a full stop inside a word or number ends none. */
export function sentencesIn(text: string): readonly string[] {
  return (text.match(/(?:[^.!?。！？]|[.!?](?=[^\s]))+[.!?。！？]*/gu) ?? [text])
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');
}
