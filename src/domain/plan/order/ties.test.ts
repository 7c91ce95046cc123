import { deepEqual } from 'node:assert/strict';
import { test } from 'node:test';
import { tableOf } from '../table.ts';
import { settleTies } from './ties.ts';

const fix = (id: string, minutes: number, requires: readonly string[] = [], tier = 0) => ({
  id,
  minutes,
  tier,
  works: new Map([[`cause of ${id}`, 0.5 * minutes]]),
  requires,
});
const settled = (fixes: readonly ReturnType<typeof fix>[], order: readonly string[]): readonly string[] => {
  const table = tableOf({
    causes: fixes.map(({ id }) => ({ id: `cause of ${id}`, probability: 0.2 })),
    fixes,
    support: 60,
  });
  return settleTies(
    table,
    order.map((id) => table.ids.indexOf(id)),
  ).map((index) => table.ids[index]!);
};

test('fixes that solve as much per minute stand by their ids, whatever they take', () => {
  deepEqual(settled([fix('a', 1), fix('b', 2), fix('c', 1)], ['c', 'b', 'a']), ['a', 'b', 'c']);
});

test('a fix stays behind one that it requires and behind a safer tier', () => {
  deepEqual(settled([fix('a', 1, ['b']), fix('b', 1)], ['b', 'a']), ['b', 'a']);
  deepEqual(settled([fix('a', 1, [], 1), fix('b', 1)], ['b', 'a']), ['b', 'a']);
});

test('fixes that are no tie keep their places', () => {
  const better = { ...fix('b', 1), works: new Map([['cause of b', 0.9]]) };
  deepEqual(settled([fix('a', 1), better], ['b', 'a']), ['b', 'a']);
});
