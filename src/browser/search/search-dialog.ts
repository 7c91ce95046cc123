import { adoptStyle } from './adopt-style.ts';
import { answerBox, type AnswerBox } from './answer-box.ts';
import { make } from './elements.ts';
import { openIndex, type IndexFiles } from './index-files.ts';
import { waysOn } from './ways-on.ts';
import style from './search-dialog.css?inline';

let files: Promise<IndexFiles> | undefined;
let dialog: HTMLDialogElement | undefined;

/** Begins to load the index, before the reader has typed anything. `early` is the answer to a request that is already under way. */
export function warmUp(early?: Promise<Response>): void {
  files ??= openIndex(early);
  files.catch(() => (files = undefined));
}

/** Opens the dialog with what has been typed meanwhile; the focus goes back to where it was when it closes. Without an index it says so and leads to the lists. */
export async function openDialog({ dataset }: HTMLElement, typed: () => string): Promise<void> {
  if (dialog?.open) return;
  warmUp();
  const loaded = files!;
  const index = await loaded.catch(() => undefined);
  dialog?.remove();
  dialog = index ? searchDialog(index) : failedDialog(dataset['unavailable'] ?? '', dataset['close'] ?? '');
  adoptStyle(style);
  document.body.append(dialog);
  dialog.showModal();
  const input = dialog.querySelector('input');
  if (typed() === '') return input?.select();
  if (!input) return;
  input.value = typed();
  input.dispatchEvent(new Event('input'));
}

let box: AnswerBox | undefined;

function searchDialog(index: IndexFiles): HTMLDialogElement {
  const words = index.file.labels.results;
  // What was typed last time stays, to go on with.
  box ??= answerBox(index);
  return frame(words['label'] ?? '', words['close'] ?? '', box.form, box.status, box.notes, box.list);
}

function failedDialog(message: string, close: string): HTMLDialogElement {
  return frame(message, close, make('p', { 'data-search-state': 'error' }, message), waysOn());
}

function frame(name: string, closeWord: string, ...content: readonly Node[]): HTMLDialogElement {
  const close = make('button', { type: 'button', class: 'button close' }, closeWord);
  const panel = make('dialog', { class: 'search-dialog', 'aria-label': name }, ...content, close);
  close.addEventListener('click', () => panel.close());
  panel.addEventListener('click', (event) => {
    // A click beside the content is one on the dialog itself.
    if (event.target === panel || (event.target as Element).closest('a:not([data-verbatim])')) panel.close();
  });
  return panel;
}
