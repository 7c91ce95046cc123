import { kinds } from '../../domain/knowledge/article.ts';
import { answering, searchAddress, type AnswerView } from './answer-view.ts';
import { askerOf, whileTyping } from './asker.ts';
import { fill, make } from './elements.ts';

/** The parts of the search page. */
interface Parts {
  readonly page: HTMLElement;
  readonly input: HTMLInputElement;
  readonly selects: readonly HTMLSelectElement[];
  readonly results: HTMLElement;
}

/** Brings the search page to life: what is asked stands in the address, so that a search can be shared and the back button works. */
export function startPage(page: HTMLElement, early: Promise<Response>): void {
  const input = page.querySelector('input')!;
  const results = page.querySelector<HTMLElement>('.results')!;
  const selects = [...page.querySelectorAll('select')];
  const parts: Parts = { page, input, selects, results };
  const list = make('ol', {});
  const give = answering(askerOf(early), {
    options: false,
    suggests: false,
    failed: () => unavailableIn(page),
    show: (view, typing) => put(parts, list, view, typing),
  });
  let verbatim = false;
  const answer = (typing = false): void => {
    results.dataset['searchState'] = 'busy';
    // A space at the end says that a word is whole.
    const text = input.value.trim() && input.value.trimStart();
    page.querySelector<HTMLElement>('.filters')!.hidden = text === '';
    const [kind, loses] = selects.map(({ value }) => value || undefined);
    void give({ text, typing, verbatim, kind: kinds.find((known) => known === kind), loses });
  };
  const keep = (how: 'pushState' | 'replaceState'): void => {
    const address = addressOf(parts, verbatim);
    if (address !== location.pathname + location.search) history[how](null, '', address);
  };
  const ask = (how: 'pushState' | 'replaceState'): void => (keep(how), answer());
  const readAddress = (): void => {
    verbatim = readInto(parts, new URLSearchParams(location.search));
    answer();
  };
  const key = whileTyping((typing) => (typing ? answer(true) : ask('replaceState')));
  input.addEventListener('input', () => {
    results.dataset['searchState'] = 'busy';
    verbatim = false;
    key();
  });
  page.addEventListener('submit', (event) => {
    event.preventDefault();
    ask('pushState');
  });
  for (const select of selects) select.addEventListener('change', () => ask('pushState'));
  window.addEventListener('popstate', readAddress);
  page.addEventListener('keydown', (event) =>
    move(event, [input, ...results.querySelectorAll<HTMLElement>('[data-result] a')]),
  );
  page.addEventListener('click', (event) => followHere(event, () => keep('replaceState'), readAddress));
  // What was typed while this was loading is asked at once.
  if (input.value !== '' && location.search === '') ask('replaceState');
  else readAddress();
}

/** The address of what the form asks. */
function addressOf({ input, selects }: Parts, verbatim: boolean): string {
  const filters = Object.fromEntries(selects.map(({ name, value }) => [name, value || undefined]));
  const more = { ...filters, exact: verbatim ? '1' : undefined };
  return import.meta.env.ROOT + searchAddress(input.value.trim(), more);
}

function unavailableIn({ dataset }: HTMLElement): Pick<AnswerView, 'said' | 'notes'> {
  const { unavailable = '', unavailableHelp = '', notBuilt = '' } = dataset;
  const said = [unavailable, import.meta.env.DEV ? notBuilt : '', unavailableHelp];
  return { said: said.filter(Boolean).join(' '), notes: [] };
}

function put({ page, results, selects }: Parts, list: HTMLElement, view: AnswerView, typing: boolean): void {
  // What each filter would leave is counted when a pause says that the query is whole.
  if (view.outcome && !typing) countIn(selects, view.outcome);
  page.querySelector('.count')!.textContent = view.said;
  fill(list, view.items);
  fill(results, [...view.notes, ...(view.items.length > 0 ? [list] : [])]);
  results.dataset['searchState'] = view.state;
  // Without results to look at, the other ways on take their place.
  page.querySelector<HTMLElement>('.ways-on')!.hidden = view.items.length > 0;
}

/** Fills the form from an address; true when the spelling is to be left alone. */
function readInto({ input, selects }: Parts, asked: URLSearchParams): boolean {
  input.value = asked.get('q') ?? '';
  for (const select of selects) {
    const value = asked.get(select.name) ?? '';
    select.value = [...select.options].some((option) => option.value === value) ? value : '';
  }
  return asked.has('exact');
}

/** Links back to this page are answered in place. What was asked last is kept before any link leads away. */
function followHere(event: MouseEvent, keep: () => void, answer: () => void): void {
  const link = (event.target as Element).closest('a');
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  keep();
  const address = new URL(link.href);
  if (address.pathname !== location.pathname || address.search === '') return;
  event.preventDefault();
  history.pushState(null, '', address);
  answer();
  document.querySelector<HTMLElement>('search-page input')?.focus();
}

function countIn(
  selects: readonly HTMLSelectElement[],
  { kinds: byKind, risks }: NonNullable<AnswerView['outcome']>,
): void {
  for (const select of selects) {
    for (const option of select.options) {
      const count = (select.name === 'kind' ? byKind : risks)[option.value];
      const name = `${option.dataset['name'] ?? ''} (${count ?? 0})`;
      if (option.value !== '' && option.textContent !== name) option.textContent = name;
    }
  }
}

/** Arrows go from the field through the results and back; Escape leads back to the field. */
function move(event: KeyboardEvent, stops: readonly HTMLElement[]): void {
  if (event.target instanceof HTMLSelectElement) return;
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const at = stops.indexOf(event.target as HTMLElement);
  const next =
    event.key === 'Escape' && at > 0
      ? stops[0]
      : step !== undefined && at >= 0
        ? stops[at + step]
        : undefined;
  if (!next) return;
  event.preventDefault();
  next.focus();
}
