import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AfterBuild } from '../steps.ts';
import { policyFor } from './policy.ts';
import { tightenPage } from './tight-page.ts';
import { styleTightener } from './tight-style.ts';

/** Makes every built page smaller and gives it its policy. Comes before what reads or lists the built pages. */
export const tightPages: AfterBuild = ({ site }, { out }) => {
  const policy = policyFor(site?.feedback?.endpoint);
  const tightenStyle = styleTightener();
  for (const file of readdirSync(out, { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.html')) continue;
    const path = join(out, file);
    writeFileSync(path, tightenPage(readFileSync(path, 'utf8'), { policy, tightenStyle }));
  }
};
