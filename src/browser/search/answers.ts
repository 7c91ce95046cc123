import type { SearchRequest } from '../../domain/search/results.ts';
import { wordsSoughtKey } from '../storage-keys.ts';
import { elementOf, markup, type Part } from '../markup.ts';
import type { AnswerView } from './answer-view.ts';
import type { Answerer, Question } from './answerer.ts';
import { failedView, waysOn } from './ways-on.ts';

/** A place where queries are answered. */
export interface Place extends Pick<Question, 'look' | 'suggests'> {
  readonly answerer: Answerer;
  /** Carries `data-search-state`: busy, done, empty or error. */
  readonly region: HTMLElement;
  readonly status: HTMLElement;
  readonly notes: HTMLElement;
  readonly list: HTMLElement;
  /** What is said when the index cannot be had. */
  readonly words: DOMStringMap;
}

/** Answers requests at a place: of several, the last. Half a word that finds nothing leaves what stands there. `shown` is told of every answer. */
export function answering(
  place: Place,
  shown: (view: AnswerView, request: SearchRequest) => void,
): (request: SearchRequest) => Promise<void> {
  const { answerer, region, status, notes, list, look, suggests } = place;
  const kept = new Map<string, Element>();
  let turn = 0;
  let last: AnswerView['items'] = new Map();
  list.addEventListener('click', ({ target }) => {
    const path = (target as Element).closest<HTMLElement>('[data-result]')?.dataset['result'];
    if (path !== undefined) leaveWords(path, last.get(path)?.hits);
  });
  return async (request) => {
    const own = ++turn;
    region.dataset['searchState'] = 'busy';
    const view = await answerer({ ...request, look, suggests }).catch(() => failedView(place.words, look));
    if (own !== turn) return;
    if (request.typing && view.state === 'empty') return;
    last = view.items;
    say(status, view.said);
    say(notes, [view.notes, look === 'options' && view.pictures && waysOn(view.pictures)]);
    fill(list, view.items, kept);
    region.dataset['searchState'] = view.state;
    shown(view, request);
  };
}

/** The markup that an element shows. */
const shownIn = new WeakMap<Element, string>();

/** Shows a text, where it is another one than before. */
function say(place: HTMLElement, said: Part): void {
  const { html } = markup`${said}`;
  if ((shownIn.get(place) ?? '') === html) return;
  shownIn.set(place, html);
  place.innerHTML = html;
}

/** Shows items under their names; those that say what they said before stay as they are. What leaves the list is `kept`, since it often comes back with the next letter. */
function fill(list: HTMLElement, items: AnswerView['items'], kept: Map<string, Element>): void {
  const next = [...items].map(([name, { html }]) => {
    const old = kept.get(name);
    if (old && shownIn.get(old) === html) return old;
    const fresh = elementOf({ html });
    // What was offered before anything was typed is an element of another kind.
    const item = old && old.nodeName === fresh.nodeName ? old : fresh;
    if (item !== fresh) renew(item, fresh);
    shownIn.set(item, html);
    kept.set(name, item);
    return item;
  });
  for (const old of [...list.children]) if (!next.includes(old)) old.remove();
  for (const [at, item] of next.entries())
    if (list.children[at] !== item) list.insertBefore(item, list.children[at] ?? null);
}

/** Makes an element what another one is, and leaves what it is already: to draw all results anew with every key is most of the work. */
function renew(old: Element, fresh: Element): void {
  for (const { name } of [...old.attributes]) if (!fresh.hasAttribute(name)) old.removeAttribute(name);
  for (const { name, value } of fresh.attributes)
    if (old.getAttribute(name) !== value) old.setAttribute(name, value);
  const [before, now] = [[...old.childNodes], [...fresh.childNodes]];
  for (const [at, node] of now.entries()) {
    const there = before[at];
    if (!there) old.append(node);
    else if (there instanceof Element && there.nodeName === node.nodeName) renew(there, node as Element);
    else if (!there.isEqualNode(node)) there.replaceWith(node);
  }
  for (const node of before.slice(now.length)) node.remove();
}

/** On the way to a page, leaves the words to highlight there; on the page itself, highlights them now. */
function leaveWords(path: string, words: readonly string[] | undefined): void {
  if (!words) return;
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
