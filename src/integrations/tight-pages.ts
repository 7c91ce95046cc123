import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { oldBrowsers } from './old-browsers.ts';
import { tightenPage } from './tight-page.ts';

/** Makes every built page smaller, and every style fit for old browsers. Stands before what reads or lists the built pages. */
export function tightPages(): AstroIntegration {
  return {
    name: 'mendbook:tight-pages',
    hooks: {
      'astro:build:done': ({ dir }) => {
        const out = fileURLToPath(dir);
        const compile = once(oldBrowsers);
        for (const file of readdirSync(out, { recursive: true, encoding: 'utf8' })) {
          const path = join(out, file);
          if (file.endsWith('.html')) writeFileSync(path, tightenPage(readFileSync(path, 'utf8'), compile));
          if (file.endsWith('.css')) writeFileSync(path, compile(readFileSync(path, 'utf8')));
        }
      },
    },
  };
}

/** Many pages have the style of another. */
function once(compile: (css: string) => string): (css: string) => string {
  const known = new Map<string, string>();
  return (css) => {
    const compiled = known.get(css) ?? compile(css);
    known.set(css, compiled);
    return compiled;
  };
}
