import { folderOf, type TextKind } from './article.ts';
import type { Site } from './site.ts';

/** The permanent address of an article, from the site's root; always ends in a slash. */
export function pathOf(article: { readonly kind: TextKind; readonly id: string }): string {
  return `/${folderOf[article.kind]}/${article.id}/`;
}

/** The address of the map of one symptom. */
export function mapPathOf(symptom: string): string {
  return `/map/${symptom}/`;
}

/** The part of an address after which a device stands; no question may have it as its id. */
export const deviceSign = 'on';

/** The address of a symptom's page for a device, or after answers: one question and one answer for each step of the way. */
export function answeredPathOf(
  symptom: string,
  answers: readonly { readonly question: string; readonly answer: string }[],
  device?: string,
): string {
  const on = device === undefined ? '' : `${deviceSign}/${device}/`;
  const way = answers.map(({ question, answer }) => `${question}/${answer}/`).join('');
  return `/symptoms/${symptom}/${on}${way}`;
}

/** Where the stop line of a plan leads: to the fix that tells how to ask support, and how its reader came there; without one to the foot of the page. */
export function supportPathOf({ support }: Pick<Site, 'support'>, from: string): string {
  return support.fix ? `${pathOf({ kind: 'fix', id: support.fix })}?from=${from}` : '#support';
}

/** An id: lower-case words joined by hyphens. */
export const idPattern = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** True for an id that can stand in a file name and a URL: lower case words joined by hyphens. */
export function isKebabCase(id: string): boolean {
  return idPattern.test(id);
}

/** A name in lower-case words joined by hyphens. */
export function kebabCase(name: string): string {
  const id = name
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return id || 'new-name';
}

/** The nearest way that is known: with fewer answers, and for each of these without the device. The empty one is always known. */
export function knownWay(way: string, isKnown: (way: string) => boolean): string {
  const parts = way === '' ? [] : way.split('/');
  const device = parts[0] === deviceSign ? parts.slice(0, 2) : [];
  const answers = parts.slice(device.length);
  for (let length = answers.length; length >= 0; length -= 2) {
    const steps = answers.slice(0, length);
    const found = [[...device, ...steps].join('/'), steps.join('/')].find(isKnown);
    if (found) return found;
  }
  return '';
}
