import { kinds } from '../../domain/knowledge/article.ts';
import type { SearchRequest } from '../../domain/search/results.ts';
import { elementOf, markup } from '../markup.ts';
import type { AnswerView } from './answer-view.ts';
import type { Answerer } from './answerer.ts';
import { answererApart } from './answerer-apart.ts';
import type { BegunSearch } from '../begin-search.ts';
import { answering, whileTyping } from './answers.ts';
import { searchAddress } from './search-address.ts';

/** Brings the search page to life: what is asked stands in the address, so that a search can be shared and the back button works. */
export function startPage(page: HTMLElement, begun: BegunSearch): void {
  const input = page.querySelector('input')!;
  const form = formOf(input, [...page.querySelectorAll('select')]);
  const give = answersIn(page, answererApart(begun), form.selects);
  const answer = (typing = false): void => {
    const request = form.request(typing);
    page.querySelector<HTMLElement>('.filters')!.hidden = request.text === '';
    void give(request);
  };
  const keep = (how: 'pushState' | 'replaceState'): void => {
    if (form.address() !== location.pathname + location.search) history[how](null, '', form.address());
  };
  const ask = (how: 'pushState' | 'replaceState'): void => (keep(how), answer());
  const readAddress = (): void => (form.read(new URLSearchParams(location.search)), answer());
  const key = whileTyping((typing) => (typing ? answer(true) : ask('replaceState')));
  input.addEventListener('input', () => {
    page.querySelector<HTMLElement>('.results')!.dataset['searchState'] = 'busy';
    form.change();
    key();
  });
  page.addEventListener('submit', (event) => {
    event.preventDefault();
    ask('pushState');
  });
  for (const select of form.selects) select.addEventListener('change', () => ask('pushState'));
  window.addEventListener('popstate', readAddress);
  page.addEventListener('keydown', (event) =>
    move(event, () => [input, ...page.querySelectorAll<HTMLElement>('[data-result] a')]),
  );
  page.addEventListener('click', (event) => {
    const link = (event.target as Element).closest('a');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    // What was asked last is kept before any link leads away; links back to this page are answered in place.
    keep('replaceState');
    const address = new URL(link.href);
    if (address.pathname !== location.pathname || address.search === '') return;
    event.preventDefault();
    history.pushState(null, '', address);
    readAddress();
    input.focus();
  });
  // What was typed while this was loading is asked at once.
  if (input.value !== '' && location.search === '') ask('replaceState');
  else readAddress();
}

/** The parts of the page in which queries are answered. */
function answersIn(page: HTMLElement, answerer: Answerer, selects: readonly HTMLSelectElement[]) {
  const [region, status] = ['.results', '.count'].map((name) => page.querySelector<HTMLElement>(name)!);
  const [notes, list] = [elementOf(markup`<div class="notes"></div>`), elementOf(markup`<ol></ol>`)];
  const parts = { region: region!, status: status!, notes, list, words: page.dataset };
  return answering(
    { ...parts, answerer, look: 'links', suggests: false },
    ({ items, counts }, { typing }) => {
      // Where they stand already they stay: what is moved is drawn anew.
      if (!list.isConnected) region!.append(notes, list);
      delete document.documentElement.dataset['asked'];
      // What each filter would leave is counted when a pause says that the query is whole.
      if (counts && !typing) countIn(selects, counts);
      // Without results to look at, the other ways on take their place.
      page.querySelector<HTMLElement>('.ways-on')!.hidden = items.size > 0;
    },
  );
}

/** What the form asks, as a request and as an address of the page. */
function formOf(input: HTMLInputElement, selects: readonly HTMLSelectElement[]) {
  let verbatim = false;
  return {
    selects,
    /** Another text is mended again. */
    change: () => (verbatim = false),
    read: (asked: URLSearchParams): void => {
      verbatim = asked.has('exact');
      input.value = asked.get('q') ?? '';
      for (const select of selects) {
        select.value = asked.get(select.name) ?? '';
        if (select.selectedIndex < 0) select.value = '';
      }
    },
    request: (typing: boolean): SearchRequest => {
      const [kind, loses] = selects.map(({ value }) => value || undefined);
      // A space at the end says that a word is whole.
      const text = input.value.trim() && input.value.trimStart();
      return { text, typing, verbatim, kind: kinds.find((known) => known === kind), loses };
    },
    address: (): string => {
      const filters = Object.fromEntries(selects.map(({ name, value }) => [name, value]));
      return searchAddress(input.value.trim(), { ...filters, exact: verbatim ? '1' : '' });
    },
  };
}

function countIn(selects: readonly HTMLSelectElement[], counts: NonNullable<AnswerView['counts']>): void {
  for (const option of selects.flatMap(({ options }) => [...options])) {
    const count = counts[option.value] ?? 0;
    if (option.value !== '') option.textContent = `${option.dataset['name'] ?? ''} (${count})`;
  }
}

/** Arrows go from the field through the results and back; Escape leads back to the field. */
function move(event: KeyboardEvent, allStops: () => readonly HTMLElement[]): void {
  const step = { ArrowDown: 1, ArrowUp: -1, Escape: 0 }[event.key];
  // Most keys are letters.
  if (step === undefined) return;
  const stops = allStops();
  const at = stops.indexOf(event.target as HTMLElement);
  const next = step === 0 ? (at > 0 ? stops[0] : undefined) : at >= 0 ? stops[at + step] : undefined;
  if (!next) return;
  event.preventDefault();
  next.focus();
}
