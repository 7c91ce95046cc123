import { make } from './elements.ts';
import { openIndex, type IndexFiles } from './index-files.ts';
import { leaveMarks } from './marks-store.ts';
import { countSentence, queryNotes, searchAddress } from './notes.ts';
import { resultOptions } from './result-view.ts';
import { search, type SearchOutcome } from './search.ts';
import style from './search-dialog.css?inline';

const most = 8;

type DialogWords = IndexFiles['file']['labels']['results'];

let files: Promise<IndexFiles> | undefined;
let dialog: HTMLDialogElement | undefined;
let turn = 0;

/** Begins to load the index, before the reader has typed anything. */
export function warmUp(): void {
  files ??= openIndex();
  files.catch(() => (files = undefined));
}

/** Opens the dialog; the focus goes back to where it was when it closes. Rejects when the index cannot be had. */
export async function openDialog(): Promise<void> {
  warmUp();
  dialog ??= build((await files!).file.labels.results);
  if (!dialog.open) dialog.showModal();
  dialog.querySelector('input')?.select();
}

function build(words: DialogWords): HTMLDialogElement {
  const input = make('input', { type: 'search', name: 'q', id: 'dialog-words', role: 'combobox', 'aria-expanded': 'false', 'aria-controls': 'dialog-results', 'aria-autocomplete': 'list', 'aria-describedby': 'dialog-keys', autocomplete: 'off', autocapitalize: 'off', spellcheck: 'false', maxlength: '400' });
  const close = make('button', { type: 'button', class: 'button' }, words['close'] ?? '');
  const list = make('div', { id: 'dialog-results', role: 'listbox', 'aria-label': words['label'], class: 'list' });
  const status = make('p', { role: 'status', class: 'status' });
  const notes = make('div', { class: 'notes' });
  const form = make('form', { action: '/search/', role: 'search' },
    make('label', { for: 'dialog-words' }, words['label'] ?? ''),
    make('div', { class: 'line' }, input, close),
    make('p', { id: 'dialog-keys', class: 'visually-hidden' }, words['keys'] ?? ''));
  const panel = make('dialog', { class: 'search-dialog', 'aria-label': words['label'] }, form, status, notes, list);
  const box = { input, list, status, notes, words };
  let verbatim = false;
  close.addEventListener('click', () => panel.close());
  panel.addEventListener('click', (event) => {
    if (event.target === panel) panel.close();
  });
  input.addEventListener('input', () => {
    verbatim = false;
    void answer(box, verbatim);
  });
  input.addEventListener('keydown', (event) => move(event, box));
  form.addEventListener('submit', (event) => {
    const chosen = list.querySelector<HTMLAnchorElement>('[aria-selected="true"]');
    if (!chosen) return;
    event.preventDefault();
    chosen.click();
  });
  list.addEventListener('click', (event) => {
    const link = (event.target as Element).closest('a');
    if (!link) return;
    leaveMarks(new URL(link.href).pathname, input.value);
    panel.close();
  });
  notes.addEventListener('click', (event) => {
    if (!(event.target as Element).closest('[data-verbatim]')) return;
    event.preventDefault();
    verbatim = true;
    void answer(box, verbatim);
    input.focus();
  });
  // A style sheet of its own, so that pages do not carry it before the search is opened.
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  document.adoptedStyleSheets.push(sheet);
  document.body.append(panel);
  return panel;
}

interface Box {
  readonly input: HTMLInputElement;
  readonly list: HTMLElement;
  readonly status: HTMLElement;
  readonly notes: HTMLElement;
  readonly words: DialogWords;
}

async function answer(box: Box, verbatim: boolean): Promise<void> {
  const own = ++turn;
  const text = box.input.value.trim();
  if (text === '') return put(box, '', [], []);
  try {
    warmUp();
    const open = await files!;
    const outcome = await search(open, { text, verbatim, most });
    if (own === turn) render(box, outcome, open, text);
  } catch {
    files = undefined;
    if (own === turn) put(box, box.words['unavailable'] ?? '', [make('p', {}, make('a', { href: '/search/' }, box.words['unavailableHelp'] ?? ''))], []);
  }
}

function render(box: Box, outcome: SearchOutcome, { file }: IndexFiles, text: string): void {
  const { labels } = file;
  const options = outcome.results.flatMap((result) => resultOptions(result, outcome.isHit, labels));
  const none = (labels.results['none'] ?? '').replace('{query}', () => `“${text.slice(0, 100)}”`);
  const more = make('a', { href: searchAddress({ text }), class: 'more' }, (box.words['all'] ?? '').replace('{n}', String(outcome.found)));
  put(box, outcome.found > 0 ? countSentence(outcome, labels) : none, [...queryNotes(outcome, text, labels), make('p', {}, outcome.found > 0 ? more : make('a', { href: searchAddress({ text }) }, box.words['submit'] ?? ''))], options);
}

function put({ input, list, status, notes }: Box, said: string, remarks: readonly Node[], options: readonly HTMLElement[]): void {
  for (const [index, option] of options.entries()) option.id = `dialog-option-${index}`;
  status.textContent = said;
  notes.replaceChildren(...remarks);
  list.replaceChildren(...options);
  input.setAttribute('aria-expanded', String(options.length > 0));
  input.removeAttribute('aria-activedescendant');
}

/** Arrows choose an option; the focus stays in the field. */
function move(event: KeyboardEvent, { input, list }: Box): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const options = [...list.querySelectorAll<HTMLElement>('[role="option"]')];
  if (options.length === 0) return;
  event.preventDefault();
  const at = options.findIndex((option) => option.getAttribute('aria-selected') === 'true');
  const next = event.key === 'ArrowDown' ? (at + 1) % options.length : (at <= 0 ? options.length : at) - 1;
  for (const [index, option] of options.entries()) option.setAttribute('aria-selected', String(index === next));
  const chosen = options[next];
  if (!chosen) return;
  input.setAttribute('aria-activedescendant', chosen.id);
  chosen.scrollIntoView({ block: 'nearest' });
}
