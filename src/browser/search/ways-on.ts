import { markup, type Markup, type Part } from '../markup.ts';
import type { AnswerView, Look } from './answer-view.ts';

/** What is said when the index cannot be had. The words stand in the page, since none could be loaded. */
export function failedView({ unavailable, unavailableHelp, notBuilt }: DOMStringMap, look: Look): AnswerView {
  const said = [unavailable, import.meta.env.DEV && notBuilt].filter(Boolean).join(' ');
  const notes = [markup`<p>${unavailableHelp}</p>`, look === 'options' && waysOn()];
  return { state: 'error', said, notes, items: new Map() };
}

/** Links to the pictures of home (when their name is given), and to the lists and the contact at the foot of every page. */
export function waysOn(pictures?: Markup): Markup {
  const footer = document.querySelector('footer');
  const lists = [...(footer?.querySelectorAll<HTMLAnchorElement>('nav a') ?? [])];
  const contact = footer?.querySelector('section[aria-labelledby] h2');
  const links: readonly (readonly [href: string, words: Part])[] = [
    ...(pictures ? [[`${import.meta.env.ROOT}/`, pictures] as const] : []),
    ...lists.map(({ href, textContent }) => [href, textContent] as const),
    ...(contact?.id ? [[`#${contact.id}`, contact.textContent.replace(/\s*#$/, '').trim()] as const] : []),
  ];
  return markup`<ul role="list" class="lists">${links.map(([href, words]) => markup`<li><a href="${href}">${words}</a></li>`)}</ul>`;
}
