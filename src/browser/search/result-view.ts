import { fillWords } from '../fill-words.ts';
import { excerptOf, markedParts } from '../../domain/search/highlight.ts';
import type { SearchFile } from '../../domain/search/index.ts';
import { make, sentence } from './elements.ts';
import type { SearchOutcome, SearchResult } from './search.ts';

type Labels = SearchFile['labels'];
type IsHit = SearchOutcome['isHit'];

const excerptLength = 170;

/** A result of the page: title, excerpt, steps, and what it is and costs. */
export function resultItem(result: SearchResult, isHit: IsHit, labels: Labels): HTMLLIElement {
  const { entry } = result;
  return make(
    'li',
    { 'data-result': '', 'data-kind': entry.kind },
    make('p', { class: 'title' }, make('a', { href: entry.path }, ...marked(entry.title, isHit))),
    excerpt(result, isHit, labels),
    ...(result.places.length > 0
      ? [
          make(
            'ul',
            { class: 'places' },
            ...result.places.map((place) =>
              make(
                'li',
                {},
                make('a', { href: `${entry.path}#${place.id}` }, ...placeName(place, isHit, labels)),
              ),
            ),
          ),
        ]
      : []),
    facts(result, labels),
  );
}

/** The same for a list box: links that are options, one for the article and one for each of its places. */
export function resultOptions(
  result: SearchResult,
  isHit: IsHit,
  labels: Labels,
): readonly HTMLAnchorElement[] {
  const { entry } = result;
  const option = (address: string, ...children: readonly Node[]): HTMLAnchorElement =>
    make(
      'a',
      { role: 'option', 'aria-selected': 'false', tabindex: '-1', href: address, 'data-kind': entry.kind },
      ...children,
    );
  const own = option(
    entry.path,
    make('span', { class: 'title' }, ...marked(entry.title, isHit)),
    make('span', { class: 'visually-hidden' }, '. '),
    excerpt(result, isHit, labels, 'span'),
    make('span', { class: 'visually-hidden' }, ' '),
    facts(result, labels, 'span'),
  );
  own.dataset['result'] = '';
  const places = result.places
    .slice(0, 2)
    .map((place) =>
      option(
        `${entry.path}#${place.id}`,
        make('span', { class: 'place' }, ...placeName(place, isHit, labels)),
      ),
    );
  return [own, ...places];
}

/** The text with the sought words in `<mark>`. */
export function marked(text: string, isHit: IsHit): readonly (Node | string)[] {
  return markedParts(text, isHit).map(({ text: part, hit }) => (hit ? make('mark', {}, part) : part));
}

function excerpt(
  { excerpt: text, onScreen, later }: SearchResult,
  isHit: IsHit,
  { results }: Labels,
  name: 'p' | 'span' = 'p',
): HTMLElement {
  const markedCut = (whole: string): readonly (Node | string)[] =>
    marked(excerptOf(whole, isHit, excerptLength), isHit);
  if (!onScreen) {
    const element = make(name, { class: 'excerpt' }, ...markedCut(text));
    void later?.then((better) => better && element.replaceChildren(...markedCut(better)));
    return element;
  }
  return make(
    name,
    { class: 'excerpt' },
    ...sentence(results['onScreen'] ?? '{text}', { text: make('q', {}, ...markedCut(text)) }),
  );
}

function placeName(
  { step, text }: SearchResult['places'][number],
  isHit: IsHit,
  { results }: Labels,
): readonly (Node | string)[] {
  const name = step === undefined ? text : fillWords(results['step'] ?? '{text}', { n: step, text });
  return marked(excerptOf(name, isHit, 90), isHit);
}

function facts({ entry }: SearchResult, { kinds, risks }: Labels, name: 'p' | 'span' = 'p'): HTMLElement {
  const parts = [
    kinds[entry.kind],
    entry.time,
    entry.loses === undefined ? undefined : risks[entry.loses],
  ].filter((part) => part !== undefined);
  return make(
    name,
    { class: 'facts' },
    ...parts.flatMap((part, index) => [
      ...(index > 0 ? [make('span', { class: 'visually-hidden' }, ', ')] : []),
      make('span', index === 0 ? { class: 'kind' } : {}, part),
    ]),
  );
}
