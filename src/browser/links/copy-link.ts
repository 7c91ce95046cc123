import { clearNote, say } from './link-note.ts';

/** The links beside headings and steps hand out the address of their place: shared on a phone, else copied, else shown. */
addEventListener('click', (event) => {
  const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a.anchor') : null;
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  // The address of a place carries no plan that someone else came from.
  const url = location.origin + location.pathname + link.hash;
  history.replaceState(history.state, '', link.hash);
  void handOut(url);
});

async function handOut(url: string): Promise<void> {
  try {
    if (navigator.share && matchMedia('(pointer: coarse)').matches)
      return await navigator.share({ title: document.title, url });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return;
  }
  try {
    await navigator.clipboard.writeText(url);
    say('copied');
  } catch {
    show(url);
  }
}

function show(url: string): void {
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
