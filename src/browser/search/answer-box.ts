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
  const box = partsFor(input, words.label);
  let turn = 0;
  const ask = async (typing: boolean, verbatim = false): Promise<void> => {
    const own = ++turn;
    const view = await viewOf(input.value, { typing, verbatim }, asker, suggests).catch(() => ({
      state: 'error',
      said: words.unavailable,
      notes: [make('p', {}, words.unavailableHelp), waysOn()],
      options: [],
    }));
    // Half a word that finds nothing leaves what stands there.
    if (own === turn && view) show(box, input, view);
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

function partsFor(input: HTMLInputElement, label: string): AnswerBox {
  const id = `${input.id}-results`;
  for (const [name, value] of Object.entries({
    role: 'combobox',
    'aria-expanded': 'false',
    'aria-controls': id,
    'aria-autocomplete': 'list',
    autocomplete: 'off',
  }))
    input.setAttribute(name, value);
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

interface View {
  readonly state: string;
  readonly said: string;
  readonly notes: readonly Node[];
  readonly options: readonly HTMLElement[];
}

/** What to show for what was typed; undefined for half a word that finds nothing. */
async function viewOf(
  typed: string,
  how: { readonly typing: boolean; readonly verbatim: boolean },
  asker: Asker,
  suggests: boolean,
): Promise<View | undefined> {
  const text = typed.trim();
  if (text === '') {
    const { labels, suggested } = (await asker.open()).file;
    const options = suggests
      ? suggested.map(([path, title]) => optionOf(path, make('span', { class: 'title' }, title)))
      : [];
    return {
      state: 'done',
      said: options.length > 0 ? (labels.results['suggested'] ?? '') : '',
      notes: [],
      options,
    };
  }
  // A space at the end says that a word is whole.
  const asked = await asker.ask({ text: typed.trimStart(), ...how });
  const found = asked.outcome.results.length > 0;
  if (how.typing && !found) return undefined;
  const { said, notes } = answerView(asked, text);
  const ways = found ? [] : [waysOn(asked.index.file.labels.results['waysOn'])];
  return {
    state: found ? 'done' : 'empty',
    said,
    notes: [...notes, ...ways],
    options: resultOptions(asked),
  };
}

function show({ status, notes, list }: AnswerBox, input: HTMLInputElement, view: View): void {
  for (const [index, option] of view.options.entries()) option.id = `${list.id}-${index}`;
  status.textContent = view.said;
  notes.replaceChildren(...view.notes);
  list.replaceChildren(...view.options);
  list.dataset['searchState'] = view.state;
  input.setAttribute('aria-expanded', String(view.options.length > 0));
  input.removeAttribute('aria-activedescendant');
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
