import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { kb, root, scratch } from './build-site.ts';
import { expect, test } from './knowledge-base.ts';

const content = join(scratch, 'edited', 'content');
const out = join(scratch, 'edited', 'site');

test.beforeAll(() => cpSync(join(root, 'e2e/fixtures/toaster'), content, { recursive: true }));

const build = (outDir: string, ...options: readonly string[]) =>
  kb(['build', '--outDir', outDir, ...options], content);

test('a build of what has not changed does nothing, and notices every change, in the content and in the built site', async () => {
  test.setTimeout(180_000);
  expect((await build(out, '--clean')).code).toBe(0);
  const again = await build(out);
  expect(again.code).toBe(0);
  expect(again.output).toContain('Nothing has changed since the last build');
  rmSync(join(out, 'index.html'));
  expect((await build(out)).output).toContain('written to');
  expect(readFileSync(join(out, 'index.html'), 'utf8')).toContain('</html>');
  const site = join(content, 'site.yaml');
  writeFileSync(site, readFileSync(site, 'utf8').replace(/^title: .*$/m, 'title: Another title'));
  expect((await build(out)).output).toContain('written to');
  expect(readFileSync(join(out, 'index.html'), 'utf8')).toContain('Another title');
});
