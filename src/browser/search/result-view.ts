import type { SearchOutcome, SearchResult } from '../../domain/search/results.ts';
import { excerptOf, markedParts, wordsIn, type MarkedPart } from '../../domain/search/text.ts';
import { fillWords } from '../fill-words.ts';
import type { Asked } from './asker.ts';
import { drawing, make, sentence } from './elements.ts';
import { leaveSought } from './words-sought.ts';

const length = { excerpt: 170, place: 90 };

/**
 * The results: each a link to the article and links to its places. In a list box the links are options, and the first one says
 * all; on the page it is the title. Clicks leave the words to highlight on the page they lead to. Under its name, one of those that were `made` for the
 * last answer and say the same is taken again: to draw all of them anew with every key is most of the work.
 */
export function resultItems(
  { index, outcome }: Asked,
  options: boolean,
  made: ReadonlyMap<string, HTMLElement>,
): ReadonlyMap<string, HTMLElement> {
  const { labels } = index.file;
  return new Map(
    outcome.results.map((result) => {
      const { article, places, excerpt, onScreen, difference } = result;
      const text = {
        title: markedParts(article.title, outcome.isHit),
        excerpt: markedParts(excerptOf(excerpt, outcome.isHit, length.excerpt), outcome.isHit),
        places: places.map((place) => [place.id, placeParts(place, outcome.isHit, labels.results)] as const),
      };
      const name = JSON.stringify([article.path, text, onScreen, difference]);
      const item = made.get(name) ?? itemOf(result, text, labels, options, drawer(article.path, made));
      item.onclick = () => leave(result, outcome);
      return [name, item] as const;
    }),
  );
}

/** The texts of a result, marked. */
interface Texts {
  readonly title: readonly MarkedPart[];
  readonly excerpt: readonly MarkedPart[];
  readonly places: readonly (readonly [id: string, name: readonly MarkedPart[]])[];
}

/** Draws for an article: what was drawn for it before is taken along. */
function drawer(path: string, made: ReadonlyMap<string, HTMLElement>): typeof drawing {
  const before = [...made].find(([name]) => name.startsWith(`["${path}",`))?.[1];
  return (name, className) => before?.querySelector<SVGElement>(`.${className}`) ?? drawing(name, className);
}

function itemOf(
  result: SearchResult,
  text: Texts,
  labels: Labels,
  options: boolean,
  draw: typeof drawing,
): HTMLElement {
  const { path, kind, picture } = result.article;
  const link = options
    ? optionOf
    : (href: string, ...parts: readonly Node[]) => make('a', { href }, ...parts);
  const title = make('span', { class: 'title' }, ...marked(text.title));
  const told = toldOf(result, text.excerpt, labels, draw);
  const shown = [...(picture ? [draw(picture, 'frame')] : []), title];
  // What stands side by side is read one after the other.
  const spoken = told.flatMap((part) => [make('span', { class: 'visually-hidden' }, '. '), part]);
  return make(
    options ? 'div' : 'li',
    {
      'data-result': '',
      'data-kind': kind,
      'data-twin': result.difference === undefined ? undefined : '',
      role: options ? 'presentation' : undefined,
    },
    link(path, ...shown, ...(options ? spoken : [])),
    ...(options ? [] : told),
    ...text.places.map(([id, name]) =>
      link(`${path}#${id}`, make('span', { class: 'place' }, ...marked(name))),
    ),
  );
}

/** A link that is an option of a list box. */
export function optionOf(href: string, ...children: readonly (Node | string)[]): HTMLAnchorElement {
  return make('a', { role: 'option', 'aria-selected': 'false', tabindex: '-1', href }, ...children);
}

type IsHit = SearchOutcome['isHit'];
type Labels = Asked['index']['file']['labels'];

/** Excerpt, what tells it from its twin, and what it is and costs. */
function toldOf(
  { article, onScreen, difference }: SearchResult,
  excerpt: readonly MarkedPart[],
  { kinds, risks, results }: Labels,
  draw: typeof drawing,
): readonly HTMLElement[] {
  const cut = marked(excerpt);
  const text = onScreen ? sentence(results['onScreen'] ?? '', { text: make('q', {}, ...cut) }) : cut;
  const twin = fillWords(results['twin'] ?? '', { difference: difference ?? '' });
  const facts = [article.time, article.loses && risks[article.loses]].flatMap((fact) => fact ?? []);
  return [
    make('span', { class: 'excerpt' }, ...text),
    ...(difference === undefined ? [] : [make('span', { class: 'difference' }, twin)]),
    make(
      'span',
      { class: 'facts' },
      make('span', { class: 'kind' }, draw(`kind-${article.kind}`, 'icon'), kinds[article.kind] ?? ''),
      ...facts.map((fact) => make('span', { class: 'fact' }, fact)),
    ),
  ];
}

/** A text with the sought words in `<mark>`. */
function marked(parts: readonly MarkedPart[]): readonly (Node | string)[] {
  return parts.map(({ text, hit }) => (hit ? make('mark', {}, text) : text));
}

function placeParts(
  { step, text }: SearchResult['places'][number],
  isHit: IsHit,
  results: Labels['results'],
): readonly MarkedPart[] {
  const name = step === undefined ? text : fillWords(results['step'] ?? '{text}', { n: step, text });
  return markedParts(excerptOf(name, isHit, length.place), isHit);
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
