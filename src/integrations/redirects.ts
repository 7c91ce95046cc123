import { rename } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

/** Gives the list of redirects the name that hosts look for; Astro takes no page whose name begins with `_`. */
export function redirects(): AstroIntegration {
  return {
    name: 'mendbook:redirects',
    hooks: {
      'astro:build:done': ({ dir }) =>
        rename(fileURLToPath(new URL('redirects.txt', dir)), fileURLToPath(new URL('_redirects', dir))),
    },
  };
}
