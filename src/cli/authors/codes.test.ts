import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { withCase } from '../../articles/fixtures/fixture-case.ts';
import type { Outcome } from '../command.ts';
import { codes } from './codes.ts';

/** Runs the command on the toaster, whose symptoms name codes, and hands over what it gave. */
const inToaster = (
  use: (run: (...args: readonly string[]) => Promise<Outcome>, root: string) => Promise<void>,
) =>
  withCase(undefined, async (path) => {
    const file = join(path, 'symptoms', 'stays-cold.mdx');
    writeFileSync(file, readFileSync(file, 'utf8').replace('picture:', 'codes: [E-17, "0x8007"]\npicture:'));
    const site = join(path, 'site.yaml');
    writeFileSync(site, `${readFileSync(site, 'utf8')}url: https://help.example.org\n`);
    const root = dirname(path);
    await use((...args) => codes(args, { root }), root);
  });

test('Codes are listed with their addresses and where these lead.', () =>
  inToaster(async (run) => {
    const { output } = await run();
    assert.equal(
      output,
      '0x8007  /code/0x8007/ → /symptoms/stays-cold/\nE-17    /code/e-17/ → /symptoms/stays-cold/',
    );
  }));

test('A code of the product without a page fails, with its line and the nearest code.', () =>
  inToaster(async (run, root) => {
    const list = join(root, 'codes.txt');
    writeFileSync(list, '# of the display\nE-17\r\nE-18 # new\n');
    const { code, error } = await run('--expect', list);
    assert.equal(code, 1);
    assert.match(
      error ?? '',
      /codes\.txt:3: No published article names the code `E-18`, so `\/code\/e-18\/` leads nowhere\. Did you mean `E-17`\?/,
    );
    assert.match(error ?? '', /1 of 2 codes have no page\.$/);
    writeFileSync(list, 'E-17\n');
    assert.deepEqual(await run('--expect', list), {
      code: 0,
      output: `Every expected code has a page (1). Not in ${list}: 0x8007.`,
    });
  }));

test('An empty list of codes promises nothing and fails, so that a broken export is noticed.', () =>
  inToaster(async (run, root) => {
    writeFileSync(join(root, 'codes.txt'), '# none\n');
    assert.equal((await run('--expect', join(root, 'codes.txt'))).code, 1);
    assert.match((await run('--expect', join(root, 'nowhere.txt'))).error ?? '', /cannot be read/);
  }));

test('The map for the source of the product holds each code with its whole address, as TypeScript and as JSON.', () =>
  inToaster(async (run, root) => {
    assert.equal(
      (await run('--types', '--out', 'made')).output,
      'Wrote made/codes.ts and made/codes.json with 2 codes.',
    );
    assert.deepEqual(JSON.parse(readFileSync(join(root, 'made', 'codes.json'), 'utf8')), {
      '0x8007': 'https://help.example.org/code/0x8007/',
      'E-17': 'https://help.example.org/code/e-17/',
    });
    const made: unknown = await import(join(root, 'made', 'codes.ts'));
    assert.deepEqual(
      { ...(made as { codeLinks: object }).codeLinks },
      JSON.parse(readFileSync(join(root, 'made', 'codes.json'), 'utf8')),
    );
  }));
