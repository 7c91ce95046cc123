import { say, wordOf } from './link-note.ts';
import { nearestPlaces } from './nearest-places.ts';

/** Tells whoever followed a link to a place that this page does not have, and offers the nearest ones. */
export function offerPlaces(id: string): void {
  const places = [...document.querySelectorAll<HTMLElement>('main :is(h2,h3,h4,.step,dl>div)[id]')].map(
    (place) => ({ id: place.id, text: nameOf(place) }),
  );
  const list = document.createElement('ul');
  list.append(
    ...nearestPlaces(id, places).map(({ id: to, text }) => {
      const item = document.createElement('li');
      const link = document.createElement('a');
      link.href = `#${to}`;
      link.textContent = text;
      item.append(link);
      return item;
    }),
  );
  say('moved', ...(list.hasChildNodes() ? [` ${wordOf('nearest')}`, list] : []))?.focus();
}

function nameOf(place: HTMLElement): string {
  return (
    place.querySelector('dt')?.textContent ??
    [...place.childNodes]
      .filter((node) => !(node instanceof Element && node.matches('.anchor')))
      .map((node) => node.textContent)
      .join('')
  );
}
