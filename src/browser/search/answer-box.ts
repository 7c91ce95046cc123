import { fillWords } from '../fill-words.ts';
import { make } from './elements.ts';
import type { IndexFiles } from './index-files.ts';
import { leaveMarks } from './marks-store.ts';
import { buildNote, countSentence, queryNotes, searchAddress } from './notes.ts';
import { emptyView } from './page-view.ts';
import { resultOptions } from './result-view.ts';
import { search, type SearchOutcome } from './search.ts';
import { waysOn } from './ways-on.ts';

/** A field that answers while one types: a combobox with a list box of results (ARIA 1.2); the focus stays in the field. */
export interface AnswerBox {
  readonly form: HTMLFormElement;
  readonly input: HTMLInputElement;
  readonly status: HTMLElement;
  readonly notes: HTMLElement;
  readonly list: HTMLElement;
}

/** Articles in the list; the page shows more. */
const most = 8;
/** Milliseconds without a key before the query is answered. */
const pause = 80;

export function answerBox(files: IndexFiles): AnswerBox {
  const words = files.file.labels.results;
  const input = make('input', {
    type: 'search',
    name: 'q',
    id: 'dialog-words',
    role: 'combobox',
    'aria-expanded': 'false',
    'aria-controls': 'dialog-results',
    'aria-autocomplete': 'list',
    'aria-describedby': 'dialog-keys',
    autocomplete: 'off',
    autocapitalize: 'off',
    spellcheck: 'false',
    enterkeyhint: 'search',
    maxlength: '400',
  });
  const box: AnswerBox = {
    input,
    form: make(
      'form',
      { action: '/search/', role: 'search' },
      make('label', { for: 'dialog-words' }, words['label'] ?? ''),
      input,
      make('p', { id: 'dialog-keys', class: 'visually-hidden' }, words['keys'] ?? ''),
    ),
    status: make('p', { role: 'status', class: 'status' }),
    notes: make('div', { class: 'notes' }),
    list: make('div', {
      id: 'dialog-results',
      role: 'listbox',
      'aria-label': words['label'],
      class: 'list',
      'data-search-state': 'done',
    }),
  };
  let turn = 0;
  let waiting: number | undefined;
  const ask = async (verbatim: boolean): Promise<void> => {
    const own = ++turn;
    const text = input.value.trim();
    if (text === '') return show(box, { state: 'done', said: '', notes: [], options: [] });
    try {
      const outcome = await search(files, { text, verbatim, most });
      if (own === turn) show(box, answerTo(outcome, files, text));
    } catch {
      if (own === turn)
        show(box, {
          state: 'error',
          said: words['unavailable'] ?? '',
          notes: [make('p', {}, words['unavailableHelp'] ?? ''), waysOn(words['waysOn'])],
          options: [],
        });
    }
  };
  input.addEventListener('input', () => {
    box.list.dataset['searchState'] = 'busy';
    clearTimeout(waiting);
    waiting = window.setTimeout(() => void ask(false), pause);
  });
  input.addEventListener('keydown', (event) => choose(event, box));
  box.form.addEventListener('submit', (event) => {
    const chosen = box.list.querySelector<HTMLElement>('[aria-selected="true"]');
    if (!chosen && input.value.trim() !== '') return;
    event.preventDefault();
    chosen?.click();
  });
  box.list.addEventListener('click', (event) => {
    const link = (event.target as Element).closest('a');
    if (link) leave(link, input.value);
  });
  box.notes.addEventListener('click', (event) => {
    if (!(event.target as Element).closest('[data-verbatim]')) return;
    event.preventDefault();
    void ask(true);
    input.focus();
  });
  return box;
}

interface Answer {
  readonly state: 'done' | 'empty' | 'error';
  readonly said: string;
  readonly notes: readonly Node[];
  readonly options: readonly HTMLElement[];
}

function answerTo(outcome: SearchOutcome, files: IndexFiles, text: string): Answer {
  const { file } = files;
  if (outcome.found === 0) {
    const { said, content } = emptyView(outcome, files, { text });
    return { state: 'empty', said, notes: [...content, waysOn(file.labels.results['waysOn'])], options: [] };
  }
  const all = make(
    'p',
    {},
    make(
      'a',
      { href: searchAddress({ text }) },
      fillWords(file.labels.results['all'] ?? '', { n: outcome.found }),
    ),
  );
  return {
    state: 'done',
    said: countSentence(outcome, file.labels),
    notes: [...queryNotes(outcome, text, file.labels), ...buildNote(file), all],
    options: outcome.results.flatMap((result) => resultOptions(result, outcome.isHit, file.labels)),
  };
}

function show(
  { input, list, status, notes }: AnswerBox,
  { state, said, notes: remarks, options }: Answer,
): void {
  for (const [index, option] of options.entries()) option.id = `dialog-option-${index}`;
  status.textContent = said;
  notes.replaceChildren(...remarks);
  list.replaceChildren(...options);
  list.dataset['searchState'] = state;
  input.setAttribute('aria-expanded', String(options.length > 0));
  input.removeAttribute('aria-activedescendant');
}

/** Arrows choose an option. */
function choose(event: KeyboardEvent, { input, list }: AnswerBox): void {
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

/** On the way to a page, leaves the words to mark there; on the page itself, marks them now. */
function leave(link: HTMLAnchorElement, text: string): void {
  leaveMarks(link.pathname, text);
  if (link.pathname === location.pathname) void import('./mark-page.ts').then(({ markPage }) => markPage());
}
