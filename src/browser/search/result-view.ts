import type { SearchOutcome, SearchResult } from '../../domain/search/answer.ts';
import { excerptOf, markedParts, wordsIn } from '../../domain/search/text.ts';
import { fillWords } from '../fill-words.ts';
import type { Asked } from './asker.ts';
import { make, sentence } from './elements.ts';
import { leaveSought } from './words-sought.ts';

const excerptLength = 170;

/** The results, each with the parts that a list of the page and a list box share; clicks on them leave the words to highlight on the page they lead to. */
export function resultItems({ index, outcome }: Asked): readonly HTMLElement[] {
  return outcome.results.map((result) => {
    const { article } = result;
    const [title, ...rest] = partsOf(result, outcome.isHit, index.file.labels);
    const places = result.places.map((place) =>
      make(
        'li',
        {},
        make(
          'a',
          { href: `${article.path}#${place.id}` },
          ...placeName(place, outcome.isHit, index.file.labels.results),
        ),
      ),
    );
    const item = make(
      'li',
      {
        'data-result': '',
        'data-kind': article.kind,
        'data-twin': result.difference === undefined ? undefined : '',
      },
      make('p', { class: 'title' }, make('a', { href: article.path }, ...pictureOf(article.path), title!)),
      ...rest,
      ...(places.length > 0 ? [make('ul', { class: 'places' }, ...places)] : []),
    );
    item.addEventListener('click', () => leave(result, outcome));
    return item;
  });
}

/** The same for a list box: links that are options, one for the article and one for each of its places. */
export function resultOptions({ index, outcome }: Asked): readonly HTMLAnchorElement[] {
  const { labels } = index.file;
  return outcome.results.flatMap((result) => {
    const { path, kind } = result.article;
    const space = make('span', { class: 'visually-hidden' }, '. ');
    const own = optionOf(
      path,
      ...partsOf(result, outcome.isHit, labels).flatMap((part) => [part, space.cloneNode(true)]),
    );
    own.dataset['result'] = '';
    own.dataset['kind'] = kind;
    const places = result.places.map((place) =>
      optionOf(
        `${path}#${place.id}`,
        make('span', { class: 'place' }, ...placeName(place, outcome.isHit, labels.results)),
      ),
    );
    for (const option of [own, ...places]) option.addEventListener('click', () => leave(result, outcome));
    return [own, ...places];
  });
}

/** A link that is an option of a list box. */
export function optionOf(address: string, ...children: readonly (Node | string)[]): HTMLAnchorElement {
  return make('a', { role: 'option', 'aria-selected': 'false', tabindex: '-1', href: address }, ...children);
}

type IsHit = SearchOutcome['isHit'];
type Labels = Asked['index']['file']['labels'];

/** Title, excerpt, what tells it from its twin, and what it is and costs. */
function partsOf(
  { article, excerpt, onScreen, difference }: SearchResult,
  isHit: IsHit,
  { kinds, risks, results }: Labels,
): readonly HTMLElement[] {
  const cut = marked(excerptOf(excerpt, isHit, excerptLength), isHit);
  const facts = [kinds[article.kind], article.time, article.loses && risks[article.loses]].filter(Boolean);
  return [
    make('span', { class: 'title' }, ...marked(article.title, isHit)),
    make(
      'span',
      { class: 'excerpt' },
      ...(onScreen ? sentence(results['onScreen'] ?? '', { text: make('q', {}, ...cut) }) : cut),
    ),
    ...(difference === undefined
      ? []
      : [make('span', { class: 'difference' }, fillWords(results['twin'] ?? '', { difference }))]),
    make(
      'span',
      { class: 'facts' },
      ...facts.map((fact, at) => make('span', { class: at === 0 ? 'kind' : 'fact' }, fact ?? '')),
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
  return marked(excerptOf(name, isHit, 90), isHit);
}

/** The drawing of a symptom, where this page shows it already. */
function pictureOf(path: string): readonly Node[] {
  const drawing = document.querySelector(`main .grid a[href="${import.meta.env.ROOT}${path}"] .frame`);
  return drawing ? [drawing.cloneNode(true)] : [];
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
  const words = new Set(text.flatMap(wordsIn).filter(isHit));
  const page = new URL(import.meta.env.ROOT + path, location.href).pathname;
  leaveSought(page, [...words]);
  if (page === location.pathname)
    void import('./found-words.ts').then(({ showFoundWords }) => showFoundWords());
}
