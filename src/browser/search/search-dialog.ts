import { answerBox } from './answer-box.ts';
import { askerOf, type Asker } from './asker.ts';
import { adoptStyle, make } from './elements.ts';
import style from './search-dialog.css?inline';

let asker: Asker | undefined;
let dialog: HTMLDialogElement | undefined;

/** Begins to load the index, before the reader has typed anything. `early` is the answer to a request that is already under way. */
export function warmUp(early?: Promise<Response>): Asker {
  asker ??= askerOf(early);
  asker.open().catch(() => 0);
  return asker;
}

/** Opens the dialog with what has been typed meanwhile; the focus goes back to where it was when it closes. What was typed last time stays. */
export function openDialog({ dataset }: HTMLElement, typed: string): void {
  if (dialog?.open) return;
  adoptStyle(style);
  dialog ??= searchDialog(dataset, warmUp());
  document.body.append(dialog);
  dialog.showModal();
  const input = dialog.querySelector('input');
  if (!input || typed === '') return input?.select();
  input.value = typed;
  input.dispatchEvent(new Event('input'));
}

/** Makes the field of home answer below itself. */
export function answerBelow(input: HTMLInputElement, { dataset }: HTMLElement): void {
  adoptStyle(style);
  const { status, notes, list } = answerBox(input, warmUp(), wordsIn(dataset), false);
  input.form?.append(make('div', { class: 'answers' }, status, notes, list));
}

function searchDialog(dataset: DOMStringMap, index: Asker): HTMLDialogElement {
  const words = wordsIn(dataset);
  const input = make('input', {
    type: 'search',
    name: 'q',
    id: 'dialog-words',
    'aria-describedby': 'dialog-keys',
    autocapitalize: 'off',
    spellcheck: 'false',
    enterkeyhint: 'search',
    maxlength: '400',
  });
  const form = make(
    'form',
    { action: '/search/', role: 'search' },
    make('label', { for: input.id }, words.label),
    input,
    make('p', { id: 'dialog-keys', class: 'visually-hidden' }, dataset['keys'] ?? ''),
  );
  const { status, notes, list } = answerBox(input, index, words, true);
  const close = make('button', { type: 'button', class: 'button close' }, dataset['close'] ?? '');
  const panel = make(
    'dialog',
    { class: 'search-dialog', 'aria-label': words.label },
    form,
    status,
    notes,
    list,
    close,
  );
  close.addEventListener('click', () => panel.close());
  panel.addEventListener('click', (event) => {
    // A click beside the content is one on the dialog itself.
    if (event.target === panel || (event.target as Element).closest('a:not([data-verbatim])')) panel.close();
  });
  return panel;
}

function wordsIn({ label = '', unavailable = '', unavailableHelp = '' }: DOMStringMap) {
  return { label, unavailable, unavailableHelp };
}
