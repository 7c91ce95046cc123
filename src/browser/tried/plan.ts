import { triedSign } from '../../domain/reader/tried-sign.ts';
import { markFix, mergeTried, parseTried, type Tried } from '../../domain/reader/tried.ts';
import { triedView, type TriedView } from '../../domain/reader/tried-view.ts';
import { fillWords } from '../fill-words.ts';
import type { TriedPlanPage } from './handed-over.ts';
import { followCard, onMark, partsAround, planNow, showCards, words, type PlanParts } from './plan-parts.ts';
import { onReturn, openStore, thisMinute } from './store.ts';

customElements.define(
  'tried-plan',
  class extends HTMLElement {
    connectedCallback(): void {
      startPlan(this);
    }
  },
);

/** Lets a reader mark the fixes of a plan; shows what was tried and what is next, and hands it on as text. */
function startPlan(element: HTMLElement): void {
  const page = JSON.parse(element.parentElement!.dataset['page']!) as TriedPlanPage;
  const store = openStore(page.symptom);
  const parts = partsAround(element);
  const { cards, titles, find } = parts;
  /** Marks that came in the address and are not this reader's own. */
  let linked: readonly Tried[] = [];
  let forgotten: readonly Tried[] = [];
  let shown: readonly Tried[] = [];
  const openNext = cardOpener(cards);

  const show = (): TriedView => {
    const [, fragment] = location.hash.split(`#${triedSign}`);
    if (fragment !== undefined) linked = parseTried(fragment, (fix) => titles.has(fix));
    shown = linked[0] ? linked : store.read().filter(({ fix }) => titles.has(fix));
    const view = triedView(shown, planNow(parts));
    showCards(parts, view, shown);
    openNext(view.next);
    showStrip(parts, view, linked[0] ? 'linked' : shown[0] ? 'own' : forgotten[0] && 'forgotten');
    showPicture(view.worked);
    return view;
  };
  const save = (tried: readonly Tried[], undo: readonly Tried[] = []): TriedView => {
    store.write(tried);
    forgotten = undo;
    if (linked[0]) history.replaceState(history.state, '', location.pathname + location.search);
    linked = [];
    forgetCopy(parts);
    return show();
  };

  for (const card of cards.values()) followCard(parts, card);
  onMark(parts, (card, result) => {
    const fix = card.dataset['fix']!;
    const marked = markFix(mergeTried(store.read(), linked), fix, result, thisMinute());
    const view = inPlace(card, () => save(marked));
    find('.said').textContent = result ? announcement(parts, fix, words.results[result], view) : '';
  });
  onAction(find('.strip'), {
    keep: () => save(mergeTried(store.read(), linked)),
    discard: () => save(store.read()),
    forget: () => save([], shown),
    restore: () => save(forgotten),
    copy: async () => (await support()).copyCase(parts, page, shown),
  });
  onReturn(show);
  show();
}

/** Opens the card that is next and closes the one that was; what a reader opens or closes is theirs. */
function cardOpener(cards: PlanParts['cards']): (next: string | undefined) => void {
  const open = (fix: string | undefined, yes: boolean): void => {
    const card = fix && cards.get(fix);
    if (!card) return;
    card.querySelector('details')!.open = yes;
    card.toggleAttribute('data-open', yes);
  };
  let opened = [...cards].find(([, card]) => card.querySelector('[open]'))?.[0];
  return (next) => {
    if (opened === next) return;
    open(opened, false);
    open((opened = next), true);
  };
}

/** Shows how far the reader is, and what can be done with the marks; nothing of it where there are and were none. */
function showStrip(
  { find }: PlanParts,
  { next, tried, skipped, total, minutesLeft }: TriedView,
  state: 'linked' | 'own' | 'forgotten' | undefined,
): void {
  find('.count').textContent =
    fillWords(words.count, { n: tried, total }) +
    (skipped ? fillWords(words.skippedCount, { n: skipped }) : '') +
    (next && minutesLeft ? fillWords(words.left, { n: Math.ceil(minutesLeft) }) : '');
  const strip = find('.strip');
  strip.dataset['state'] = state ?? '';
  strip.hidden = !state;
  // Loaded before it is asked for: a browser lets only what follows a press at once write to the clipboard.
  if (tried + skipped) void support();
}

function support() {
  return import('./support-copy.ts');
}

/** What was copied before is no more what the page shows. */
function forgetCopy({ find }: PlanParts): void {
  find('.copied').textContent = '';
  find('[readonly]').parentElement!.hidden = true;
}

/** Changes the page, and keeps a card under the reader's finger. */
function inPlace<T>(card: HTMLElement, change: () => T): T {
  const { top } = card.getBoundingClientRect();
  const changed = change();
  scrollBy({ top: card.getBoundingClientRect().top - top, behavior: 'instant' });
  return changed;
}

/** A picture of the symptom shows what a reader sees once it works. */
function showPicture(worked: boolean): void {
  const picture = document.querySelector<HTMLElement>('[data-solved]');
  if (picture && (worked || picture.querySelector('[data-after]')))
    void import('./solved.ts').then(({ showSolved }) => showSolved(picture, worked));
}

/** What a screen reader is told of a mark: what came of the fix, and where to go on. */
function announcement({ titles }: PlanParts, fix: string, result: string, view: TriedView): string {
  const { next, isAtStop } = view;
  return [
    fillWords(words.announce, { fix: titles.get(fix)!, result }),
    ...(next ? [fillWords(words.announceNext, { fix: titles.get(next)! })] : []),
    ...(isAtStop ? [words.announceStop] : []),
  ].join(' ');
}

/** Does what the buttons of a strip are for, by their values. A button that has done its work is gone; the focus goes to what took its place. */
function onAction(strip: HTMLElement, actions: Readonly<Record<string, () => unknown>>): void {
  strip.addEventListener('click', ({ target }) => {
    const button = (target as Element).closest('button');
    if (!button) return;
    actions[button.value]!();
    const isThere = (other: HTMLElement): boolean => other.offsetParent !== null;
    if (!isThere(button))
      ([...strip.querySelectorAll('button')].find(isThere) ?? document.getElementById('main'))?.focus({
        preventScroll: true,
      });
  });
}
