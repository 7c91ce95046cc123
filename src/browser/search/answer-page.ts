import { kinds } from '../../domain/knowledge/article.ts';
import type { SearchOutcome } from '../../domain/search/answer.ts';
import { answerView, searchAddress } from './answer-view.ts';
import { askerOf, whileTyping, type Asker } from './asker.ts';
import { resultItems } from './result-view.ts';
import { make } from './elements.ts';

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
  const asker = askerOf(early);
  let turn = 0;
  let verbatim = false;
  const answer = async (typing = false): Promise<void> => {
    const own = ++turn;
    results.dataset['searchState'] = 'busy';
    const put = await answerTo(parts, asker, { typing, verbatim });
    if (own === turn) put();
  };
  const ask = (how: 'pushState' | 'replaceState', typing = false): void => {
    const filters = Object.fromEntries(selects.map(({ name, value }) => [name, value || undefined]));
    const address =
      import.meta.env.ROOT +
      searchAddress(input.value.trim(), { ...filters, exact: verbatim ? '1' : undefined });
    if (address !== location.pathname + location.search) history[how](null, '', address);
    void answer(typing);
  };
  const readAddress = (): void => {
    verbatim = readInto(parts, new URLSearchParams(location.search));
    void answer();
  };
  const key = whileTyping((typing) => ask('replaceState', typing));
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
  page.addEventListener('click', (event) => followHere(event, readAddress));
  // What was typed while this was loading is asked at once.
  if (input.value !== '' && location.search === '') ask('replaceState');
  else readAddress();
}

/** Asks, and returns what puts the answer on the page. */
async function answerTo(
  parts: Parts,
  asker: Asker,
  how: { readonly typing: boolean; readonly verbatim: boolean },
): Promise<() => void> {
  const { page, input, selects } = parts;
  const text = input.value.trim();
  const [kind, loses] = selects.map(({ value }) => value || undefined);
  page.querySelector<HTMLElement>('.filters')!.hidden = text === '';
  if (text === '') return () => put(parts, 'done', '', []);
  try {
    const asked = await asker.ask({
      // A space at the end says that a word is whole.
      text: input.value.trimStart(),
      ...how,
      kind: kinds.find((known) => known === kind),
      loses,
    });
    const { state, said, notes } = answerView(asked, text);
    // Half a word that finds nothing leaves what stands there.
    if (how.typing && state === 'empty') return () => undefined;
    const list = state === 'empty' ? [] : [make('ol', {}, ...resultItems(asked, false))];
    return () => {
      countIn(selects, asked.outcome);
      put(parts, state, said, [...notes, ...list]);
    };
  } catch {
    const { unavailable = '', unavailableHelp = '', notBuilt = '' } = page.dataset;
    const said = [unavailable, import.meta.env.DEV ? notBuilt : '', unavailableHelp].filter(Boolean);
    return () => put(parts, 'error', said.join(' '), []);
  }
}

function put({ page, results }: Parts, state: string, said: string, content: readonly Node[]): void {
  page.querySelector('.count')!.textContent = said;
  results.replaceChildren(...content);
  results.dataset['searchState'] = state;
  // Without results to look at, the other ways on take their place.
  page.querySelector<HTMLElement>('.ways-on')!.hidden = state === 'done' && content.length > 0;
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

/** Links back to this page are answered in place. */
function followHere(event: MouseEvent, answer: () => void): void {
  const link = (event.target as Element).closest('a');
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const address = new URL(link.href);
  if (address.pathname !== location.pathname || address.search === '') return;
  event.preventDefault();
  history.pushState(null, '', address);
  answer();
  document.querySelector<HTMLElement>('search-page input')?.focus();
}

function countIn(selects: readonly HTMLSelectElement[], { kinds: byKind, risks }: SearchOutcome): void {
  for (const select of selects) {
    for (const option of select.options) {
      const count = (select.name === 'kind' ? byKind : risks)[option.value];
      if (option.value !== '') option.textContent = `${option.dataset['name'] ?? ''} (${count ?? 0})`;
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
