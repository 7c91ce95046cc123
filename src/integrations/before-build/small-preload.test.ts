import { match, doesNotMatch, ok } from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { build, version, type Rolldown } from 'vite';
import { smallPreload } from './small-preload.ts';

const folder = mkdtempSync(join(tmpdir(), 'small-preload-'));
after(() => rmSync(folder, { recursive: true }));

test('the bundler takes our small helper for dynamic imports in place of its own', async () => {
  writeFileSync(join(folder, 'entry.js'), "document.onclick = () => import('./later.js');");
  writeFileSync(join(folder, 'later.js'), "import './deep.js'; document.title = 'later';");
  writeFileSync(join(folder, 'deep.js'), 'export const deep = document.body;');
  const built = (await build({
    root: folder,
    configFile: false,
    logLevel: 'silent',
    plugins: [smallPreload()],
    build: { write: false, minify: false, rolldownOptions: { input: join(folder, 'entry.js') } },
  })) as Rolldown.RolldownOutput;
  const code = built.output.map((file) => ('code' in file ? file.code : '')).join('\n');
  ok(code.includes('import('), 'the import is still made later');
  match(
    code,
    /link\.rel = ["'`]modulepreload["'`]/,
    `Vite ${version} no longer asks for the file that small-preload.ts gives.`,
  );
  doesNotMatch(
    code,
    /vite:preloadError/,
    `Vite ${version} brings its own helper: mend small-preload.ts, or drop it.`,
  );
});
