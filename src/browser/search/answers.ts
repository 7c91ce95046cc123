import type { SearchRequest } from '../../domain/search/results.ts';
import { wordsSoughtKey } from '../storage-keys.ts';
import { failedView, nothing, suggestionsOf, viewOf, type AnswerView } from './answer-view.ts';
import { elementOf, markup } from '../markup.ts';
import { breath, type Asker } from './open-index.ts';

/** A place where queries are answered. */
export interface Place {
  readonly asker: Asker;
  /** Carries `data-search-state`: busy, done, empty or error. */
  readonly region: HTMLElement;
  readonly status: HTMLElement;
  readonly notes: HTMLElement;
  readonly list: HTMLElement;
  readonly look: 'options' | 'links';
  /** Common symptoms are offered before anything is typed. */
  readonly suggests: boolean;
  /** What is said when the index cannot be had. */
  readonly words: DOMStringMap;
}

/** Answers requests at a place: of several, the last. Half a word that finds nothing leaves what stands there. `shown` is told of every answer. */
export function answering(
  place: Place,
  shown: (view: AnswerView, request: SearchRequest) => void,
): (request: SearchRequest) => Promise<void> {
  const { asker, region, status, notes, list, look } = place;
  let turn = 0;
  let last = nothing;
  let made: ReadonlyMap<string, HTMLElement> = new Map();
  list.addEventListener('click', ({ target }) => {
    const path = (target as Element).closest<HTMLElement>('[data-result]')?.dataset['result'];
    if (path !== undefined) leaveWords(path, last);
  });
  const answer = async (request: SearchRequest): Promise<() => AnswerView> => {
    if (request.text === '') {
      const view = place.suggests ? suggestionsOf(await asker.open()) : nothing;
      return () => view;
    }
    const asked = await asker.ask(request);
    await breath();
    return () => viewOf(asked, request.text.trim(), look);
  };
  return async (request) => {
    const own = ++turn;
    region.dataset['searchState'] = 'busy';
    const viewed = await answer(request).catch(() => () => failedView(place.words, look));
    if (own !== turn) return;
    const view = viewed();
    if (request.typing && view.state === 'empty') return;
    last = view;
    status.innerHTML = markup`${view.said}`.html;
    notes.innerHTML = markup`${view.notes}`.html;
    made = fill(list, view, made);
    region.dataset['searchState'] = view.state;
    shown(view, request);
  };
}

/** Shows items. Those that say the same as before stay in the page: to draw all of them anew with every key is most of the work. */
function fill(
  list: HTMLElement,
  { items }: AnswerView,
  made: ReadonlyMap<string, HTMLElement>,
): ReadonlyMap<string, HTMLElement> {
  const next = new Map(items.map((item) => [item.html, made.get(item.html) ?? elementOf(item)]));
  const elements = [...next.values()];
  for (const old of made.values()) if (!elements.includes(old)) old.remove();
  for (const [at, element] of elements.entries())
    if (list.children[at] !== element) list.insertBefore(element, list.children[at] ?? null);
  return next;
}

/** On the way to a page, leaves the words to highlight there; on the page itself, highlights them now. */
function leaveWords(path: string, { asked }: AnswerView): void {
  const result = asked?.outcome.results.find(({ article }) => article.path === path);
  if (!asked || !result) return;
  const words = [...result.why.profile.words].filter(asked.outcome.isHit);
  const page = new URL(import.meta.env.ROOT + path, location.href).pathname;
  try {
    sessionStorage.setItem(wordsSoughtKey, JSON.stringify([page, ...words]));
  } catch {
    // Without storage nothing is highlighted: nothing else depends on it.
  }
  if (page === location.pathname)
    void import('./found-words.ts').then(({ showFoundWords }) => showFoundWords());
}

/** Milliseconds without a key before a question is asked, and before half a word that finds nothing counts as a whole one. */
const pause = { typing: 80, done: 900 };

/** Calls `ask` while one types: at first for half a word, and once more when no key follows. Returns what to call with each key. */
export function whileTyping(ask: (typing: boolean) => void): () => void {
  let waiting: number[] = [];
  return () => {
    for (const timer of waiting) clearTimeout(timer);
    waiting = [
      window.setTimeout(() => ask(true), pause.typing),
      window.setTimeout(() => ask(false), pause.done),
    ];
  };
}
