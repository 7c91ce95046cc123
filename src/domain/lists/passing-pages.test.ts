import assert from 'node:assert/strict';
import { test } from 'node:test';
import { exampleBase } from '../knowledge/example-base.ts';
import { passingPagesOf } from './passing-pages.ts';

test('every symptom has a map, under its earlier ids too; short lists have no parts', () => {
  assert.deepEqual(
    passingPagesOf(exampleBase({ symptom: { was: ['jumps-out'] } }), []).map(({ path }) => path),
    ['/map/pops-up/', '/map/jumps-out/', '/map/stays-cold/'],
  );
});

test('a long list of screen texts comes in parts, each with its title', () => {
  const says = Array.from({ length: 81 }, (_, at) => `Error ${at}`);
  const pages = passingPagesOf(exampleBase({ symptom: { says } }), []);
  assert.deepEqual(
    pages.slice(0, 2).map(({ path, text }) => [path, text]),
    [
      ['/browse/says/e/', 'E (1/2)'],
      ['/browse/says/e-2/', 'E (2/2)'],
    ],
  );
  assert.equal(pages.at(-1)?.text, 'It stays cold');
});
