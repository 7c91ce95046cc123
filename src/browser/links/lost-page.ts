import { nearestPages, wordsOfAddress, type Address } from './nearest-pages.ts';

/** What stands before every address of the site. */
const root = import.meta.env.ROOT;

/** Looks at the address that nobody found: puts its words into the search field and offers the nearest pages. */
class LostPage extends HTMLElement {
  async connectedCallback(): Promise<void> {
    const path = location.pathname.slice(root.length);
    const words = wordsOfAddress(path).join(' ');
    if (words === '') return;
    const field = document.querySelector<HTMLInputElement>('main [name=q]');
    if (field) field.value = words;
    const search = [
      `/search/?q=${encodeURIComponent(words)}`,
      (this.dataset['searchFor'] ?? '…').replace('…', words),
    ] as const;
    this.offer([search]);
    const response = await fetch(`${root}/addresses.json`).catch(() => undefined);
    if (response?.ok)
      this.offer([...nearestPages(path, (await response.json()) as readonly Address[]), search]);
  }

  offer(links: readonly Address[]): void {
    this.querySelector('ul')?.replaceChildren(
      ...links.map(([href, label]) => {
        const item = document.createElement('li');
        const link = document.createElement('a');
        link.href = root + href;
        link.textContent = label;
        item.append(link);
        return item;
      }),
    );
    this.querySelector('nav')?.removeAttribute('hidden');
  }
}

customElements.define('lost-page', LostPage);
