import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';

const root = new URL('../../', import.meta.url);
const lock = await readFile(new URL('package-lock.json', root), 'utf8');

interface Locked {
  readonly resolved?: string;
  readonly dependencies?: unknown;
  readonly devDependencies?: unknown;
  readonly optionalDependencies?: unknown;
}
const { packages } = JSON.parse(lock) as { packages: Readonly<Record<string, Locked>> };

test('the lock file says where each package lies, in the public registry, which npm replaces by that of a mirror', () => {
  const elsewhere = Object.entries(packages).filter(
    ([path, { resolved }]) => path !== '' && !resolved?.startsWith('https://registry.npmjs.org/'),
  );
  assert.deepEqual(elsewhere, []);
});

test('the lock file is in step with package.json', async () => {
  const wanted = JSON.parse(await readFile(new URL('package.json', root), 'utf8')) as Locked;
  for (const kind of ['dependencies', 'devDependencies', 'optionalDependencies'] as const)
    assert.deepEqual(packages['']?.[kind], wanted[kind], kind);
});
