import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Change } from '../../domain/owners/sheet.ts';
import { withCase } from '../fixtures/fixture-case.ts';
import { readContent } from '../read/content.ts';
import { editValues } from './edit-values.ts';

const changes: readonly Change[] = [
  {
    from: { kind: 'minutes', fix: 'empty-crumb-tray', now: 3 },
    to: { kind: 'minutes', fix: 'empty-crumb-tray', now: 4.5 },
  },
  {
    from: { kind: 'works', fix: 'empty-crumb-tray', cause: 'crumbs-block-lever', now: 'almost-always' },
    to: { kind: 'works', fix: 'empty-crumb-tray', cause: 'crumbs-block-lever', now: 'often' },
  },
  {
    from: { kind: 'likelihood', cause: 'crumbs-block-lever', symptom: 'pops-up-at-once', now: 'often' },
    to: { kind: 'likelihood', cause: 'crumbs-block-lever', symptom: 'pops-up-at-once', now: 'rarely' },
  },
];

test('New values take the place of old ones, and nothing else of a file changes.', async () => {
  await withCase(undefined, async (path) => {
    const content = readContent({ path, name: 'content' });
    const files = editValues(content, changes);
    assert.deepEqual(files.map(({ file }) => file).sort(), [
      'content/causes/crumbs-block-lever.mdx',
      'content/fixes/empty-crumb-tray.mdx',
    ]);
    for (const { path: file, text, missed } of files) {
      assert.deepEqual(missed, []);
      const before = readFileSync(file, 'utf8').split('\n');
      const differing = text.split('\n').filter((line, index) => line !== before[index]);
      assert.equal(differing.length, file.includes('fixes') ? 2 : 1);
      writeFileSync(file, text);
    }
    const again = readContent({ path, name: 'content' });
    const fix = again.articles.find(({ id }) => id === 'empty-crumb-tray')?.article;
    assert.ok(fix?.kind === 'fix');
    assert.equal(fix.minutes, 4.5);
    assert.equal(fix.solves[0]?.works, 'often');
  });
});

test('A value that does not stand where it should is left alone and told.', async () => {
  await withCase(undefined, async (path) => {
    const content = readContent({ path, name: 'content' });
    const stale: Change = {
      from: { kind: 'minutes', fix: 'empty-crumb-tray', now: 8 },
      to: { kind: 'minutes', fix: 'empty-crumb-tray', now: 9 },
    };
    const [file] = editValues(content, [stale]);
    assert.deepEqual(file?.missed, [stale]);
    assert.equal(file?.text, readFileSync(join(path, 'fixes/empty-crumb-tray.mdx'), 'utf8'));
  });
});
