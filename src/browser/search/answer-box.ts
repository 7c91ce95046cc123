import { answering, whileTyping, type Place } from './answers.ts';
import { elementOf, markup } from '../markup.ts';

/** Makes the field of a search form answer in the box that it returns: a combobox with a list box of results (ARIA 1.2); the focus stays in the field. */
export function answerBox(
  input: HTMLInputElement,
  more: Pick<Place, 'answerer' | 'suggests' | 'words'>,
): HTMLElement {
  const id = `${input.id}-results`;
  const box = elementOf(markup`<div class="answers">
    <p role="status" class="status"></p>
    <div class="notes"></div>
    <ul id="${id}" role="listbox" aria-label="${more.words['label']}" class="list" data-search-state="done"></ul>
  </div>`);
  const [status, notes, list] = [...box.children] as [HTMLElement, HTMLElement, HTMLElement];
  input.autocomplete = 'off';
  for (const [name, value] of [
    ['role', 'combobox'],
    ['aria-controls', id],
    ['aria-autocomplete', 'list'],
    ['aria-expanded', 'false'],
  ] as const)
    input.setAttribute(name, value);
  const options = optionsOf(input, list);
  const ask = answering({ ...more, region: list, status, notes, list, look: 'options' }, options.renew);
  // A space at the end says that a word is whole.
  const answer = (typing: boolean, verbatim = false): void =>
    void ask({ text: input.value.trimStart(), typing, verbatim });
  const key = whileTyping(answer);
  input.addEventListener('input', () => {
    list.dataset['searchState'] = 'busy';
    key();
  });
  input.form?.addEventListener('submit', (event) => {
    if (!options.chosen() && input.value.trim() !== '') return;
    event.preventDefault();
    options.chosen()?.click();
  });
  // Other ways to ask the same are answered here.
  notes.addEventListener('click', (event) => {
    const asked = new URL((event.target as Element).closest('a')?.href ?? location.href).searchParams;
    if (!asked.has('exact')) return;
    event.preventDefault();
    answer(false, true);
    input.focus();
  });
  answer(true);
  return box;
}

/** Lets arrows choose one of the links in a list. */
function optionsOf(input: HTMLInputElement, list: HTMLElement) {
  const options = (): readonly HTMLAnchorElement[] => [...list.querySelectorAll<HTMLAnchorElement>('a')];
  let [chosen, addresses] = [-1, ''];
  const choose = (next: number): void => {
    chosen = next;
    for (const [at, option] of options().entries()) {
      option.id = `${list.id}-${at}`;
      option.setAttribute('aria-selected', String(at === chosen));
    }
    input.setAttribute('aria-activedescendant', chosen < 0 ? '' : `${list.id}-${chosen}`);
  };
  input.addEventListener('keydown', (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const { length } = options();
    if (step === undefined || length === 0) return;
    event.preventDefault();
    choose((Math.max(chosen, step < 0 ? 0 : -1) + step + length) % length);
    options()[chosen]?.scrollIntoView({ block: 'nearest' });
  });
  return {
    chosen: () => options()[chosen],
    /** What the reader has chosen stays chosen where the answer is the same. */
    renew: (): void => {
      const before = addresses;
      addresses = options().join(' ');
      input.setAttribute('aria-expanded', String(addresses !== ''));
      choose(addresses === before ? chosen : -1);
    },
  };
}
