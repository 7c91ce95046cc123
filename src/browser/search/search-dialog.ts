import { adoptStyle, elementOf, markup } from '../markup.ts';
import { answerBox } from './answer-box.ts';
import type { Answerer } from './answerer.ts';
import { answererApart } from './answerer-apart.ts';
import type { BegunSearch } from '../begin-search.ts';
import style from './search-dialog.css?inline';

let answerer: Answerer | undefined;
let dialog: HTMLDialogElement | undefined;

/** Takes over a search that has begun, before the reader has typed anything. */
export function warmUp(begun: BegunSearch): void {
  answerer ??= answererApart(begun);
}

/** Opens the dialog with what has been typed meanwhile; the focus goes back to where it was when it closes. What was typed last time stays. */
export function openDialog({ dataset }: HTMLElement, typed: string): void {
  if (dialog?.open) return;
  adoptStyle(style);
  dialog ??= searchDialog(dataset);
  document.body.append(dialog);
  dialog.showModal();
  const input = dialog.querySelector('input')!;
  if (typed === '') return input.select();
  input.value = typed;
  input.dispatchEvent(new Event('input'));
}

/** Makes the field of home answer below itself. */
export function answerBelow(input: HTMLInputElement, { dataset }: HTMLElement): void {
  adoptStyle(style);
  input.form?.append(answerBox(input, { answerer: answerer!, suggests: false, words: dataset }));
}

function searchDialog(words: DOMStringMap): HTMLDialogElement {
  const panel = elementOf(markup`<dialog class="search-dialog" aria-label="${words['label']}">
    <form action="${import.meta.env.ROOT}/search/" role="search">
      <label for="dialog-words">${words['label']}</label>
      <input type="search" name="q" id="dialog-words" aria-describedby="dialog-keys" autocapitalize="off"
        spellcheck="false" enterkeyhint="search" maxlength="400">
      <p id="dialog-keys" class="visually-hidden">${words['keys']}</p>
    </form>
    <button type="button" class="button close">${words['close']}</button>
  </dialog>`) as HTMLDialogElement;
  const box = answerBox(panel.querySelector('input')!, { answerer: answerer!, suggests: true, words });
  panel.querySelector('button')!.before(box);
  panel.addEventListener('click', (event) => {
    const target = event.target as Element;
    // A click beside the content is one on the dialog itself.
    if (target === panel || (!event.defaultPrevented && target.closest('a, .close'))) panel.close();
  });
  return panel;
}
