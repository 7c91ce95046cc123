import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { oldBrowsers } from './old-browsers.ts';

/**
 * Makes the style sheets beside the pages of the site in `out` fit for old browsers. That for paper learns where the site is (`host`, without a
 * slash at its end): what it prints of a link is its whole address.
 */
export function tightSheets(out: string, host = ''): void {
  const folder = join(out, '_astro');
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.css'))) {
    const path = join(folder, file);
    const css = readFileSync(path, 'utf8').replace(
      /--site-host:\s*""/g,
      `--site-host:${JSON.stringify(host)}`,
    );
    writeFileSync(path, oldBrowsers(css));
  }
}
