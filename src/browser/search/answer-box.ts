import { answerView } from './answer-view.ts';
import { whileTyping, type Asker } from './asker.ts';
import { make } from './elements.ts';
import { optionOf, resultOptions } from './result-view.ts';
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
  const id = `${input.id}-results`;
  const box: AnswerBox = {
    status: make('p', { role: 'status', class: 'status' }),
    notes: make('div', { class: 'notes' }),
    list: make('div', {
      id,
      role: 'listbox',
      'aria-label': words.label,
      class: 'list',
      'data-search-state': 'done',
    }),
  };
  for (const [name, value] of Object.entries({
    role: 'combobox',
    'aria-expanded': 'false',
    'aria-controls': id,
    'aria-autocomplete': 'list',
    autocomplete: 'off',
  }))
    input.setAttribute(name, value);
  let turn = 0;
  const show = (
    state: string,
    said: string,
    notes: readonly Node[],
    options: readonly HTMLElement[],
  ): void => {
    for (const [index, option] of options.entries()) option.id = `${id}-${index}`;
    box.status.textContent = said;
    box.notes.replaceChildren(...notes);
    box.list.replaceChildren(...options);
    box.list.dataset['searchState'] = state;
    input.setAttribute('aria-expanded', String(options.length > 0));
    input.removeAttribute('aria-activedescendant');
  };
  const ask = async (typing: boolean, verbatim = false): Promise<void> => {
    const own = ++turn;
    const text = input.value.trim();
    try {
      if (text === '') {
        const { labels, suggested } = (await asker.open()).file;
        const offered = suggests
          ? suggested.map(([path, title]) => optionOf(path, make('span', { class: 'title' }, title)))
          : [];
        if (own === turn)
          show('done', offered.length > 0 ? (labels.results['suggested'] ?? '') : '', [], offered);
        return;
      }
      // Spaces at the end say that a word is whole.
      const asked = await asker.ask({ text: input.value.trimStart(), typing, verbatim });
      const found = asked.outcome.results.length > 0;
      if (own !== turn || (typing && !found)) return;
      const { said, notes } = answerView(asked, text);
      const ways = found ? [] : [waysOn(asked.index.file.labels.results['waysOn'])];
      show(found ? 'done' : 'empty', said, [...notes, ...ways], resultOptions(asked, text));
    } catch {
      if (own === turn)
        show('error', words.unavailable, [make('p', {}, words.unavailableHelp), waysOn()], []);
    }
  };
  const key = whileTyping((typing) => void ask(typing));
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
    void ask(false, true);
    input.focus();
  });
  void ask(true);
  return box;
}

/** Arrows choose an option. */
function choose(event: KeyboardEvent, input: HTMLInputElement, list: HTMLElement): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const options = [...list.querySelectorAll<HTMLElement>('[role="option"]')];
  if (step === undefined || options.length === 0) return;
  event.preventDefault();
  const at = options.findIndex((option) => option.getAttribute('aria-selected') === 'true');
  const next = at === -1 && step === -1 ? options.length - 1 : (at + step + options.length) % options.length;
  for (const [index, option] of options.entries())
    option.setAttribute('aria-selected', String(index === next));
  input.setAttribute('aria-activedescendant', options[next]?.id ?? '');
  options[next]?.scrollIntoView({ block: 'nearest' });
}
