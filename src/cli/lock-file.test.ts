import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';

const root = new URL('../../', import.meta.url);
const lock = await readFile(new URL('package-lock.json', root), 'utf8');

test('the lock file names no registry, so that it serves behind a mirror too', () => {
  assert.doesNotMatch(lock, /"resolved"\s*:|https?:\/\/[^"]*registry/);
});

test('the lock file is in step with package.json', async () => {
  const { devDependencies } = JSON.parse(await readFile(new URL('package.json', root), 'utf8')) as {
    devDependencies: unknown;
  };
  const locked = JSON.parse(lock) as { packages: Record<string, { devDependencies?: unknown }> };
  assert.deepEqual(locked.packages['']?.devDependencies, devDependencies);
});
