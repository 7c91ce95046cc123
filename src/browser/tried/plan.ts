import { triedSign } from '../../domain/reader/tried-sign.ts';
import {
  markFix,
  mergeTried,
  nextUntried,
  parseTried,
  resultOf,
  type Result,
  type Tried,
} from '../../domain/reader/tried.ts';
import { fillWords } from '../fill-words.ts';
import { onReturn, openStore, thisMinute } from './store.ts';

/** What `TriedPlan.astro` hands over. */
export interface TriedPlanPage {
  readonly symptom: string;
  readonly title: string;
  readonly answers: readonly string[];
  /** The device that the plan is for, if it is for one. */
  readonly device?: string | undefined;
}

/** The words stand in the script, not in the page: see `wordsOfScripts`. */
const words = import.meta.env.TRIED_WORDS;

function open(card: HTMLElement, yes: boolean): void {
  card.querySelector('details')!.open = yes;
  card.toggleAttribute('data-open', yes);
}

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
  const { symptom, ...page } = JSON.parse(element.dataset['page']!) as TriedPlanPage;
  const store = openStore(symptom);
  const plan = element.parentElement!;
  const find = <T extends HTMLElement>(selector: string): T => element.querySelector<T>(selector)!;
  const strip = find('.strip');
  const copied = find('.copied');
  const area = find<HTMLTextAreaElement>('textarea');
  const stop = plan.querySelector('#stop')!;
  const cards = new Map(
    [...plan.querySelectorAll<HTMLElement>('li[data-fix]')].map((card) => [card.dataset['fix']!, card]),
  );
  const titles = new Map(
    [...plan.querySelectorAll<HTMLElement>('[data-fix]')].map((fix) => [
      fix.dataset['fix']!,
      (fix.querySelector('a') ?? fix).textContent,
    ]),
  );
  const isKnown = (fix: string): boolean => titles.has(fix);
  /** The fixes above the stop line as they stand now: what was tried before can change their order. */
  const fixesAbove = (): readonly string[] =>
    [...plan.querySelectorAll<HTMLElement>('li[data-fix]')]
      .filter((card) => card.compareDocumentPosition(stop) & Node.DOCUMENT_POSITION_FOLLOWING)
      .map((card) => card.dataset['fix']!);
  /** Marks that came in the address and are not this reader's own. */
  let linked: readonly Tried[] = [];
  let forgotten: readonly Tried[] = [];
  let shown: readonly Tried[] = [];
  let next: string | undefined;
  /** The card that stands open because it is next; what a reader opens or closes is theirs. */
  let opened = [...cards].find(([, card]) => card.querySelector('[open]'))?.[0];

  const show = (): void => {
    const [, fragment] = location.hash.split(`#${triedSign}`);
    if (fragment !== undefined) linked = parseTried(fragment, isKnown);
    shown = linked[0] ? linked : store.read().filter(({ fix }) => isKnown(fix));
    const worked = shown.some(({ fix, result }) => result === 'w' && cards.has(fix));
    const above = fixesAbove();
    next = worked ? undefined : nextUntried(above, shown);
    for (const [fix, card] of cards) {
      const result = resultOf(shown, fix);
      card.dataset['result'] = result ?? '';
      card.toggleAttribute('data-next', fix === next);
      if (result) marksIn(fix, card);
      for (const button of card.querySelectorAll<HTMLElement>('[data-mark]'))
        button.setAttribute('aria-pressed', String(button.dataset['mark'] === result));
    }
    if (opened !== next) {
      for (const [fix, card] of cards) if (fix === opened || fix === next) open(card, fix === next);
      opened = next;
    }
    stop.toggleAttribute('data-next', !worked && !next && above.length > 0);
    const skipped = shown.filter(({ result }) => result === 's').length;
    // As many minutes as the cards themselves say.
    const left = above
      .filter((fix) => !resultOf(shown, fix))
      .reduce((sum, fix) => sum + (parseFloat(cards.get(fix)!.querySelector('.facts')!.textContent) || 0), 0);
    const total = new Set([...above, ...shown.map(({ fix }) => fix)]).size;
    find('.count').textContent =
      fillWords(words.count, { n: shown.length - skipped, total }) +
      (skipped ? fillWords(words.skippedCount, { n: skipped }) : '') +
      (next && left ? fillWords(words.left, { n: Math.ceil(left) }) : '');
    strip.dataset['state'] = linked[0] ? 'linked' : shown[0] ? 'own' : 'forgotten';
    strip.hidden = !shown[0] && !forgotten[0];
    // Loaded before it is asked for: a browser lets only what follows a press at once write to the clipboard.
    if (shown[0]) void support();
    const picture = document.querySelector<HTMLElement>('[data-solved]');
    if (picture && (worked || picture.querySelector('[data-after]')))
      void import('./solved.ts').then(({ showSolved }) => showSolved(picture, worked));
  };

  const support = () => import('./support-copy.ts');

  const save = (tried: readonly Tried[]): void => {
    store.write(tried);
    if (linked[0]) history.replaceState(history.state, '', location.pathname + location.search);
    linked = [];
    copied.textContent = '';
    area.parentElement!.hidden = true;
    show();
  };

  const mark = (fix: string, card: HTMLElement, result: Result | undefined): void => {
    const topOf = (): number => card.getBoundingClientRect().top;
    const top = topOf();
    forgotten = [];
    save(markFix(mergeTried(store.read(), linked), fix, result, thisMinute()));
    scrollBy({ top: topOf() - top, behavior: 'instant' });
    const said = result
      ? [fillWords(words.announce, { fix: titles.get(fix)!, result: words.results[result] })]
      : [];
    if (result && next) said.push(fillWords(words.announceNext, { fix: titles.get(next)! }));
    if (result && stop.matches('[data-next]')) said.push(words.announceStop);
    find('.said').textContent = said.join(' ');
  };

  const actions: Readonly<Record<string, () => void>> = {
    keep: () => save(mergeTried(store.read(), linked)),
    discard: () => save(store.read()),
    forget: () => {
      forgotten = shown;
      save([]);
    },
    restore: () => save(forgotten),
    copy: async () => {
      const { askScreen, supportCopy, copiedWord } = await support();
      askScreen(area, symptom);
      const text = supportCopy(page, shown, titles);
      try {
        await navigator.clipboard.writeText(text);
        copied.textContent = copiedWord;
      } catch {
        area.value = text;
        area.parentElement!.hidden = false;
        area.select();
      }
    },
  };

  /** The buttons of a card stand in the page once it is opened or marked. */
  function marksIn(fix: string, card: HTMLElement): void {
    if (card.querySelector('.marks')) return;
    card.querySelector('details')!.after(find<HTMLTemplateElement>('template').content.cloneNode(true));
    const marks = card.querySelector<HTMLElement>('.marks')!;
    marks.setAttribute('aria-label', fillWords(words.marks, { fix: titles.get(fix)! }));
    card.querySelector<HTMLAnchorElement>('.show')!.href = card.querySelector('a')!.href;
    marks.addEventListener('click', ({ target }) => {
      const button = (target as Element).closest('button');
      if (!button) return;
      const pressed = card.querySelector<HTMLElement>('[aria-pressed=true]');
      mark(fix, card, pressed ? undefined : (button.dataset['mark'] as Result));
      (pressed ?? button).focus({ preventScroll: true });
    });
  }

  for (const [fix, card] of cards) {
    card.querySelector('.go')?.remove();
    const details = card.querySelector('details')!;
    const follow = (isOpen = details.open): void => {
      if (isOpen) marksIn(fix, card);
      card.toggleAttribute('data-open', isOpen);
    };
    // `toggle` comes late: whoever opens a card with the keyboard finds its buttons at once.
    details.querySelector('summary')!.addEventListener('click', () => follow(!details.open));
    details.addEventListener('toggle', () => follow());
    follow();
  }
  strip.addEventListener('click', ({ target }) => {
    const button = (target as Element).closest('button');
    if (!button) return;
    actions[button.value]!();
    // A button that has done its work is gone; the focus goes to what took its place.
    const isThere = (other: HTMLElement): boolean => other.offsetParent !== null;
    if (!isThere(button))
      ([...strip.querySelectorAll('button')].find(isThere) ?? document.getElementById('main'))?.focus({
        preventScroll: true,
      });
  });
  onReturn(show);
  show();
}
