import { kinds, type Kind } from '../../domain/knowledge/article.ts';
import { openIndex, type IndexFiles } from './index-files.ts';
import { make } from './elements.ts';
import { leaveMarks } from './marks-store.ts';
import { searchAddress } from './notes.ts';
import { emptyView, fullTextBox, resultsView, type View } from './page-view.ts';
import { search, type SearchOutcome } from './search.ts';

/** Results shown at first; a button shows the rest. */
const atFirst = 20;
/** Milliseconds without a key before the query is answered. */
const pause = 150;

/** Brings the search page to life. `early` is the answer to a request for the index that is already under way. */
export function startPage(early: Promise<Response>): void {
  first = early;
  if (!customElements.get('search-page')) customElements.define('search-page', SearchPage);
}

let first: Promise<Response> | undefined;

/** The search page: what is asked stands in the address, so that a search can be shared and the back button works. */
class SearchPage extends HTMLElement {
  #files: Promise<IndexFiles> | undefined;
  #turn = 0;
  #waiting: number | undefined;
  #verbatim = false;
  #most = atFirst;

  connectedCallback(): void {
    this.#form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#ask('push');
    });
    this.#input.addEventListener('input', () => {
      this.#results.dataset['searchState'] = 'busy';
      this.#verbatim = false;
      clearTimeout(this.#waiting);
      this.#waiting = window.setTimeout(() => this.#ask('replace'), pause);
    });
    for (const select of this.#selects) select.addEventListener('change', () => this.#ask('push'));
    window.addEventListener('popstate', () => this.#readAddress());
    this.addEventListener('click', (event) => this.#follow(event));
    this.addEventListener('keydown', (event) => this.#move(event));
    // What was typed while this was loading is asked at once.
    if (this.#input.value !== '' && location.search === '') this.#ask('replace');
    else this.#readAddress();
  }

  #readAddress(): void {
    const asked = new URLSearchParams(location.search);
    this.#input.value = asked.get('q') ?? '';
    this.#verbatim = asked.has('exact');
    for (const select of this.#selects) {
      const value = asked.get(select.name) ?? '';
      select.value = [...select.options].some((option) => option.value === value) ? value : '';
    }
    this.#most = atFirst;
    void this.#show();
  }

  #ask(how: 'push' | 'replace'): void {
    clearTimeout(this.#waiting);
    const address = searchAddress({ ...this.#asked, verbatim: this.#verbatim });
    if (address !== location.pathname + location.search)
      history[how === 'push' ? 'pushState' : 'replaceState'](null, '', address);
    this.#most = atFirst;
    void this.#show();
  }

  async #show(): Promise<void> {
    const turn = ++this.#turn;
    const { text, kind, loses } = this.#asked;
    this.#part('.filters').hidden = text === '';
    this.#results.dataset['searchState'] = 'busy';
    if (text === '') return this.#put('done', { said: '', content: [] });
    try {
      const files = await (this.#files ??= openIndex(first));
      const outcome = await search(files, { text, verbatim: this.#verbatim, most: this.#most, kind, loses });
      if (turn !== this.#turn) return;
      this.#count(outcome);
      const { said, content } =
        outcome.found > 0 ? resultsView(outcome, files, { text, kind }) : emptyView(outcome, files, { text });
      this.#put(outcome.found > 0 ? 'done' : 'empty', {
        said,
        content: [...content, fullTextBox(files.file)],
      });
    } catch {
      this.#files = first = undefined;
      if (turn === this.#turn) this.#put('error', { said: this.#failure, content: [] });
    }
  }

  /** Without results to look at, the other ways on take their place. */
  #put(state: 'done' | 'empty' | 'error', { said, content }: View): void {
    this.#part('.count').textContent = said;
    this.#results.replaceChildren(...content);
    this.#results.dataset['searchState'] = state;
    this.#part('.ways-on').hidden = state === 'done' && content.length > 0;
  }

  #count({ kinds: byKind, risks }: SearchOutcome): void {
    for (const select of this.#selects) {
      for (const option of select.options) {
        const count = select.name === 'kind' ? byKind[option.value as Kind] : risks[option.value];
        if (option.value !== '') option.textContent = `${option.dataset['name'] ?? ''} (${count ?? 0})`;
      }
    }
  }

  /** Links back to this page are answered in place; links to articles take the sought words along. */
  #follow(event: MouseEvent): void {
    const target = event.target as Element;
    if (target.closest('[data-all]')) {
      this.#most = Infinity;
      void this.#show();
    }
    const more = target.closest<HTMLButtonElement>('[data-full-text]');
    if (more) void this.#searchText(more);
    const link = target.closest('a');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const address = new URL(link.href);
    if (address.pathname !== location.pathname) {
      if (link.closest('[data-result]')) leaveMarks(address.pathname, this.#asked.text);
    } else if (address.search !== '') {
      event.preventDefault();
      history.pushState(null, '', address);
      this.#readAddress();
      this.#input.focus();
    }
  }

  /** Asks Pagefind for pages whose running text holds the words, below what was found by meaning. */
  async #searchText(button: HTMLButtonElement): Promise<void> {
    const box = button.parentElement!;
    const { inText = '', nothingMore = '', unavailable = '' } = { ...this.dataset, ...button.dataset };
    const known = new Set(
      [...this.#results.querySelectorAll<HTMLAnchorElement>('[data-result] .title a')].map(
        (link) => link.pathname,
      ),
    );
    button.disabled = true;
    try {
      const { searchFullText } = await import('./full-text.ts');
      const items = await searchFullText(this.#asked.text, known);
      box.replaceChildren(
        make('h2', { tabindex: '-1' }, items.length > 0 ? inText : nothingMore),
        make('ol', {}, ...items),
      );
      box.querySelector('h2')?.focus();
    } catch {
      box.replaceChildren(make('p', { role: 'status' }, unavailable));
    }
  }

  /** Arrows go from the field through the results and back; Escape leads back to the field. */
  #move(event: KeyboardEvent): void {
    if (event.target instanceof HTMLSelectElement) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const stops: readonly HTMLElement[] = [
      this.#input,
      ...this.#results.querySelectorAll<HTMLElement>('[data-result] a'),
    ];
    const at = stops.indexOf(event.target as HTMLElement);
    const next =
      event.key === 'Escape' && at > 0
        ? this.#input
        : step !== undefined && at >= 0
          ? stops[at + step]
          : undefined;
    if (!next) return;
    event.preventDefault();
    next.focus();
  }

  get #asked(): {
    readonly text: string;
    readonly kind: Kind | undefined;
    readonly loses: string | undefined;
  } {
    const [kind, loses] = this.#selects.map(({ value }) => value);
    return {
      text: this.#input.value.trim(),
      kind: kinds.find((known) => known === kind),
      loses: loses || undefined,
    };
  }

  get #failure(): string {
    const { unavailable = '', unavailableHelp = '', notBuilt = '' } = this.dataset;
    return [unavailable, import.meta.env.DEV ? notBuilt : '', unavailableHelp].filter(Boolean).join(' ');
  }

  get #form(): HTMLFormElement {
    return this.querySelector('form')!;
  }

  get #input(): HTMLInputElement {
    return this.querySelector('input')!;
  }

  get #selects(): readonly HTMLSelectElement[] {
    return [...this.querySelectorAll('select')];
  }

  get #results(): HTMLElement {
    return this.#part('.results');
  }

  #part(selector: string): HTMLElement {
    return this.querySelector<HTMLElement>(selector)!;
  }
}
