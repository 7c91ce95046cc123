import assert from 'node:assert/strict';
import { test } from 'node:test';
import { scoresOf } from './relevance.ts';

const judged = (expect: readonly string[], results: readonly string[]) => ({
  query: 'q',
  family: 'f',
  expect,
  results,
});

test('a right result counts by its rank; what stands below ten does not count', () => {
  const far = [...Array.from({ length: 10 }, (_, n) => `/${n}/`), '/a/'];
  const scores = scoresOf([
    judged(['/a/'], ['/a/']),
    judged(['/a/', '/b/'], ['/c/', '/b/']),
    judged(['/a/'], far),
    judged(['/a/'], []),
  ]);
  assert.deepEqual(scores, { hit1: 0.25, hit3: 0.5, mrr: 0.375, refused: 1 });
});

test('nonsense should find nothing, and does not count among the others', () => {
  assert.deepEqual(scoresOf([judged([], []), judged([], ['/a/'])]), {
    hit1: 1,
    hit3: 1,
    mrr: 1,
    refused: 0.5,
  });
});
