import { deepEqual, equal, ok } from 'node:assert/strict';
import { test } from 'node:test';
import { weightOf } from '../knowledge/likelihood.ts';
import type { Weight } from '../knowledge/likelihood.ts';
import { robustnessOf, uncertainAbove } from './robustness.ts';

/** The likeliest of the fixes `first`, `second`, …; the first of equals. */
const likeliest = (words: readonly Weight[]): string | undefined =>
  ['first', 'second', 'third'][
    words.map(weightOf).reduce((best, weight, index, all) => (weight > all[best]! ? index : best), 0)
  ];

test('an order that hangs on one word is uncertain, one with a wide lead is not', () => {
  const close = robustnessOf(['sometimes', 'sometimes', 'rarely'], likeliest);
  equal(close.first, 'first');
  ok(close.changed > 0.15 && close.changed < 0.35, `${close.changed}`); // only down and up, a quarter of the runs, changes it
  deepEqual(close.rivals, [{ fix: 'second', share: close.changed }]);
  ok(robustnessOf(['sometimes', 'sometimes', 'sometimes'], likeliest).changed > uncertainAbove);
  deepEqual(robustnessOf(['almost-always', 'seldom', 'rarely'], likeliest), {
    first: 'first',
    changed: 0,
    rivals: [],
  });
});

test('the runs are the same each time, the seed changes them, and every run moves every word by one level', () => {
  const seen: string[] = [];
  const look = (words: readonly Weight[]) => {
    seen.push(words.join());
    return likeliest(words);
  };
  deepEqual(
    robustnessOf(['sometimes', 'sometimes'], look),
    robustnessOf(['sometimes', 'sometimes'], likeliest),
  );
  equal(seen.length, 201);
  deepEqual([...new Set(seen.slice(1))].sort(), [
    'often,often',
    'often,seldom',
    'seldom,often',
    'seldom,seldom',
  ]);
  ok(
    new Set(
      [1, 2, 3, 4, 5].map((seed) => robustnessOf(['sometimes', 'sometimes'], likeliest, 200, seed).changed),
    ).size > 1,
  );
});

test('rivals stand with the most frequent first, and those of equal share by their ids', () => {
  const often = robustnessOf(['sometimes', 'sometimes', 'sometimes'], likeliest).rivals;
  deepEqual(
    often.map(({ fix }) => fix),
    ['second', 'third'],
  );
  ok(often[0]!.share > often[1]!.share);
  // In half of the runs each; by the frequency alone the one with the higher id would stand first.
  const halves = (words: readonly Weight[]) =>
    ({ often: 'b', seldom: 'a', sometimes: 'first' })[String(words[0])];
  const pairs = Array.from({ length: 20 }, (_, seed) => robustnessOf(['sometimes'], halves, 2, seed).rivals);
  for (const rivals of pairs.filter(({ length }) => length === 2))
    deepEqual(rivals, [
      { fix: 'a', share: 0.5 },
      { fix: 'b', share: 0.5 },
    ]);
  ok(pairs.some(({ length }) => length === 2));
});

test('without a run nothing has changed', () => {
  deepEqual(robustnessOf(['sometimes'], likeliest, 0), { first: 'first', changed: 0, rivals: [] });
});

test('measured numbers do not move, and a plan that becomes empty counts as changed', () => {
  deepEqual(robustnessOf([0.25, 0.25], likeliest).changed, 0);
  const onlyIfOften = (words: readonly Weight[]) => (weightOf(words[0]!) >= 0.25 ? 'first' : undefined);
  const { changed, rivals } = robustnessOf(['sometimes'], onlyIfOften);
  ok(changed > 0.4 && changed < 0.6);
  deepEqual(rivals, []);
});
