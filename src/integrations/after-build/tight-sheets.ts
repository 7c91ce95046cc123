import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { oldBrowsers } from './old-browsers.ts';

/** Makes the style sheets beside the pages of the site in `out` fit for old browsers. */
export function tightSheets(out: string): void {
  const folder = join(out, '_astro');
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.css'))) {
    const path = join(folder, file);
    writeFileSync(path, oldBrowsers(readFileSync(path, 'utf8')));
  }
}
