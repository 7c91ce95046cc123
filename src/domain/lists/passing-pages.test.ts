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
