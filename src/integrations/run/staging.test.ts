import { deepEqual, equal } from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { clearLeftovers } from './staging.ts';

const dead = spawnSync(process.execPath, ['--version']).pid;
let folder = '';

beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'staging-'))));
afterEach(() => rmSync(folder, { recursive: true }));

function site(name: string): void {
  mkdirSync(join(folder, name));
  writeFileSync(join(folder, name, 'index.html'), name);
}

test('what a killed build left behind goes with the next build; the last good site stays', () => {
  for (const name of ['dist', `.dist-${dead}`, `.dist-${dead}-old`]) site(name);
  clearLeftovers(join(folder, 'dist'));
  deepEqual(readdirSync(folder), ['dist']);
  equal(readFileSync(join(folder, 'dist/index.html'), 'utf8'), 'dist');
});

test('a build killed in the middle of its swap costs nothing: the last good site comes back', () => {
  for (const name of [`.dist-${dead}`, `.dist-${dead}-old`]) site(name);
  clearLeftovers(join(folder, 'dist'));
  deepEqual(readdirSync(folder), ['dist']);
  equal(readFileSync(join(folder, 'dist/index.html'), 'utf8'), `.dist-${dead}-old`);
});

test('the work of a living process, and whatever only has a similar name, stays', () => {
  const living = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
  try {
    const names = [`.dist-${living.pid}`, `.dist-${dead}.txt`, `.dist2-${dead}`, '.dist-notes', 'dist'];
    for (const name of names) site(name);
    clearLeftovers(join(folder, 'dist'));
    deepEqual(readdirSync(folder).sort(), names.sort());
  } finally {
    living.kill();
  }
});

test('a folder that does not exist yet holds nothing to clear', () =>
  clearLeftovers(join(folder, 'new', 'dist')));
