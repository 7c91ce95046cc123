import { say } from './link-note.ts';

/** Hands out the address of a heading, of a step or of the whole page: shared on a screen for fingers, else copied, else shown. */
export async function handOut({ hash }: HTMLAnchorElement): Promise<void> {
  // The address of a place carries no plan that someone else came from.
  const url = location.origin + location.pathname + hash;
  if (hash) history.replaceState(history.state, '', hash);
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
    (await import('./copy-by-hand.ts')).showAddress(url);
  }
}
