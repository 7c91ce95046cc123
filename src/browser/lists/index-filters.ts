import { fillWords } from '../fill-words.ts';
import { meantWordsIn, plain } from './meant-words.ts';

/** `<index-filters>`: narrows the list of an index by words, minutes, loss and who; the address keeps what is chosen. A slip in a word is mended, and told. */
class IndexFilters extends HTMLElement {
  connectedCallback(): void {
    const form = this.querySelector('form') as HTMLFormElement;
    const given = new URLSearchParams(location.search);
    for (const field of fieldsOf(form)) field.value = given.get(field.name) ?? '';
    const entries = [...document.querySelectorAll<HTMLElement>('[data-letter] > :is(ul, dl) > *')].map(
      (element) => ({
        element,
        text: plain(element.textContent ?? ''),
      }),
    );
    const meant = meantWordsIn(entries.map(({ text }) => text));
    const update = (): void => this.update(form, entries, meant);
    form.addEventListener('input', update);
    form.addEventListener('reset', () => setTimeout(update));
    form.addEventListener('submit', (event) => event.preventDefault());
    update();
  }

  private update(
    form: HTMLFormElement,
    entries: readonly Entry[],
    meant: ReturnType<typeof meantWordsIn>,
  ): void {
    const fields = fieldsOf(form);
    const chosen = fields.filter(({ value }) => value.trim() !== '');
    const { words, mended } = meant(fields.find(({ name }) => name === 'q')?.value ?? '');
    const left = entries.filter((entry) => chosen.every((field) => fits(entry, field, words)));
    for (const entry of entries) entry.element.hidden = !left.includes(entry);
    for (const section of document.querySelectorAll<HTMLElement>('[data-letter]')) {
      section.hidden = section.querySelector(':scope > * > :not([hidden], h2)') === null;
      document
        .querySelector(`[href="#${section.querySelector('h2')?.id}"]`)
        ?.parentElement?.toggleAttribute('hidden', section.hidden);
    }
    // Each option counts what it would leave beside the other filters.
    for (const field of fields) {
      if (!(field instanceof HTMLSelectElement)) continue;
      const others = entries.filter((entry) =>
        chosen.every((other) => other === field || fits(entry, other, words)),
      );
      for (const option of field.options) {
        if (option.value)
          option.text = option.text.replace(
            /\d+\)$/,
            `${others.filter((entry) => fits(entry, { name: field.name, value: option.value }, words)).length})`,
          );
      }
    }
    this.say(form, left.length, entries.length, chosen.length > 0, mended ? words.join(' ') : '');
    const address = new URL(location.href);
    for (const { name, value } of fields)
      value ? address.searchParams.set(name, value) : address.searchParams.delete(name);
    if (address.href !== location.href) history.replaceState(history.state, '', address);
  }

  private say(form: HTMLFormElement, left: number, total: number, narrowed: boolean, meant: string): void {
    const said = fillWords(this.dataset['count']!, { n: left, total });
    const words = meant ? said + fillWords(this.dataset['meant']!, { words: meant }) : said;
    const output = form.querySelector('output');
    if (output && output.value !== words) output.value = words;
    form.querySelector('[type=reset]')?.toggleAttribute('hidden', !narrowed);
    form.querySelector('[data-none]')?.toggleAttribute('hidden', left > 0);
  }
}

interface Entry {
  readonly element: HTMLElement;
  readonly text: string;
}

function fieldsOf(form: HTMLFormElement): readonly (HTMLInputElement | HTMLSelectElement)[] {
  return [...form.querySelectorAll<HTMLInputElement | HTMLSelectElement>('[name]')];
}

function fits(
  { element, text }: Entry,
  { name, value }: { readonly name: string; readonly value: string },
  words: readonly string[],
): boolean {
  if (name === 'q') return words.every((word) => text.includes(word));
  const own = element.dataset[name];
  return own !== undefined && (name === 'minutes' ? Number(own) <= Number(value) : own === value);
}

customElements.define('index-filters', IndexFilters);
