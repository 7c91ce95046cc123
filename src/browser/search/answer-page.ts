import { kinds } from '../../domain/knowledge/article.ts';
import type { SearchOutcome } from '../../domain/search/answer.ts';
import { answerView, searchAddress } from './answer-view.ts';
import { askerOf, whileTyping } from './asker.ts';
import { resultItems } from './result-view.ts';
import { make } from './elements.ts';

/** Brings the search page to life: what is asked stands in the address, so that a search can be shared and the back button works. */
export function startPage(page: HTMLElement, early: Promise<Response>): void {
  const asker = askerOf(early);
  const part = (selector: string): HTMLElement => page.querySelector<HTMLElement>(selector)!;
  const input = page.querySelector('input')!;
  const selects = [...page.querySelectorAll('select')];
  const results = part('.results');
  let turn = 0;
  let verbatim = false;

  const put = (state: string, said: string, content: readonly Node[]): void => {
    part('.count').textContent = said;
    results.replaceChildren(...content);
    results.dataset['searchState'] = state;
    // Without results to look at, the other ways on take their place.
    part('.ways-on').hidden = state === 'done' && content.length > 0;
  };
  const answer = async (typing = false): Promise<void> => {
    const own = ++turn;
    const text = input.value.trim();
    const [kind, loses] = selects.map(({ value }) => value || undefined);
    part('.filters').hidden = text === '';
    if (text === '') return put('done', '', []);
    results.dataset['searchState'] = 'busy';
    try {
      const asked = await asker.ask({
        text: typing ? input.value.trimStart() : text,
        typing,
        verbatim,
        kind: kinds.find((known) => known === kind),
        loses,
      });
      const found = asked.outcome.results.length > 0;
      if (own !== turn || (typing && !found)) return;
      countIn(selects, asked.outcome);
      const { said, notes } = answerView(asked, text);
      const list = found ? [make('ol', {}, ...resultItems(asked, text))] : [];
      put(found ? 'done' : 'empty', said, [...notes, ...list]);
    } catch {
      const { unavailable = '', unavailableHelp = '', notBuilt = '' } = page.dataset;
      const said = [unavailable, import.meta.env.DEV ? notBuilt : '', unavailableHelp].filter(Boolean);
      if (own === turn) put('error', said.join(' '), []);
    }
  };
  const ask = (how: 'pushState' | 'replaceState', typing = false): void => {
    const filters = Object.fromEntries(selects.map(({ name, value }) => [name, value || undefined]));
    const address = searchAddress(input.value.trim(), { ...filters, exact: verbatim ? '1' : undefined });
    if (address !== location.pathname + location.search) history[how](null, '', address);
    void answer(typing);
  };
  const readAddress = (): void => {
    const asked = new URLSearchParams(location.search);
    input.value = asked.get('q') ?? '';
    verbatim = asked.has('exact');
    for (const select of selects) {
      const value = asked.get(select.name) ?? '';
      select.value = [...select.options].some((option) => option.value === value) ? value : '';
    }
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
  // Links back to this page are answered in place.
  page.addEventListener('click', (event) => {
    const link = (event.target as Element).closest('a');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
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
