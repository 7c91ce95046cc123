import { clearNote, say } from './link-note.ts';

/** Shows an address to be copied by hand, where the browser lets no script do it. */
export function showAddress(url: string): void {
  const label = document.createElement('label');
  const field = document.createElement('input');
  field.readOnly = true;
  field.value = url;
  field.addEventListener('blur', clearNote);
  label.append(field);
  const note = say('byHand');
  if (!note) return;
  label.prepend(...note.childNodes);
  note.append(label);
  field.select();
}
