import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, test } from 'node:test';
import { catalogue } from '../domain/problems/catalogue.ts';
import type { Problem } from '../domain/problems/problem.ts';
import { terminalReport } from '../reports/terminal.ts';
import { checkContent } from './check-content.ts';
import { fixtures, today, withCase } from './fixtures/fixture-case.ts';

const foldersIn = (name: string): readonly string[] =>
  readdirSync(join(fixtures, name))
    .sort()
    .map((folder) => join(fixtures, name, folder));

/** Checks a case against the text in its `expected.txt`; `npm run accept` writes that text anew. */
async function assertText(folder: string): Promise<readonly Problem[]> {
  let found: readonly Problem[] = [];
  await withCase(folder, async (path) => {
    ({ problems: found } = checkContent({ path, name: 'content' }, today));
  });
  const text = `${terminalReport(found, { colour: false })}\n`;
  const expected = join(folder, 'expected.txt');
  if (process.env['KB_ACCEPT'] === '1') writeFileSync(expected, text);
  assert.equal(text, existsSync(expected) ? readFileSync(expected, 'utf8') : '');
  return found;
}

test('The valid knowledge base has no problems.', async () => {
  await withCase(undefined, async (path) => {
    const { problems } = checkContent({ path, name: 'content' }, today);
    assert.deepEqual(problems, []);
  });
});

describe('Every kind of problem is told with place, reason and remedy', () => {
  for (const folder of foldersIn('problems')) {
    test(basename(folder), async () => {
      const found = await assertText(folder);
      assert.ok(
        found.some(({ kind }) => kind === basename(folder)),
        `The fixture does not produce ${basename(folder)}.`,
      );
    });
  }
  test('No kind of the catalogue is without a fixture.', () => {
    const covered = new Set(foldersIn('problems').map((folder) => basename(folder)));
    assert.deepEqual(
      Object.keys(catalogue).filter((kind) => !covered.has(kind)),
      [],
    );
  });
});

describe('One mistake gives one problem', () => {
  for (const folder of foldersIn('mistakes'))
    test(basename(folder).replaceAll('-', ' '), async () => void (await assertText(folder)));
});
