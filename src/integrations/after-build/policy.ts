import { hash } from 'node:crypto';

/** The inline scripts and styles of a page, as they stand in its file. */
export interface Inline {
  readonly scripts: readonly string[];
  readonly styles: readonly string[];
}

/** Gives the content security policy of a page by its inline parts: pages talk to their own host, and to `feedback` if the owner of the site asked for answers. */
export function policyFor(feedback: string | undefined): (inline: Inline) => string {
  const connect = ["'self'", ...(feedback ? [new URL(feedback).origin] : [])];
  return ({ scripts, styles }) =>
    [
      ['default-src', "'self'"],
      ['img-src', "'self'", 'data:'],
      ['object-src', "'none'"],
      ['base-uri', "'none'"],
      ['form-action', "'self'"],
      ['worker-src', "'self'"],
      ['connect-src', ...connect],
      ['script-src', "'self'", ...hashesOf(scripts)],
      ['style-src', "'self'", ...hashesOf(styles)],
    ]
      .map((directive) => directive.join(' '))
      .join('; ');
}

function hashesOf(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)].map(hashOf);
}

const known = new Map<string, string>();
/** Texts whose hash is remembered at most: pages have most of theirs in common. */
const mostTexts = 500;

function hashOf(text: string): string {
  const before = known.get(text);
  if (before) return before;
  const made = `'sha256-${hash('sha256', text, 'base64')}'`;
  if (known.size < mostTexts) known.set(text, made);
  return made;
}
