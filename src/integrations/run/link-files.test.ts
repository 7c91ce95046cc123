import { deepEqual } from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { removeFiles } from './link-files.ts';

const folder = mkdtempSync(join(tmpdir(), 'link-files-'));
after(() => rmSync(folder, { recursive: true }));

test('Files go with the folders that they leave empty, in whatever order they are named, and what others put there stays', () => {
  for (const name of ['a/b/one', 'a/b/two', 'a/c/d/three', 'e/four', 'e/own', 'five']) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), name);
  }
  removeFiles(folder, ['a/b/one', 'e/four', 'a/c/d/three', 'five', 'a/b/two', 'e/gone', 'gone/six']);
  deepEqual(readdirSync(folder, { recursive: true }).sort(), ['e', join('e', 'own')]);
});
