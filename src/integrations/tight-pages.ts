import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { tightenPage } from './tight-page.ts';

/** Makes every built page smaller. Stands before what reads or lists the built pages. */
export function tightPages(): AstroIntegration {
  return {
    name: 'mendbook:tight-pages',
    hooks: {
      'astro:build:done': ({ dir }) => {
        const out = fileURLToPath(dir);
        for (const file of readdirSync(out, { recursive: true, encoding: 'utf8' })) {
          if (!file.endsWith('.html')) continue;
          const path = join(out, file);
          writeFileSync(path, tightenPage(readFileSync(path, 'utf8')));
        }
      },
    },
  };
}
