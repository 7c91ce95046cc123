import { planLeft, type PackedTask } from '../../domain/reader/plan-left.ts';
import { markFix, resultOf } from '../../domain/reader/tried.ts';
import { marksChanged, onReturn, openStore, thisMinute } from './store.ts';

/** How many fixes stand in the first part of a plan. */
const startCount = 3;

// Elements that are in the page already start here and now, so what they need stands above.
customElements.define(
  'tried-before',
  class extends HTMLElement {
    connectedCallback(): void {
      startTicking(this);
    }
  },
);

/** Lets a reader tick what they have tried; the plan below becomes what is left, in the order that is then best. */
function startTicking(element: HTMLElement): void {
  const { symptom, task } = JSON.parse(element.dataset['page']!) as {
    readonly symptom: string;
    readonly task: PackedTask;
  };
  const store = openStore(symptom);
  const plan = element.parentElement!;
  const arrange = arranger(element, plan, task);
  const boxes = tickBoxes(element);
  const ticked = (): ReadonlySet<string> =>
    new Set([...boxes].filter(([, box]) => box.checked).map(([fix]) => fix));
  const read = (): void => {
    const tried = store.read();
    for (const [fix, box] of boxes) box.checked = resultOf(tried, fix) === 'n';
  };

  element.addEventListener('change', ({ target }) => {
    const box = target as HTMLInputElement;
    store.write(markFix(store.read(), box.value, box.checked ? 'n' : undefined, thisMinute()));
    arrange(ticked());
    dispatchEvent(new Event(marksChanged));
  });
  // A mark on a card is a tick as well; the card stays under the reader's finger until the next visit.
  plan.addEventListener('click', ({ target }) => {
    if (!element.contains(target as Node)) read();
  });
  onReturn(read);
  read();
  arrange(ticked());
  dispatchEvent(new Event(marksChanged));
}

/** Puts the cards of a plan in the order that is best once some fixes have failed. */
function arranger(
  element: HTMLElement,
  plan: HTMLElement,
  task: PackedTask,
): (failed: ReadonlySet<string>) => void {
  const lists = findLists(plan);
  const cards = new Map(
    [...plan.querySelectorAll<HTMLElement>('li[data-fix]')].map((card) => [card.dataset['fix']!, card]),
  );
  const last = new Set<Element>(plan.querySelectorAll('section:has(#last-resort) li'));
  return (failed) => {
    // As long as nothing is ticked, the page stands as it was made, with the fixes that share a test on one card.
    if (failed.size === 0 && plan.querySelector('[data-batch]')) return;
    const order = planLeft(task, failed);
    const movable = [...cards].filter(([, card]) => !last.has(card));
    const rest = movable.map(([fix]) => fix).filter((fix) => !order.includes(fix) && !failed.has(fix));
    const above = order.filter((fix) => cards.has(fix) && !last.has(cards.get(fix)!));
    const put = (fixes: Iterable<string>, list: Element): void =>
      list.append(...[...fixes].flatMap((fix) => cards.get(fix) ?? []));
    put(above.slice(0, startCount), lists.first);
    put(above.slice(startCount), lists.then);
    put(rest, lists.below);
    put(failed, element.querySelector('.done')!);
    for (const batch of plan.querySelectorAll('[data-batch]')) batch.remove();
    for (const card of cards.values()) card.removeAttribute('data-within');
    for (const list of [lists.first, lists.then, lists.below]) {
      const part = list.closest('section');
      if (part) part.hidden = list.childElementCount === 0;
    }
    [...above, ...rest].forEach((fix, index) => {
      const place = cards.get(fix)!.querySelector('.place');
      if (place) place.textContent = String(index + 1);
    });
  };
}

/** The lists of a plan's parts; those that the page left out are made, so that every card has its place. */
function findLists(plan: HTMLElement): {
  readonly first: Element;
  readonly then: Element;
  readonly below: Element;
} {
  const listOf = (id: string): Element | null => plan.querySelector(`section:has(#${id}) > ol`);
  const stop = plan.querySelector('#stop')!;
  const empty = (): Element => (listOf('plan') ?? document.createElement('ol')).cloneNode(false) as Element;
  const first = listOf('plan') ?? empty();
  const then = listOf('then') ?? empty();
  const below = listOf('less-likely') ?? empty();
  if (!first.isConnected) stop.before(first);
  if (!then.isConnected) stop.before(then);
  if (!below.isConnected) stop.after(below);
  return { first, then, below };
}

/** A box to tick in place of each link of the list, by the id of its fix. */
function tickBoxes(element: HTMLElement): ReadonlyMap<string, HTMLInputElement> {
  const lead = element.querySelector<HTMLElement>('[data-tick]')!;
  lead.textContent = lead.dataset['tick']!;
  const boxes = new Map<string, HTMLInputElement>();
  for (const link of element.querySelectorAll<HTMLAnchorElement>('ul a')) {
    const box = document.createElement('input');
    box.type = 'checkbox';
    box.value = link.hash.slice('#plan-'.length);
    const label = document.createElement('label');
    label.append(box, link.textContent.trim());
    link.replaceWith(label);
    boxes.set(box.value, box);
  }
  return boxes;
}
