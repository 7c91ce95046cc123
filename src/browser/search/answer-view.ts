import type { SearchOutcome } from '../../domain/search/answer.ts';
import { textWordsIn } from '../../domain/search/text.ts';
import type { Vocabulary } from '../../domain/search/vocabulary.ts';
import { fillWords } from '../fill-words.ts';
import type { Asked } from './asker.ts';
import { make, sentence } from './elements.ts';

/** What is said of an answer, and what stands above the results or in their place. */
export interface AnswerView {
  readonly said: string;
  readonly notes: readonly HTMLElement[];
}

/** The address of the search page for a query. */
export function searchAddress(text: string, more: Readonly<Record<string, string | undefined>> = {}): string {
  const asked = Object.entries({ q: text || undefined, ...more }).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value]],
  );
  return `/search/${asked.length > 0 ? `?${new URLSearchParams(asked).toString()}` : ''}`;
}

/** How many results there are and what was mended; or that nothing was found, what was not understood, and what to try instead. */
export function answerView({ index, outcome }: Asked, typed: string): AnswerView {
  const { results: words } = index.file.labels;
  const { results, total, query } = outcome;
  const { built } = index.file;
  const build =
    import.meta.env.DEV && built !== undefined
      ? [
          make(
            'p',
            {},
            fillWords(words['lastBuild'] ?? '', {
              time: new Date(built).toLocaleString(document.documentElement.lang),
            }),
          ),
        ]
      : [];
  if (results.length > 0) {
    const count = results.length < total ? 'narrowed' : results.length === 1 ? 'one' : 'many';
    return {
      said: fillWords(words[count] ?? '', { n: results.length, total }),
      notes: [...mendedNote(outcome, typed, words), ...unknownNote(query.unknown, words), ...build],
    };
  }
  if (total > 0)
    return {
      said: words['noneNarrowed'] ?? '',
      notes: [make('p', {}, make('a', { href: searchAddress(typed) }, words['dropFilters'] ?? ''))],
    };
  const tries = triesFor(query.unknown, typed, index.engine.vocabulary, words);
  return {
    said: fillWords(words['none'] ?? '', { query: typed.slice(0, 100) }),
    notes: [
      ...unknownNote(query.unknown, words),
      ...(tries.length > 0
        ? [make('p', {}, words['nearest'] ?? ''), make('ul', { class: 'nearest' }, ...tries)]
        : []),
      ...build,
    ],
  };
}

type Labels = Readonly<Record<string, string>>;

function mendedNote(
  { query: { mended } }: SearchOutcome,
  typed: string,
  words: Labels,
): readonly HTMLElement[] {
  if (mended === undefined) return [];
  const back = make(
    'a',
    { href: searchAddress(typed, { exact: '1' }), 'data-verbatim': '' },
    ...sentence(words['verbatim'] ?? '', { typed: make('q', {}, typed) }),
  );
  const said = sentence(words['mended'] ?? '', { mended: make('strong', {}, mended) });
  return [make('p', { 'data-mended': '' }, ...said, ' ', back)];
}

function unknownNote(unknown: readonly string[], words: Labels): readonly HTMLElement[] {
  const said = sentence(words['unknown'] ?? '', { words: make('strong', {}, unknown.join(', ')) });
  return unknown.length > 0 ? [make('p', { 'data-unknown': '' }, ...said)] : [];
}

/** The query without the words that are nowhere, and up to four known words near them. */
function triesFor(
  unknown: readonly string[],
  typed: string,
  { corrections, completions }: Vocabulary,
  words: Labels,
): readonly HTMLElement[] {
  const kept = textWordsIn(typed).filter(({ word }) => !unknown.includes(word));
  const rest = kept.map(({ start, end }) => typed.slice(start, end)).join(' ');
  const near = unknown.flatMap((word) => [
    ...corrections(word),
    ...completions(word.slice(0, Math.max(3, word.length - 3))).slice(0, 3),
  ]);
  const link = (query: string, ...content: readonly (Node | string)[]): HTMLElement =>
    make('li', {}, make('a', { href: searchAddress(query) }, ...content));
  return [
    ...(rest === '' || unknown.length === 0
      ? []
      : [link(rest, ...sentence(words['without'] ?? '', { words: make('q', {}, unknown.join(' ')) }))]),
    ...[...new Set(near.map(({ word }) => word))].slice(0, 4).map((word) => link(word, word)),
  ];
}
