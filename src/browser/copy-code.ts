import { copiedText } from './copied-text.ts';

interface CopyWords {
  readonly copy: string;
  readonly copied: string;
  readonly byHand: string;
}

/** `<copy-code>`: gives every program text of the page a button that copies it, and tells what happened. */
class CopyCode extends HTMLElement {
  connectedCallback(): void {
    const words = JSON.parse(this.dataset['words'] ?? '{}') as CopyWords;
    for (const box of document.querySelectorAll<HTMLElement>('.code')) addButton(box, words);
  }
}

function addButton(box: HTMLElement, { copy, copied, byHand }: CopyWords): void {
  const code = box.querySelector('code');
  if (!code || box.querySelector('.copy')) return;
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'button copy';
  button.textContent = copy;
  const note = document.createElement('span');
  note.className = 'visually-hidden';
  note.setAttribute('role', 'status');
  let waiting: ReturnType<typeof setTimeout> | undefined;
  button.addEventListener('click', () => {
    void write(copiedText(code.textContent ?? ''), code).then((done) => {
      note.textContent = button.textContent = done ? copied : byHand;
      clearTimeout(waiting);
      waiting = setTimeout(() => {
        note.textContent = '';
        button.textContent = copy;
      }, 4000);
    });
  });
  box.dataset['copies'] = '';
  box.append(button, note);
}

/** False where the browser does not let pages copy; the text is then selected, for the reader to copy. */
async function write(text: string, code: HTMLElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    getSelection()?.selectAllChildren(code);
    return false;
  }
}

customElements.define('copy-code', CopyCode);
