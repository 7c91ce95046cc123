import { textWordsIn } from '../../domain/search/text.ts';
import type { SearchOutcome, SearchRequest } from '../../domain/search/results.ts';
import { fillWords } from '../fill-words.ts';
import type { Asked, Asker } from './asker.ts';
import { drawing, make, sentence } from './elements.ts';
import { breath } from './open-index.ts';
import { optionOf, resultItems } from './result-view.ts';
import { waysOn } from './ways-on.ts';

/** What is said of an answer, what stands above the results or in their place, and the results. */
export interface AnswerView {
  readonly state: 'done' | 'empty' | 'error';
  readonly said: string;
  readonly notes: readonly HTMLElement[];
  readonly items: readonly HTMLElement[];
  readonly outcome?: SearchOutcome;
}

/** What differs between the places where a query is answered. */
export interface Place {
  /** The results are options of a list box, with other ways on below nothing; or else links. */
  readonly options: boolean;
  /** Common symptoms are offered before anything is typed. */
  readonly suggests: boolean;
  /** What stands there when the index cannot be had. */
  readonly failed: () => Pick<AnswerView, 'said' | 'notes'>;
  readonly show: (view: AnswerView, typing: boolean) => void;
}

const nothing: AnswerView = { state: 'done', said: '', notes: [], items: [] };

/** Answers requests at a place: of several, the last. Half a word that finds nothing leaves what stands there. */
export function answering(asker: Asker, place: Place): (request: SearchRequest) => Promise<void> {
  let turn = 0;
  let made: ReadonlyMap<string, HTMLElement> = new Map();
  const viewOf = (asked: Asked, text: string): AnswerView => {
    const view = answerView(asked, text);
    if (view.state === 'done') made = resultItems(asked, place.options, made);
    const { waysOn: words } = asked.index.file.labels.results;
    return view.state === 'done'
      ? { ...view, items: [...made.values()] }
      : { ...view, notes: [...view.notes, ...(place.options ? [waysOn(words)] : [])], items: [] };
  };
  const answer = async (request: SearchRequest): Promise<() => AnswerView> => {
    if (request.text === '') {
      const view = place.suggests ? await suggestions(asker) : nothing;
      return () => view;
    }
    const asked = await asker.ask(request);
    await breath();
    return () => viewOf(asked, request.text.trim());
  };
  return async (request) => {
    const own = ++turn;
    const view = await answer(request).catch(() => (): AnswerView => ({
      ...nothing,
      state: 'error',
      ...place.failed(),
    }));
    if (own !== turn) return;
    const { typing = false } = request;
    const shown = view();
    if (!typing || shown.state !== 'empty') place.show(shown, typing);
  };
}

async function suggestions(asker: Asker): Promise<AnswerView> {
  const { labels, suggested } = (await asker.open()).file;
  const items = suggested.map(([path, title, picture]) =>
    optionOf(path, ...(picture ? [drawing(picture, 'frame')] : []), make('span', { class: 'title' }, title)),
  );
  return { ...nothing, said: items.length > 0 ? (labels.results['suggested'] ?? '') : '', items };
}

/** The address of the search page for a query. */
export function searchAddress(text: string, more: Readonly<Record<string, string | undefined>> = {}): string {
  const asked = Object.entries({ q: text || undefined, ...more }).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value]],
  );
  return `/search/${asked.length > 0 ? `?${new URLSearchParams(asked).toString()}` : ''}`;
}

/** How many results there are and what was mended; or that nothing was found, what was not understood, and what to try instead. */
function answerView(asked: Asked, typed: string): Omit<AnswerView, 'items'> {
  const { outcome } = asked;
  const { results, total, query } = outcome;
  const words = asked.index.file.labels.results;
  const say = (
    name: string,
    parts: Readonly<Record<string, Node | string>> = {},
  ): readonly (Node | string)[] => sentence(words[name] ?? '', parts);
  const unknown = say('unknown', { words: make('strong', {}, query.unknown.join(', ')) });
  const unknownNote = query.unknown.length > 0 ? [make('p', { 'data-unknown': '' }, ...unknown)] : [];
  if (results.length > 0) {
    const count = results.length < total ? 'narrowed' : results.length === 1 ? 'one' : 'many';
    const back = { href: searchAddress(typed, { exact: '1' }), 'data-verbatim': '' };
    const { mended } = query;
    const mendedNote =
      mended === undefined
        ? []
        : [
            make(
              'p',
              { 'data-mended': '' },
              ...say('mended', { mended: make('strong', {}, mended) }),
              ' ',
              make('a', back, ...say('verbatim', { typed: make('q', {}, typed) })),
            ),
          ];
    return {
      outcome,
      state: 'done',
      said: fillWords(words[count] ?? '', { n: results.length, total }),
      notes: [...mendedNote, ...unknownNote, ...buildNote(asked)],
    };
  }
  if (total > 0) {
    const drop = make('p', {}, make('a', { href: searchAddress(typed) }, ...say('dropFilters')));
    return { outcome, state: 'empty', said: words['noneNarrowed'] ?? '', notes: [drop] };
  }
  const links = triesFor(asked, typed).map(({ text, without }) => {
    const label = without === undefined ? [text] : say('without', { words: make('q', {}, without) });
    return make('li', {}, make('a', { href: searchAddress(text) }, ...label));
  });
  const tries = [make('p', {}, ...say('nearest')), make('ul', { class: 'nearest' }, ...links)];
  return {
    outcome,
    state: 'empty',
    said: fillWords(words['none'] ?? '', { query: typed.slice(0, 100) }),
    notes: [...unknownNote, ...(links.length > 0 ? tries : []), ...buildNote(asked)],
  };
}

/** In dev, of what age the index is. */
function buildNote({ index: { file } }: Asked): readonly HTMLElement[] {
  if (!import.meta.env.DEV || file.built === undefined) return [];
  const time = new Date(file.built).toLocaleString(document.documentElement.lang);
  return [make('p', {}, fillWords(file.labels.results['lastBuild'] ?? '', { time }))];
}

/** The query without the words that are nowhere, and up to four known words near them. */
function triesFor(
  { index, outcome }: Asked,
  typed: string,
): readonly { readonly text: string; readonly without?: string }[] {
  const { corrections, completions } = index.engine.vocabulary;
  const { unknown } = outcome.query;
  const kept = textWordsIn(typed).filter(({ word }) => !unknown.includes(word));
  const text = kept.map(({ start, end }) => typed.slice(start, end)).join(' ');
  const near = unknown.flatMap((word) => [
    ...corrections(word),
    ...completions(word, Math.max(3, word.length - 3)).slice(0, 3),
  ]);
  return [
    ...(text === '' || unknown.length === 0 ? [] : [{ text, without: unknown.join(' ') }]),
    ...[...new Set(near)].slice(0, 4).map((word) => ({ text: word })),
  ];
}
