import { deepEqual, equal } from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { checkContent } from '../../articles/check-content.ts';
import { checkBeside } from './check-beside.ts';

const project = mkdtempSync(join(tmpdir(), 'check-beside-'));
const dir = { path: join(project, 'content'), name: 'content' };
cpSync(fileURLToPath(new URL('../../../e2e/fixtures/toaster', import.meta.url)), dir.path, {
  recursive: true,
});
after(() => rmSync(project, { recursive: true }));

const fix = join(dir.path, 'fixes', 'unplug-and-cool.mdx');
const whole = readFileSync(fix, 'utf8');

test('the check beside the pages finds after each edit what a check from nothing finds', async () => {
  let told = 0;
  const check = checkBeside({ project, dir }, () => void (told += 1));
  try {
    for (const text of [
      whole,
      whole.replace('title:', 'titel:'),
      whole,
      `${whole}\nSee [that](/fixes/nowhere/).\n`,
      `${whole}\n<Steps>\n`,
      whole,
    ]) {
      writeFileSync(fix, text);
      check.ask();
      const found = await check.problems();
      deepEqual(found, JSON.parse(JSON.stringify(checkContent(dir).problems)));
    }
    equal(told, 6);
  } finally {
    check.end();
  }
});

test('of edits in a row the last state counts, and whoever waits is told of that one', async () => {
  const told: number[] = [];
  const check = checkBeside({ project, dir }, (problems) => void told.push(problems.length));
  try {
    writeFileSync(fix, whole.replace('title:', 'titel:'));
    check.ask();
    const waiting = check.problems();
    writeFileSync(fix, whole);
    check.ask();
    const clean = JSON.parse(JSON.stringify(checkContent(dir).problems)) as unknown;
    deepEqual(await waiting, clean);
    deepEqual(await check.problems(), clean);
    equal(told.length, 1);
  } finally {
    check.end();
  }
});
