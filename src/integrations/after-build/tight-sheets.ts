import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AfterBuild } from '../steps.ts';
import { oldBrowsers } from './old-browsers.ts';

/** Makes the style sheets beside the pages fit for old browsers. */
export const tightSheets: AfterBuild = (_, { out }) => {
  const folder = join(out, '_astro');
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.css'))) {
    const path = join(folder, file);
    writeFileSync(path, oldBrowsers(readFileSync(path, 'utf8')));
  }
};
