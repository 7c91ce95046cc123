/** A code and its permanent link, as programs get it. */
export interface CodeLink {
  readonly code: string;
  readonly link: string;
}

/** A TypeScript module for the source of the product: each code with its link, and a type that knows no other code. */
export function codesModule(links: readonly CodeLink[]): string {
  return [
    '// Written by `kb codes --types`. Do not edit it; name codes in `codes` of an article.',
    '',
    '/** Error code → the permanent address of the page that helps. */',
    'export const codeLinks = {',
    ...links.map(({ code, link }) => `  ${JSON.stringify(code)}: ${JSON.stringify(link)},`),
    '} as const;',
    '',
    '/** A code that has a page. */',
    'export type KnownCode = keyof typeof codeLinks;',
    '',
  ].join('\n');
}

/** The same as JSON: one object, code → link. */
export function codesJson(links: readonly CodeLink[]): string {
  return `${JSON.stringify(Object.fromEntries(links.map(({ code, link }) => [code, link])), null, 2)}\n`;
}
