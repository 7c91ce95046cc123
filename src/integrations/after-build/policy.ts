import { createHash } from 'node:crypto';

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
  return [...new Set(texts.map((text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`))];
}
