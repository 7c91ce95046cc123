import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { problemTable } from './readme-table.ts';

const readme = new URL('../../../README.md', import.meta.url);
const part = /(<!-- problem kinds -->\n)[\s\S]*?(<!-- \/problem kinds -->)/;

test('the README lists every kind of problem (`npm run accept` writes it)', () => {
  const text = readFileSync(readme, 'utf8');
  const current = text.replace(
    part,
    (_, open: string, close: string) => `${open}${problemTable()}\n${close}`,
  );
  if (process.env['KB_ACCEPT'] === '1') writeFileSync(readme, current);
  assert.match(text, part);
  assert.equal(text, current);
});
