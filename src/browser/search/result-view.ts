import type { SearchOutcome, SearchResult } from '../../domain/search/answer.ts';
import { excerptOf, markedParts, wordsIn } from '../../domain/search/text.ts';
import { fillWords } from '../fill-words.ts';
import type { Asked } from './asker.ts';
import { drawing, make, sentence } from './elements.ts';
import { leaveSought } from './words-sought.ts';

const length = { excerpt: 170, place: 90 };

/**
 * The results: each a link to the article and links to its places. In a list box the links are options, and the first one says
 * all; on the page it is the title. Clicks leave the words to highlight on the page they lead to.
 */
export function resultItems({ index, outcome }: Asked, options: boolean): readonly HTMLElement[] {
  const { labels } = index.file;
  const link = options
    ? optionOf
    : (href: string, ...parts: readonly Node[]) => make('a', { href }, ...parts);
  return outcome.results.map((result) => {
    const { path, kind, picture } = result.article;
    const title = make('span', { class: 'title' }, ...marked(result.article.title, outcome.isHit));
    const told = toldOf(result, outcome.isHit, labels);
    const shown = [...(picture ? [drawing(picture, 'frame')] : []), title];
    // What stands side by side is read one after the other.
    const spoken = told.flatMap((part) => [make('span', { class: 'visually-hidden' }, '. '), part]);
    const places = result.places.map((place) =>
      link(
        `${path}#${place.id}`,
        make('span', { class: 'place' }, ...placeName(place, outcome.isHit, labels.results)),
      ),
    );
    const item = make(
      options ? 'div' : 'li',
      {
        'data-result': '',
        'data-kind': kind,
        'data-twin': result.difference === undefined ? undefined : '',
        role: options ? 'presentation' : undefined,
      },
      link(path, ...shown, ...(options ? spoken : [])),
      ...(options ? [] : told),
      ...places,
    );
    item.addEventListener('click', () => leave(result, outcome));
    return item;
  });
}

/** A link that is an option of a list box. */
export function optionOf(href: string, ...children: readonly (Node | string)[]): HTMLAnchorElement {
  return make('a', { role: 'option', 'aria-selected': 'false', tabindex: '-1', href }, ...children);
}

type IsHit = SearchOutcome['isHit'];
type Labels = Asked['index']['file']['labels'];

/** Excerpt, what tells it from its twin, and what it is and costs. */
function toldOf(
  { article, excerpt, onScreen, difference }: SearchResult,
  isHit: IsHit,
  { kinds, risks, results }: Labels,
): readonly HTMLElement[] {
  const cut = marked(excerptOf(excerpt, isHit, length.excerpt), isHit);
  const text = onScreen ? sentence(results['onScreen'] ?? '', { text: make('q', {}, ...cut) }) : cut;
  const twin = fillWords(results['twin'] ?? '', { difference: difference ?? '' });
  const facts = [article.time, article.loses && risks[article.loses]].flatMap((fact) => fact ?? []);
  return [
    make('span', { class: 'excerpt' }, ...text),
    ...(difference === undefined ? [] : [make('span', { class: 'difference' }, twin)]),
    make(
      'span',
      { class: 'facts' },
      make('span', { class: 'kind' }, drawing(`kind-${article.kind}`, 'icon'), kinds[article.kind] ?? ''),
      ...facts.map((fact) => make('span', { class: 'fact' }, fact)),
    ),
  ];
}

/** The text with the sought words in `<mark>`. */
function marked(text: string, isHit: IsHit): readonly (Node | string)[] {
  return markedParts(text, isHit).map(({ text: part, hit }) => (hit ? make('mark', {}, part) : part));
}

function placeName(
  { step, text }: SearchResult['places'][number],
  isHit: IsHit,
  results: Labels['results'],
): readonly (Node | string)[] {
  const name = step === undefined ? text : fillWords(results['step'] ?? '{text}', { n: step, text });
  return marked(excerptOf(name, isHit, length.place), isHit);
}

/** On the way to a page, leaves the words to highlight there; on the page itself, highlights them now. */
function leave({ article }: SearchResult, { isHit }: SearchOutcome): void {
  const { title, summary, says, places, facts, body, path } = article;
  const text = [
    title,
    summary,
    ...says,
    ...places.map((place) => place.text),
    ...facts,
    ...body.map(([, block]) => block),
  ];
  const page = new URL(import.meta.env.ROOT + path, location.href).pathname;
  leaveSought(page, [...new Set(text.flatMap(wordsIn).filter(isHit))]);
  if (page === location.pathname)
    void import('./found-words.ts').then(({ showFoundWords }) => showFoundWords());
}
