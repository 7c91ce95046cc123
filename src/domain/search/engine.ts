import MiniSearch from 'minisearch';
import type { SearchArticle, SearchFile } from './index.ts';
import { termsFor, type Token } from './language.ts';
import type { QueryKnowledge, SearchQuery } from './query.ts';
import { buildVocabulary, type KnownWord } from './vocabulary.ts';

export type PassageKind = 'title' | 'short' | 'says' | 'alias' | 'summary' | 'heading' | 'step' | 'fact' | 'body';

/** A text of an article that is compared with the query as a whole. */
export interface Passage {
  readonly kind: PassageKind;
  readonly text: string;
  /** Number of the place it stands at; -1 for none. */
  readonly place: number;
  /** Its terms in order, fillers left out. */
  readonly terms: readonly string[];
  readonly words: ReadonlySet<string>;
  /** Terms, parts and meanings. */
  readonly all: ReadonlySet<string>;
  /** Terms that stand behind a "not". */
  readonly denied: ReadonlySet<string>;
  /** The terms with fillers, to find quoted phrases. */
  readonly row: string;
}

/** The index, ready for questions. */
export interface Engine extends QueryKnowledge {
  readonly articles: readonly SearchArticle[];
  readonly passages: readonly (readonly Passage[])[];
  readonly mini: MiniSearch;
}

export const fieldOf = { title: 'title', short: 'title', says: 'says', alias: 'alias', summary: 'summary', heading: 'place', step: 'place', fact: 'fact', body: 'body' } as const;
const fields = [...new Set(Object.values(fieldOf))];

/** Builds the index in slices: between them, `pause` lets the page breathe. */
export async function openEngine(
  { language, synonyms, articles, right }: Pick<SearchFile, 'language' | 'synonyms' | 'articles' | 'right'>,
  pause: () => Promise<void> = () => Promise.resolve(),
): Promise<Engine> {
  const terms = termsFor(language, synonyms);
  const negation = terms.termOf(language.negation);
  const mini = new MiniSearch({
    fields,
    tokenize: (text) => text.split(' '),
    processTerm: (term) => term,
  });
  const docs = new Map<string, number>();
  const words = new Map<string, { word: string; docs: number; telling: boolean }>();
  const passages: Passage[][] = [];
  const orders = new Set<string>();
  for (const [id, article] of articles.entries()) {
    const own = passagesOf(article, terms.read, negation);
    passages.push(own);
    const texts: Record<string, string> = {};
    const met = new Map<string, boolean>();
    for (const { kind, all, terms: row, words: said } of own) {
      const field = fieldOf[kind];
      texts[field] = `${texts[field] ?? ''} ${[...row, ...all].join(' ')}`;
      for (const word of said) met.set(word, met.get(word) === true || kind !== 'body');
    }
    mini.add({ id, ...Object.fromEntries(Object.entries(texts).map(([field, text]) => [field, text.trim()])) });
    for (const term of new Set(own.flatMap(({ all }) => [...all]))) docs.set(term, (docs.get(term) ?? 0) + 1);
    for (const [word, telling] of met) {
      const known = words.get(word) ?? { word, docs: 0, telling: false };
      words.set(word, { word, docs: known.docs + 1, telling: known.telling || telling });
    }
    if (article.kind === 'fix') for (const term of own[0]?.terms.slice(0, 1) ?? []) orders.add(term);
    if (id % 8 === 7) await pause();
  }
  const docsOf = (term: string): number => docs.get(term) ?? 0;
  for (const word of terms.words) if (!words.has(word) && !terms.isFiller(word)) words.set(word, { word, docs: 0, telling: true });
  return {
    language,
    terms,
    articles,
    passages,
    mini,
    orders,
    docsOf,
    weightOf: (term) => Math.log(1 + (articles.length + 1) / (docsOf(term) + 0.5)),
    vocabulary: buildVocabulary(words.values() as Iterable<KnownWord>, new Set(right.split(' '))),
  };
}

function passagesOf(
  article: SearchArticle,
  read: (text: string) => readonly Token[],
  negation: string,
): Passage[] {
  const passage = (kind: PassageKind, text: string, place = -1): Passage => {
    const tokens = read(text);
    const content = tokens.filter(({ filler }) => !filler);
    return {
      kind,
      text,
      place,
      terms: content.map(({ term }) => term),
      words: new Set(content.map(({ word }) => word)),
      all: new Set(tokens.flatMap(({ term, filler, also, meanings }) => [...(filler ? [] : [term]), ...also, ...meanings.map(({ id }) => id)])),
      denied: new Set(tokens.filter((_, at) => tokens.slice(Math.max(0, at - 3), at).some(({ term }) => term === negation)).map(({ term }) => term)),
      row: ` ${tokens.map(({ term }) => term).join(' ')} `,
    };
  };
  return [
    passage('title', article.title),
    ...(article.short ? [passage('short', article.short)] : []),
    ...article.says.map((text) => passage('says', text)),
    ...article.aliases.map((text) => passage('alias', text)),
    ...sentencesIn(article.summary).map((text) => passage('summary', text)),
    ...article.places.map(({ text, step }, place) => passage(step === undefined ? 'heading' : 'step', text, place)),
    ...article.facts.map((text) => passage('fact', text)),
    ...article.body.flatMap(([place, text]) => sentencesIn(text).map((sentence) => passage('body', sentence, place))),
  ];
}

/** The sentences of a text; together they are the text, but for spaces. */
export function sentencesIn(text: string): readonly string[] {
  return (text.match(/[^.!?。！？]+(?:[.!?。！？]+(?=\s|$|[^\x00-\x7f])|[.!?]+(?=\S)[^.!?。！？]*)*[.!?。！？]*\s*/gu) ?? [text]).map((sentence) => sentence.trim());
}
