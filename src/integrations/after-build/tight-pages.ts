import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AfterBuild } from '../steps.ts';
import { policyFor } from './policy.ts';
import { oldBrowsers } from './old-browsers.ts';
import { tightenPage } from './tight-page.ts';
import { styleTightener } from './tight-style.ts';

/** Makes every built page smaller, its style fit for old browsers, and gives it its policy. Comes before what reads or lists the built pages. */
export const tightPages: AfterBuild = ({ site }, { out }) => {
  const policy = policyFor(site?.feedback?.endpoint);
  const tightenStyle = styleTightener();
  for (const file of readdirSync(out, { recursive: true, encoding: 'utf8' })) {
    const path = join(out, file);
    const rewrite = (change: (text: string) => string): void =>
      writeFileSync(path, change(readFileSync(path, 'utf8')));
    if (file.endsWith('.html')) rewrite((html) => tightenPage(html, { policy, tightenStyle }));
    if (file.endsWith('.css')) rewrite(oldBrowsers);
  }
};
