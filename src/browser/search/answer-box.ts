import { answering, type AnswerView } from './answer-view.ts';
import { whileTyping, type Asker } from './asker.ts';
import { fill, make } from './elements.ts';
import { waysOn } from './ways-on.ts';

/** The parts of a field that answers while one types: a combobox with a list box of results (ARIA 1.2); the focus stays in the field. */
export interface AnswerBox {
  readonly status: HTMLElement;
  readonly notes: HTMLElement;
  readonly list: HTMLElement;
}

/** What the box says when the search does not work, before any words have been loaded. */
interface Words {
  readonly label: string;
  readonly unavailable: string;
  readonly unavailableHelp: string;
}

/** Makes the field of a search form answer. With nothing typed, the common symptoms are offered where `suggests` is set. */
export function answerBox(input: HTMLInputElement, asker: Asker, words: Words, suggests: boolean): AnswerBox {
  const box = partsFor(input, words.label);
  const ask = answering(asker, {
    options: true,
    suggests,
    failed: () => ({ said: words.unavailable, notes: [make('p', {}, words.unavailableHelp), waysOn()] }),
    show: (view) => show(box, input, view),
  });
  // A space at the end says that a word is whole.
  const answer = (typing: boolean, verbatim = false): void =>
    void ask({ text: input.value.trimStart(), typing, verbatim });
  const key = whileTyping(answer);
  input.addEventListener('input', () => {
    box.list.dataset['searchState'] = 'busy';
    key();
  });
  input.addEventListener('keydown', (event) => choose(event, input, box.list));
  input.form?.addEventListener('submit', (event) => {
    const chosen = box.list.querySelector<HTMLElement>('[aria-selected="true"]');
    if (!chosen && input.value.trim() !== '') return;
    event.preventDefault();
    chosen?.click();
  });
  box.notes.addEventListener('click', (event) => {
    if (!(event.target as Element).closest('[data-verbatim]')) return;
    event.preventDefault();
    answer(false, true);
    input.focus();
  });
  answer(true);
  return box;
}

function partsFor(input: HTMLInputElement, label: string): AnswerBox {
  const id = `${input.id}-results`;
  input.setAttribute('role', 'combobox');
  input.autocomplete = 'off';
  input.setAttribute('aria-expanded', 'false');
  input.setAttribute('aria-controls', id);
  input.setAttribute('aria-autocomplete', 'list');
  return {
    status: make('p', { role: 'status', class: 'status' }),
    notes: make('div', { class: 'notes' }),
    list: make('div', {
      id,
      role: 'listbox',
      'aria-label': label,
      class: 'list',
      'data-search-state': 'done',
    }),
  };
}

function show({ status, notes, list }: AnswerBox, input: HTMLInputElement, view: AnswerView): void {
  status.textContent = view.said;
  notes.replaceChildren(...view.notes);
  list.dataset['searchState'] = view.state;
  const before = optionsIn(list);
  const next = view.items.flatMap((item) => (item.matches(option) ? [item] : optionsIn(item)));
  const addresses = (options: readonly HTMLElement[]): string =>
    options.map((each) => each.getAttribute('href')).join(' ');
  const chosen = before.some((each) => each.getAttribute('aria-selected') === 'true');
  // What the reader has chosen meanwhile stays chosen where the answer is the same.
  if (chosen && addresses(before) === addresses(next)) return;
  for (const [index, each] of next.entries()) {
    each.id = `${list.id}-${index}`;
    each.setAttribute('aria-selected', 'false');
  }
  fill(list, view.items);
  input.setAttribute('aria-expanded', String(view.items.length > 0));
  input.removeAttribute('aria-activedescendant');
}

const option = '[role="option"]';

function optionsIn(list: HTMLElement): readonly HTMLElement[] {
  return [...list.querySelectorAll<HTMLElement>(option)];
}

/** Arrows choose an option. */
function choose(event: KeyboardEvent, input: HTMLInputElement, list: HTMLElement): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const options = optionsIn(list);
  if (step === undefined || options.length === 0) return;
  event.preventDefault();
  const at = options.findIndex((each) => each.getAttribute('aria-selected') === 'true');
  const next = at === -1 && step === -1 ? options.length - 1 : (at + step + options.length) % options.length;
  for (const [index, each] of options.entries()) each.setAttribute('aria-selected', String(index === next));
  input.setAttribute('aria-activedescendant', options[next]?.id ?? '');
  options[next]?.scrollIntoView({ block: 'nearest' });
}
