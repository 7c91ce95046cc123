import { deepEqual } from 'node:assert/strict';
import { test } from 'node:test';
import { precedencesOf } from './precedence.ts';
import { tableOf } from '../table.ts';

interface Change {
  readonly minutes?: number;
  readonly tier?: number;
  readonly works?: ReadonlyMap<string, number>;
  readonly requires?: readonly string[];
}

const works = (lever: number, plug: number): ReadonlyMap<string, number> =>
  new Map([
    ['lever', lever],
    ['plug', plug],
  ]);

/** For fix `a` (5 minutes, 0.5 on both causes) and fix `b`, each as changed, and `c`, which only costs time: which of them come before which. */
function before(b: Change, c: Change = {}, a: Change = {}): Readonly<Record<string, readonly string[]>> {
  const plain = { minutes: 5, tier: 0, works: works(0.5, 0.5), requires: [] };
  const fixes = [
    { ...plain, ...a, id: 'a' },
    { ...plain, ...b, id: 'b' },
    { ...plain, minutes: 99, works: new Map([['cord', 0.1]]), ...c, id: 'c' },
  ];
  const table = tableOf({
    causes: ['cord', 'lever', 'plug'].map((id) => ({ id, probability: 0.3 })),
    fixes,
    support: 60,
  });
  return Object.fromEntries(
    precedencesOf(table).map((needs, fix) => [table.ids[fix]!, needs.map((need) => table.ids[need]!)]),
  );
}

test('a fix that is quicker and works better on everything comes first; of equals, the lower id', () => {
  deepEqual(before({ minutes: 6 }), { a: [], b: ['a'], c: [] });
  deepEqual(before({ minutes: 4 }), { a: ['b'], b: [], c: [] });
  deepEqual(before({}), { a: [], b: ['a'], c: [] });
  deepEqual(before({ works: works(0.9, 0.5) }), { a: ['b'], b: [], c: [] });
});

test('nothing is said of fixes that are each better in something, or of different tiers', () => {
  deepEqual(before({ minutes: 6, works: works(0.9, 0.5) }), { a: [], b: [], c: [] });
  deepEqual(before({ works: works(0.9, 0.1) }), { a: [], b: [], c: [] });
  deepEqual(before({ minutes: 6, tier: 1 }), { a: [], b: [], c: [] });
});

test('a better fix that requires more is not put first, and a worse one that another requires may come early', () => {
  deepEqual(before({ minutes: 4, requires: ['c'] }), { a: [], b: ['c'], c: [] });
  deepEqual(before({ minutes: 6, requires: ['c'] }), { a: [], b: ['c', 'a'], c: [] });
  deepEqual(before({ minutes: 4, requires: ['c'] }, {}, { requires: ['c'] }), {
    a: ['c', 'b'],
    b: ['c'],
    c: [],
  });
  deepEqual(before({ minutes: 6 }, { requires: ['b'] }), { a: [], b: [], c: ['b'] });
});
