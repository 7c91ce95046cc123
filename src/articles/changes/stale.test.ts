import { deepEqual } from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { withCase } from '../fixtures/fixture-case.ts';
import { readContent } from '../read/content.ts';
import { staleArticles } from './stale.ts';

/** The articles of the valid fixture that are stale after these changes. */
async function staleAfter(changes: string): Promise<readonly string[]> {
  let found: readonly string[] = [];
  await withCase(undefined, async (path) => {
    writeFileSync(join(path, 'changes.yaml'), changes);
    found = staleArticles(readContent({ path, name: 'content' })).map(({ id }) => id);
  });
  return found;
}

test('a renamed place makes the articles stale that lead there', async () => {
  deepEqual(await staleAfter('- { date: 2026-12-01, place: browning }\n'), ['reset-the-base']);
});

test('a changed source makes the articles stale that rest on it', async () => {
  deepEqual(await staleAfter('- { date: 2026-12-01, source: "https://example.org/t2" }\n'), [
    'empty-crumb-tray',
  ]);
});

test('a new version makes the articles stale that speak of its platform', async () => {
  deepEqual(await staleAfter('- { date: 2026-12-01, version: t2 }\n'), [
    'empty-crumb-tray',
    'reset-the-base',
  ]);
});

test('what was checked on the day of the change or later is fresh, however old', async () => {
  deepEqual(await staleAfter('- { date: 2026-11-24, place: browning }\n'), []);
  deepEqual(await staleAfter(''), []);
});
