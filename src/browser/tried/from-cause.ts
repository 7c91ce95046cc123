import type { OutcomeWords } from './handed-over.ts';

/** For who comes from the page of a cause: which one it is, and the way back to its other fixes. The list of what the fix solves knows its title. */
export function showCause(element: HTMLElement, place: HTMLElement, words: OutcomeWords): void {
  const id = document.documentElement.dataset['cause'];
  const cause = document.querySelector<HTMLAnchorElement>(`.solves a[href$="/causes/${id}/"]`);
  const link = place.querySelector('a');
  const onward = element.querySelector<HTMLAnchorElement>('.on');
  if (!cause || !link || !onward) return;
  element.dataset['cause'] = '';
  place.firstChild!.textContent = words.fromCause;
  link.textContent = cause.textContent;
  link.href = onward.href = cause.href;
  onward.textContent = words.otherFixes;
  place.hidden = false;
}
