import { say } from './link-note.ts';

/**
 * The links beside headings and steps, and that of the page, hand out the address of their place: shared on a screen for
 * fingers, else copied, else shown.
 */
addEventListener('click', (event) => {
  const link =
    event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a.anchor, a.share') : null;
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  // The address of a place carries no plan that someone else came from.
  const url = location.origin + location.pathname + link.hash;
  if (link.hash) history.replaceState(history.state, '', link.hash);
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
    (await import('./copy-by-hand.ts')).showAddress(url);
  }
}
