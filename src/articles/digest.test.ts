import { equal, notEqual } from 'node:assert/strict';
import { test } from 'node:test';
import { digestOf } from './digest.ts';

const long = 'x'.repeat(200);

test('what holds the same has the same digest, whatever it is made of and however deep', () => {
  const made = (): unknown => ({
    a: [1, { b: long, c: undefined, d: null }],
    map: new Map([['k', { long }]]),
    set: new Set([1, 'two']),
  });
  equal(digestOf(made()), digestOf(made()));
  const shared = { long };
  equal(digestOf([shared, shared]), digestOf([{ long }, { long }]));
});

test('any difference, also in the order and in what is missing, is another digest', () => {
  const values: readonly unknown[] = [
    undefined,
    null,
    0,
    '0',
    [],
    {},
    new Map(),
    new Set(),
    [undefined],
    { a: undefined },
    { a: 1, b: 2 },
    { b: 2, a: 1 },
    { b: 1, a: 2 },
    [1, 2],
    [12],
    ['1', '2'],
    ['1,2'],
    { a: { long } },
    { a: { long: `${long}y` } },
    new Map([['a', 1]]),
    new Map([['a', '1']]),
    new Set(['a', 1]),
    JSON.stringify([1, 2]),
  ];
  equal(new Set(values.map(digestOf)).size, values.length);
});

test('nobody can tell what a function does, so it is like nothing', () => {
  const same = (): void => undefined;
  notEqual(digestOf({ same }), digestOf({ same }));
});
