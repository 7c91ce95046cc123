import { answerView } from './answer-view.ts';
import { whileTyping, type Asker } from './asker.ts';
import { drawing, make } from './elements.ts';
import { optionOf, resultItems } from './result-view.ts';
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

interface View {
  readonly state: string;
  readonly said: string;
  readonly notes: readonly Node[];
  readonly items: readonly HTMLElement[];
}

/** Makes the field of a search form answer. With nothing typed, the common symptoms are offered where `suggests` is set. */
export function answerBox(input: HTMLInputElement, asker: Asker, words: Words, suggests: boolean): AnswerBox {
  const box = partsFor(input, words.label);
  const failed = (): View => ({
    state: 'error',
    said: words.unavailable,
    notes: [make('p', {}, words.unavailableHelp), waysOn()],
    items: [],
  });
  let turn = 0;
  const ask = async (typing: boolean, verbatim = false): Promise<void> => {
    const own = ++turn;
    const typed = input.value.trimStart();
    const view = await (
      typed === '' ? suggestions(asker, suggests) : viewOf(typed, { typing, verbatim }, asker)
    ).catch(failed);
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

async function suggestions(asker: Asker, wanted: boolean): Promise<View> {
  const { labels, suggested } = (await asker.open()).file;
  const items = (wanted ? suggested : []).map(([path, title, picture]) =>
    optionOf(path, ...(picture ? [drawing(picture, 'frame')] : []), make('span', { class: 'title' }, title)),
  );
  return {
    state: 'done',
    said: items.length > 0 ? (labels.results['suggested'] ?? '') : '',
    notes: [],
    items,
  };
}

/** What to show for what was typed (a space at its end says that a word is whole); undefined for half a word that finds nothing. */
async function viewOf(
  text: string,
  how: { readonly typing: boolean; readonly verbatim: boolean },
  asker: Asker,
): Promise<View | undefined> {
  const asked = await asker.ask({ text, ...how });
  const { state, said, notes } = answerView(asked, text.trim());
  if (how.typing && state === 'empty') return undefined;
  const ways = state === 'empty' ? [waysOn(asked.index.file.labels.results['waysOn'])] : [];
  return { state, said, notes: [...notes, ...ways], items: resultItems(asked, true) };
}

function show({ status, notes, list }: AnswerBox, input: HTMLInputElement, view: View): void {
  status.textContent = view.said;
  notes.replaceChildren(...view.notes);
  list.dataset['searchState'] = view.state;
  const before = optionsIn(list);
  const next = make('div', {}, ...view.items);
  const addresses = (options: readonly HTMLElement[]): string =>
    options.map((option) => option.getAttribute('href')).join(' ');
  const chosen = before.some((option) => option.getAttribute('aria-selected') === 'true');
  // What the reader has chosen meanwhile stays chosen where the answer is the same.
  if (chosen && addresses(before) === addresses(optionsIn(next))) return;
  list.replaceChildren(...view.items);
  for (const [index, option] of optionsIn(list).entries()) option.id = `${list.id}-${index}`;
  input.setAttribute('aria-expanded', String(view.items.length > 0));
  input.removeAttribute('aria-activedescendant');
}

function optionsIn(list: HTMLElement): readonly HTMLElement[] {
  return [...list.querySelectorAll<HTMLElement>('[role="option"]')];
}

/** Arrows choose an option. */
function choose(event: KeyboardEvent, input: HTMLInputElement, list: HTMLElement): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const options = optionsIn(list);
  if (step === undefined || options.length === 0) return;
  event.preventDefault();
  const at = options.findIndex((option) => option.getAttribute('aria-selected') === 'true');
  const next = at === -1 && step === -1 ? options.length - 1 : (at + step + options.length) % options.length;
  for (const [index, option] of options.entries())
    option.setAttribute('aria-selected', String(index === next));
  input.setAttribute('aria-activedescendant', options[next]?.id ?? '');
  options[next]?.scrollIntoView({ block: 'nearest' });
}
