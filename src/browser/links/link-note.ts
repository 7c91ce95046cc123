import { adoptStyle } from '../markup.ts';
import style from './link-note.css?inline';

/** The place of a page where what happened to a link is said, aloud as well. */
const note = document.querySelector<HTMLElement>('.link-note');
let timer = 0;

/** Says something there. A short message goes after a while; the rest stays until `clearNote`. */
export function say(
  look: 'moved' | 'copied' | 'byHand',
  ...more: readonly (Node | string)[]
): HTMLElement | undefined {
  clearTimeout(timer);
  if (!note) return undefined;
  adoptStyle(style);
  note.dataset['look'] = look;
  note.replaceChildren(note.dataset[look] ?? '', ...more);
  if (look === 'copied') timer = window.setTimeout(clearNote, 4000);
  return note;
}

export function clearNote(): void {
  note?.replaceChildren();
}

/** A word of the note, such as the text before the nearest places. */
export function wordOf(name: string): string {
  return note?.dataset[name] ?? '';
}
