import { make } from './elements.ts';

/** Links to the pictures of home (when their name is given), and to the lists and the contact at the foot of every page. */
export function waysOn(pictures?: string): HTMLElement {
  const footer = document.querySelector('footer');
  const lists = [...(footer?.querySelectorAll<HTMLAnchorElement>('nav a') ?? [])].map(
    (link) => [link.href, link.textContent ?? ''] as const,
  );
  const contact = footer?.querySelector('section[aria-labelledby] h2');
  const links = [
    ...(pictures === undefined ? [] : [['/', pictures] as const]),
    ...lists,
    ...(contact?.id ? [[`#${contact.id}`, contact.textContent ?? ''] as const] : []),
  ];
  return make(
    'ul',
    { role: 'list', class: 'lists' },
    ...links.map(([href, words]) => make('li', {}, make('a', { href }, words.replace(/\s*#$/, '').trim()))),
  );
}
