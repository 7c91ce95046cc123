import { kinds, type Kind } from '../../domain/article.ts';
import { make, sentence } from './elements.ts';
import { openIndex, type IndexFiles } from './index-files.ts';
import { leaveMarks } from './marks-store.ts';
import { nearestWords } from './nearest-words.ts';
import { countSentence, queryNotes, searchAddress } from './notes.ts';
import { resultItem } from './result-view.ts';
import { search, type SearchOutcome } from './search.ts';

const most = 30;
const pause = 200;

/** The search page: what is asked stands in the address, so that a search can be shared and the back button works. */
class SearchPage extends HTMLElement {
  #files: Promise<IndexFiles> | undefined;
  #turn = 0;
  #waiting: number | undefined;
  #verbatim = false;

  connectedCallback(): void {
    this.#form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#ask('push');
    });
    this.#input.addEventListener('input', () => {
      clearTimeout(this.#waiting);
      this.#verbatim = false;
      this.#waiting = window.setTimeout(() => this.#ask('replace'), pause);
    });
    for (const select of this.#selects) select.addEventListener('change', () => this.#ask('push'));
    window.addEventListener('popstate', () => this.#readAddress());
    this.#results.addEventListener('click', (event) => this.#follow(event));
    // What was typed while this was loading is asked at once.
    if (this.#input.value !== '' && !location.search) this.#ask('replace');
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
    void this.#show();
  }

  #ask(how: 'push' | 'replace'): void {
    clearTimeout(this.#waiting);
    const address = searchAddress({ ...this.#asked, verbatim: this.#verbatim });
    if (address !== location.pathname + location.search) history[how === 'push' ? 'pushState' : 'replaceState'](null, '', address);
    void this.#show();
  }

  async #show(): Promise<void> {
    const turn = ++this.#turn;
    const { text, kind, loses } = this.#asked;
    this.querySelector<HTMLElement>('.filters')!.hidden = text === '';
    if (text === '') return this.#put('done', '', [], true);
    this.#results.dataset['searchState'] = 'busy';
    try {
      const files = await (this.#files ??= openIndex());
      const outcome = await search(files, { text, verbatim: this.#verbatim, most, kind, loses });
      if (turn === this.#turn) this.#render(outcome, files, text);
    } catch {
      this.#files = undefined;
      if (turn === this.#turn) this.#fail();
    }
  }

  #render(outcome: SearchOutcome, files: IndexFiles, text: string): void {
    const { labels, built } = files.file;
    const words = labels.results;
    this.#count(outcome);
    const notes = [...queryNotes(outcome, text, labels), ...(import.meta.env.DEV ? [make('p', {}, ...sentence(words['lastBuild'] ?? '', { time: new Date(built).toLocaleString() }))] : [])];
    if (outcome.results.length > 0) {
      const items = outcome.results.map((result) => resultItem(result, outcome.isHit, labels));
      return this.#put('done', countSentence(outcome, labels), [...notes, make('ol', {}, ...items), this.#fullText(text, words)], false);
    }
    const narrowed = outcome.total > 0;
    const said = narrowed ? (words['noneNarrowed'] ?? '') : sentence(words['none'] ?? '', { query: `“${text.slice(0, 100)}”` }).join('');
    const near = nearestWords(outcome.query.unknown, files.knowledge);
    this.#put('empty', said, [
      ...(narrowed ? [make('p', {}, make('a', { href: searchAddress({ text }) }, words['dropFilters'] ?? ''))] : []),
      ...(near.length > 0 ? [make('p', {}, words['nearest'] ?? ''), make('ul', { class: 'nearest' }, ...near.map((word) => make('li', {}, make('a', { href: searchAddress({ text: word }) }, word))))] : []),
      this.#fullText(text, words),
    ], true);
  }

  /** A button that asks Pagefind for pages whose running text holds the words, beside what was found by meaning. */
  #fullText(text: string, words: Readonly<Record<string, string>>): HTMLElement {
    const button = make('button', { type: 'button', class: 'button' }, words['fullText'] ?? '');
    const box = make('div', { class: 'in-text' }, button);
    button.addEventListener('click', () => {
      const known = new Set([...this.#results.querySelectorAll<HTMLAnchorElement>('[data-result] .title a')].map((link) => link.pathname));
      button.disabled = true;
      void import('./full-text.ts')
        .then(({ searchFullText }) => searchFullText(text, known))
        .then((items) => box.replaceChildren(make('h2', { tabindex: '-1' }, (items.length > 0 ? words['inText'] : words['nothingMore']) ?? ''), make('ol', {}, ...items)))
        .catch(() => box.replaceChildren(make('p', {}, this.dataset['unavailable'] ?? '')))
        .finally(() => box.querySelector('h2')?.focus());
    });
    return box;
  }

  #fail(): void {
    const { unavailable = '', unavailableHelp = '', notBuilt = '' } = this.dataset;
    this.#put('error', `${unavailable}${import.meta.env.DEV ? ` ${notBuilt}` : ''} ${unavailableHelp}`.trim(), [], true);
  }

  #put(state: 'done' | 'empty' | 'error', said: string, content: readonly Node[], waysOn: boolean): void {
    this.querySelector('.count')!.textContent = said;
    this.#results.replaceChildren(...content);
    this.#results.dataset['searchState'] = state;
    this.querySelector<HTMLElement>('.ways-on')!.hidden = !waysOn;
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
    const link = (event.target as Element).closest('a');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const address = new URL(link.href);
    if (address.pathname !== location.pathname) return leaveMarks(address.pathname, this.#asked.text);
    event.preventDefault();
    history.pushState(null, '', address);
    this.#readAddress();
    this.#input.focus();
  }

  get #asked(): { readonly text: string; readonly kind: Kind | undefined; readonly loses: string | undefined } {
    const [kind, loses] = this.#selects.map(({ value }) => value);
    return { text: this.#input.value.trim(), kind: kinds.find((known) => known === kind), loses: loses || undefined };
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
    return this.querySelector('.results')!;
  }
}

customElements.define('search-page', SearchPage);
