import { drawingAddress } from '../../domain/look/drawing-file.ts';
import type { SearchResult } from '../../domain/search/results.ts';
import { excerptOf, markedParts, textWordsIn } from '../../domain/search/text.ts';
import { markup, sentence, type Markup, type Part } from '../markup.ts';
import { searchAddress } from './search-address.ts';
import type { Asked, OpenIndex } from './open-index.ts';

/** What is said of an answer, what stands above the results or in their place, and the results: plain data, which a worker can send. */
export interface AnswerView {
  readonly state: 'done' | 'empty' | 'error';
  readonly said: Part;
  readonly notes: Part;
  /** Under the paths that they lead to. */
  readonly items: ReadonlyMap<string, AnswerItem>;
  /** What each kind and each risk would leave of the results. */
  readonly counts?: Readonly<Record<string, number>>;
  /** Where nothing was found, how the pictures of home are called that lead on. */
  readonly pictures?: Markup;
}

export interface AnswerItem extends Markup {
  /** Words of the query that the article says, to highlight there. */
  readonly hits?: readonly string[];
}

/** What stands there before anything was asked. */
export const nothing: AnswerView = { state: 'done', said: '', notes: '', items: new Map() };

const root = import.meta.env.ROOT;
const length = { excerpt: 170, place: 90 };
/** Results that are options of a list box are one link each, which says all; elsewhere the title is the link. */
export type Look = 'options' | 'links';

/** The symptoms to offer before anything is typed. */
export function suggestionsOf({ file: { labels, suggested } }: OpenIndex): AnswerView {
  const items = suggested.map(([path, title, picture]) => {
    const said = markup`${picture && drawing(picture, 'frame')}<span class="title">${title}</span>`;
    return [path, linkIn('options')(path, said)] as const;
  });
  return { ...nothing, said: items.length > 0 && labels.results['suggested'], items: new Map(items) };
}

/** How many results there are and what was mended; or that nothing was found, what was not understood, and what to try instead. */
export function viewOf(asked: Asked, typed: string, look: Look): AnswerView {
  const { results, total, query, kinds, risks } = asked.outcome;
  const counts = { ...risks, ...kinds };
  const say = sayer(asked);
  const unknown = query.unknown.length > 0 && strong(query.unknown.join(', '));
  const after = [
    unknown && markup`<p data-unknown>${say('unknown', { words: unknown })}</p>`,
    builtAt(asked),
  ];
  if (results.length > 0) {
    const count = results.length < total ? 'narrowed' : results.length === 1 ? 'one' : 'many';
    const { mended } = query;
    const back = (): Markup =>
      markup`<a href="${searchAddress(typed, { exact: '1' })}">${say('verbatim', { typed: markup`<q>${typed}</q>` })}</a>`;
    const note = mended && markup`<p data-mended>${say('mended', { mended: strong(mended) })} ${back()}</p>`;
    const said = say(count, { n: String(results.length), total: String(total) });
    const items = new Map(
      results.map((result) => [result.article.path, itemOf(result, asked, look)] as const),
    );
    return { counts, state: 'done', said, notes: [note, after], items };
  }
  const [said, ways] =
    total > 0
      ? ([
          say('noneNarrowed'),
          markup`<p><a href="${searchAddress(typed)}">${say('dropFilters')}</a></p>`,
        ] as const)
      : ([say('none', { query: typed.slice(0, 100) }), [after, triesFor(asked, typed)]] as const);
  return {
    ...nothing,
    counts,
    state: 'empty',
    said,
    notes: ways,
    pictures: say('waysOn'),
  };
}

function strong(words: string): Markup {
  return markup`<strong>${words}</strong>`;
}

/** A drawing of the site, whose file the browser loads when it is shown; nobody is told of it. */
function drawing(name: string, look: string): Markup {
  return markup`<svg class="${look}" aria-hidden="true"><use href="${root}${drawingAddress(name)}"></use></svg>`;
}

