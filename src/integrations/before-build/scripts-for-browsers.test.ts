import { doesNotMatch, match } from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { createBuilder, type Rolldown } from 'vite';
import { scriptsForBrowsers } from './scripts-for-browsers.ts';

const folder = mkdtempSync(join(tmpdir(), 'scripts-for-browsers-'));
after(() => rmSync(folder, { recursive: true }));

test('what browsers get is written for the oldest of them, what Node runs stays as it is', async () => {
  const entry = join(folder, 'entry.js');
  writeFileSync(
    entry,
    'class Kept { #own = document.title; static has(one) { return #own in one; } } console.log(Kept.has(new Kept()));',
  );
  const options = { write: false, minify: false, rolldownOptions: { input: entry } };
  const builder = await createBuilder({
    root: folder,
    configFile: false,
    logLevel: 'silent',
    build: options,
    plugins: [scriptsForBrowsers],
    // As Astro sets them: new JavaScript for both.
    environments: Object.fromEntries(
      ['client', 'prerender'].map((name) => [name, { build: { ...options, target: 'esnext' } }]),
    ),
  });
  const codeOf = async (name: string): Promise<string> =>
    ((await builder.build(builder.environments[name]!)) as Rolldown.RolldownOutput).output
      .map((file) => ('code' in file ? file.code : ''))
      .join('\n');
  match(await codeOf('prerender'), /#own in one/);
  doesNotMatch(await codeOf('client'), /#own in one/);
});
