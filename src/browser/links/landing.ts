import { triedSign } from '../../domain/reader/tried-sign.ts';
import { clearNote } from './link-note.ts';

/** Leads whoever follows a link with an anchor to its place: opened, focused and in view, or told that it has moved. */
export function land(): void {
  clearNote();
  const id = anchorOf(location.hash);
  // Marks that a link carries (see tried-plan) are no place.
  if (id === '' || id === 'top' || id.startsWith(triedSign)) return;
  const target = document.getElementById(id);
  if (!target) return void import('./offer-places.ts').then(({ offerPlaces }) => offerPlaces(id));
  const part = target.closest('[data-lead-on] i')?.parentElement?.querySelector('a');
  if (part) return location.replace(`${part.href}#${id}`);
  const place = placeOf(target);
  // The address takes the name that the place has now; the browser would else put the focus on the empty element.
  if (place !== target && place.id) location.replace(`#${place.id}`);
  else arrive(place);
}

function arrive(place: HTMLElement): void {
  void showPlaceOf(place);
  // A version picker that has hidden the place listens for this and shows it.
  place.dispatchEvent(new CustomEvent('mendbook:reveal', { bubbles: true }));
  let opened = false;
  for (let holder: HTMLElement | null = place; holder; holder = holder.parentElement) {
    const closed = holder instanceof HTMLDetailsElement && !holder.open;
    if (closed) holder.setAttribute('open', '');
    if (closed || holder.hidden) opened = true;
    holder.hidden = false;
  }
  if (place.tabIndex < 0) place.tabIndex = -1;
  place.focus({ preventScroll: true });
  const { top, bottom } = place.getBoundingClientRect();
  if (opened || bottom < 0 || top > innerHeight) place.scrollIntoView();
}

/** Who lands on a step, or goes on from one, sees of what it is a step. */
async function showPlaceOf(place: HTMLElement): Promise<void> {
  const step = place.closest<HTMLElement>('.step');
  if (step || document.querySelector('.step-bar')) (await import('./step-bar.ts')).showStepBar(step);
}

/** An earlier anchor is an empty element right at its new place: inside it, or before it. */
function placeOf(target: HTMLElement): HTMLElement {
  const holder = target.closest<HTMLElement>('h1,h2,h3,h4,li');
  let place: Element | null | undefined = target;
  while (place?.matches('.was'))
    place = holder ?? place.nextElementSibling ?? place.parentElement?.nextElementSibling;
  return (place as HTMLElement | null | undefined) ?? target;
}

function anchorOf(hash: string): string {
  // As `decodePart`, which would be a file of its own for every page to load.
  try {
    return decodeURIComponent(hash.slice(1));
  } catch {
    return hash.slice(1);
  }
}