/** Says the sentences of the index by their names. */
function sayer({ file }: OpenIndex): (name: string, parts?: Readonly<Record<string, Part>>) => Markup {
  return (name, parts) => sentence(file.labels.results[name] ?? '', parts);
}

function linkIn(look: Look): (address: string, said: Part) => Markup {
  const role = look === 'options' && markup` role="option" aria-selected="false" tabindex="-1"`;
  return (address, said) => markup`<a${role} href="${root}${address}">${said}</a>`;
}

/** A result: its title with what tells of it, and links to its places. */
function itemOf(result: SearchResult, asked: Asked, look: Look): AnswerItem {
  const { article, places, excerpt, onScreen, difference, why } = result;
  const { path, kind, picture, time, loses } = article;
  const { kinds, risks } = asked.file.labels;
  const { isHit } = asked.outcome;
  const [say, link] = [sayer(asked), linkIn(look)];
  const marked = (text: string, most = text.length): Part =>
    markedParts(excerptOf(text, isHit, most), isHit).map((part) =>
      part.hit ? markup`<mark>${part.text}</mark>` : part.text,
    );
  const text = marked(excerpt, length.excerpt);
  const facts = [time, loses && risks[loses]].map(
    (fact) => fact && markup`<span class="fact">${fact}</span>`,
  );
  // What stands side by side is read one after the other.
  const next = look === 'options' && markup`<span class="visually-hidden">. </span>`;
  const told = [
    markup`${next}<span class="excerpt">${onScreen ? say('onScreen', { text: markup`<q>${text}</q>` }) : text}</span>`,
    difference && markup`${next}<span class="difference">${say('twin', { difference })}</span>`,
    markup`${next}<span class="facts"><span class="kind">${drawing(`kind-${kind}`, 'icon')}${kinds[kind]}</span>${facts}</span>`,
  ];
  const title = markup`${picture && drawing(picture, 'frame')}<span class="title">${marked(article.title)}</span>`;
  const inside = places.map((place) => {
    const text = marked(place.text, length.place);
    const name = place.step === undefined ? text : say('step', { n: String(place.step), text });
    return link(`${path}#${place.id}`, markup`<span class="place">${name}</span>`);
  });
  const more = [difference && markup` data-twin`, look === 'options' && markup` role="presentation"`];
  const { html } = markup`<li data-result="${path}" data-kind="${kind}"${more}>${
    look === 'options' ? link(path, [title, told]) : [link(path, title), told]
  }${inside}</li>`;
  return { html, hits: [...why.profile.words].filter(isHit) };
}

/** In dev, of what age the index is. */
function builtAt(asked: Asked): Part {
  const { built } = asked.file;
  if (!import.meta.env.DEV || built === undefined) return false;
  const time = new Date(built).toLocaleString(asked.file.language.language);
  return markup`<p>${sayer(asked)('lastBuild', { time })}</p>`;
}

/** The query without the words that are nowhere, and up to four known words near them. */
function triesFor(asked: Asked, typed: string): Part {
  const { corrections, completions } = asked.engine.vocabulary;
  const { unknown } = asked.outcome.query;
  const known = textWordsIn(typed).filter(({ word }) => !unknown.includes(word));
  const kept = known.map(({ start, end }) => typed.slice(start, end)).join(' ');
  const near = unknown.flatMap((word) => [
    ...corrections(word),
    ...completions(word, Math.max(3, word.length - 3)).slice(0, 3),
  ]);
  const say = sayer(asked);
  const without = say('without', { words: markup`<q>${unknown.join(' ')}</q>` });
  const tries: readonly (readonly [text: string, label: Part])[] = [
    ...(kept !== '' && unknown.length > 0 ? [[kept, without] as const] : []),
    ...[...new Set(near)].slice(0, 4).map((word) => [word, word] as const),
  ];
  const links = tries.map(
    ([text, label]) => markup`<li><a href="${searchAddress(text)}"><span>${label}</span></a></li>`,
  );
  return links.length > 0 && markup`<p>${say('nearest')}</p><ul class="nearest">${links}</ul>`;
}
