import { resultOf, type Result, type Tried } from '../../domain/reader/tried.ts';
import type { PlanOnPage, TriedView } from '../../domain/reader/tried-view.ts';
import { fillWords } from '../fill-words.ts';

/** The words stand in the script, not in the page: see `wordsOfScripts`. */
export const words = import.meta.env.TRIED_WORDS;

/** The parts of a page that show a plan, and what was tried of it. */
export interface PlanParts {
  /** The list of fixes with all that stands around it. */
  readonly plan: HTMLElement;
  /** One part of what shows what was tried. */
  readonly find: <T extends HTMLElement>(selector: string) => T;
  readonly stop: Element;
  /** The cards, and the titles also of fixes that have none, by fix. */
  readonly cards: ReadonlyMap<string, HTMLElement>;
  readonly titles: ReadonlyMap<string, string>;
}

/** The parts around the element that shows what was tried, which stands alone in one that says what page it is. */
export function partsAround(element: HTMLElement): PlanParts {
  const plan = element.parentElement!.parentElement!;
  const fixes = [...plan.querySelectorAll<HTMLElement>('[data-fix]')];
  return {
    plan,
    find: (selector) => element.querySelector(selector)!,
    stop: plan.querySelector('#stop')!,
    cards: new Map(fixes.filter((fix) => fix.matches('li')).map((card) => [card.dataset['fix']!, card])),
    titles: new Map(fixes.map((fix) => [fix.dataset['fix']!, (fix.querySelector('a') ?? fix).textContent])),
  };
}

/** The plan as it stands now: what was tried before can change its order. Minutes are as many as the cards themselves say. */
export function planNow({ plan, stop, cards }: PlanParts): PlanOnPage {
  return {
    above: [...plan.querySelectorAll<HTMLElement>('li[data-fix]')]
      .filter((card) => card.compareDocumentPosition(stop) & Node.DOCUMENT_POSITION_FOLLOWING)
      .map((card) => card.dataset['fix']!),
    hasCard: (fix) => cards.has(fix),
    minutesOf: (fix) => parseFloat(cards.get(fix)!.querySelector('.facts')!.textContent) || 0,
  };
}

/** Shows on the cards what came of them, and which is next. */
export function showCards(parts: PlanParts, { next, isAtStop }: TriedView, marks: readonly Tried[]): void {
  for (const [fix, card] of parts.cards) {
    const result = resultOf(marks, fix);
    card.dataset['result'] = result ?? '';
    card.toggleAttribute('data-next', fix === next);
    if (result) giveButtons(parts, card);
    for (const button of card.querySelectorAll<HTMLElement>('[data-mark]'))
      button.setAttribute('aria-pressed', String(button.dataset['mark'] === result));
  }
  parts.stop.toggleAttribute('data-next', isAtStop);
}

/** Gives a card its buttons; a page of many cards has those of one. */
function giveButtons({ find, titles }: PlanParts, card: HTMLElement): void {
  if (card.querySelector('.marks')) return;
  card.querySelector('details')!.after(find<HTMLTemplateElement>('template').content.cloneNode(true));
  card
    .querySelector('.marks')!
    .setAttribute('aria-label', fillWords(words.marks, { fix: titles.get(card.dataset['fix']!)! }));
  card.querySelector<HTMLAnchorElement>('.show')!.href = card.querySelector('a')!.href;
}

/** The buttons of a card stand in the page once it is opened. */
export function followCard(parts: PlanParts, card: HTMLElement): void {
  card.querySelector('.go')?.remove();
  const details = card.querySelector('details')!;
  const follow = (isOpen = details.open): void => {
    if (isOpen) giveButtons(parts, card);
    card.toggleAttribute('data-open', isOpen);
  };
  // `toggle` comes late: whoever opens a card with the keyboard finds its buttons at once.
  details.querySelector('summary')!.addEventListener('click', () => follow(!details.open));
  details.addEventListener('toggle', () => follow());
  follow();
}

/** Calls back with the card whose button was pressed, and what it now is. The focus stays on the button, or goes to the one that is no longer pressed. */
export function onMark(
  { plan }: PlanParts,
  mark: (card: HTMLElement, result: Result | undefined) => void,
): void {
  plan.addEventListener('click', ({ target }) => {
    const button = (target as Element).closest<HTMLElement>('.marks button');
    const card = button?.closest<HTMLElement>('li[data-fix]');
    if (!button || !card) return;
    const pressed = card.querySelector<HTMLElement>('[aria-pressed=true]');
    mark(card, pressed ? undefined : (button.dataset['mark'] as Result));
    (pressed ?? button).focus({ preventScroll: true });
  });
}
