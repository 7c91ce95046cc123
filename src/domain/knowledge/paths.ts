import { folderOf, type Kind } from './article.ts';

/** The permanent address of an article, from the site's root; always ends in a slash. */
export function pathOf(article: { readonly kind: Kind; readonly id: string }): string {
  return `/${folderOf[article.kind]}/${article.id}/`;
}

/** The address of an answered symptom: one question and one answer for each step of the way. */
export function answeredPathOf(
  symptom: string,
  answers: readonly { readonly question: string; readonly answer: string }[],
): string {
  const way = answers.map(({ question, answer }) => `${question}/${answer}/`).join('');
  return `/symptoms/${symptom}/${way}`;
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
