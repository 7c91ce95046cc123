import { kinds, type Kind } from '../../domain/knowledge/article.ts';
import type { SearchFile } from '../../domain/search/index.ts';
import { fillWords } from '../fill-words.ts';
import { make, sentence } from './elements.ts';
import type { IndexFiles } from './index-files.ts';
import { nearestWords } from './nearest-words.ts';
import { buildNote, countSentence, queryNotes, searchAddress, withoutWords } from './notes.ts';
import { resultItem } from './result-view.ts';
import type { SearchOutcome, SearchResult } from './search.ts';

/** What the page says, and what it shows. */
export interface View {
  readonly said: string;
  readonly content: readonly Node[];
}

/** So many results stand first whatever their kind; the others follow kind by kind. */
const bestMatches = 3;

/** Results: the best ones first, then the rest grouped by kind. */
export function resultsView(
  outcome: SearchOutcome,
  { file }: IndexFiles,
  { text, kind }: { readonly text: string; readonly kind: Kind | undefined },
): View {
  const { labels } = file;
  const { results, found, isHit } = outcome;
  const list = (some: readonly SearchResult[]): HTMLElement =>
    make('ol', {}, ...some.map((result) => resultItem(result, isHit, labels)));
  const groups =
    kind !== undefined || results.length <= bestMatches + 1
      ? [list(results)]
      : [
          make('h2', {}, labels.results['best'] ?? ''),
          list(results.slice(0, bestMatches)),
          ...kinds.flatMap((each) => {
            const some = results.slice(bestMatches).filter(({ entry }) => entry.kind === each);
            return some.length > 0 ? [make('h2', {}, labels.kinds[each] ?? ''), list(some)] : [];
          }),
        ];
  const all =
    results.length < found
      ? [
          make(
            'button',
            { type: 'button', class: 'button', 'data-all': '' },
            fillWords(labels.results['all'] ?? '', { n: found }),
          ),
        ]
      : [];
  return {
    said: countSentence(outcome, labels),
    content: [...queryNotes(outcome, text, labels), ...buildNote(file), ...groups, ...all],
  };
}

/** Nothing found: what was not understood, and what to try instead. */
export function emptyView(
  outcome: SearchOutcome,
  { file, knowledge }: IndexFiles,
  { text }: { readonly text: string },
): View {
  const words = file.labels.results;
  if (outcome.total > 0)
    return {
      said: words['noneNarrowed'] ?? '',
      content: [make('p', {}, make('a', { href: searchAddress({ text }) }, words['dropFilters'] ?? ''))],
    };
  const { unknown, mended } = outcome.query;
  const rest = withoutWords(text, unknown);
  const near = nearestWords(unknown, knowledge);
  const link = (query: string, ...content: readonly (Node | string)[]): HTMLElement =>
    make('li', {}, make('a', { href: searchAddress({ text: query }) }, ...content));
  const tries = [
    ...(rest === ''
      ? []
      : [link(rest, ...sentence(words['without'] ?? '', { words: make('q', {}, unknown.join(' ')) }))]),
    ...near.map((word) => link(word, word)),
  ];
  return {
    said: fillWords(words['none'] ?? '', { query: (mended ?? text).slice(0, 100) }),
    content: [
      ...queryNotes(outcome, text, file.labels),
      ...buildNote(file),
      ...(tries.length > 0
        ? [make('p', {}, words['nearest'] ?? ''), make('ul', { class: 'nearest' }, ...tries)]
        : []),
    ],
  };
}

/** Offers to look for the words in the running text also. */
export function fullTextBox({ labels: { results: words } }: SearchFile): HTMLElement {
  return make(
    'div',
    { class: 'in-text' },
    make(
      'button',
      {
        type: 'button',
        class: 'button',
        'data-full-text': '',
        'data-in-text': words['inText'],
        'data-nothing-more': words['nothingMore'],
      },
      words['fullText'] ?? '',
    ),
  );
}
