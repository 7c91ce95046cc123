import { fillWords } from '../fill-words.ts';
import type { SearchFile } from '../../domain/search/index.ts';
import { textWordsIn } from '../../domain/search/text.ts';
import { make, sentence } from './elements.ts';
import type { SearchOutcome } from './search.ts';

/** The address of the search page for a query. */
export function searchAddress({
  text,
  kind,
  loses,
  verbatim,
}: {
  readonly text: string;
  readonly kind?: string | undefined;
  readonly loses?: string | undefined;
  readonly verbatim?: boolean;
}): string {
  const parameters = new URLSearchParams({
    ...(text === '' ? {} : { q: text }),
    ...(kind ? { kind } : {}),
    ...(loses ? { loses } : {}),
    ...(verbatim ? { exact: '1' } : {}),
  }).toString();
  return `/search/${parameters === '' ? '' : `?${parameters}`}`;
}

/** "12 results" for a counting sentence; names the whole when filters leave only a part. */
export function countSentence(
  { found, total }: Pick<SearchOutcome, 'found' | 'total'>,
  { results }: SearchFile['labels'],
): string {
  if (found < total) return fillWords(results['narrowed'] ?? '', { n: found, total });
  return found === 1 ? (results['one'] ?? '') : fillWords(results['many'] ?? '', { n: found });
}

/** What was mended, with the way back, and which words no page has. Empty when there is nothing to say. */
export function queryNotes(
  { query: { mended, unknown, answerable } }: SearchOutcome,
  typed: string,
  { results }: SearchFile['labels'],
): readonly Node[] {
  const notes: Node[] = [];
  if (mended !== undefined) {
    const back = make(
      'a',
      { href: searchAddress({ text: typed, verbatim: true }), 'data-verbatim': '' },
      ...sentence(results['verbatim'] ?? '', { typed: make('q', {}, typed) }),
    );
    notes.push(
      make(
        'p',
        { 'data-mended': '' },
        ...sentence(results['mended'] ?? '', { mended: make('strong', {}, mended) }),
        ' ',
        back,
      ),
    );
  }
  if (answerable && unknown.length > 0)
    notes.push(
      make(
        'p',
        { 'data-unknown': '' },
        ...sentence(results['unknown'] ?? '', { words: make('strong', {}, unknown.join(', ')) }),
      ),
    );
  return notes;
}

/** In dev, that the index is the one of the last build; elsewhere nothing. */
export function buildNote({ built, labels }: SearchFile): readonly Node[] {
  if (!import.meta.env.DEV || built === undefined) return [];
  return [
    make(
      'p',
      { 'data-build': '' },
      fillWords(labels.results['lastBuild'] ?? '', {
        time: new Date(built).toLocaleString(document.documentElement.lang),
      }),
    ),
  ];
}

/** The query without some of its words. */
export function withoutWords(text: string, words: readonly string[]): string {
  const kept = textWordsIn(text).filter(({ word }) => !words.includes(word));
  return kept.map(({ start, end }) => text.slice(start, end)).join(' ');
}
