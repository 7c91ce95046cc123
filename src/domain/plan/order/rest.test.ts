import { deepEqual } from 'node:assert/strict';
import { test } from 'node:test';
import { restOf } from './rest.ts';

/** What stands below the line where nothing is planned, of fixes that solve a stuck lever with this chance in ten minutes, or at once. */
function rest(chances: Readonly<Record<string, number>>, minutes = 10): string {
  const fixes = Object.entries(chances).map(([id, chance]) => ({
    id,
    minutes,
    tier: 0,
    works: new Map([['stuck', chance]]),
    requires: [],
  }));
  return restOf({ causes: [{ id: 'stuck', probability: 0.8 }], fixes, support: 5 }, []).join('');
}

test('below the line the fix that solves most per minute stands first, in whatever order they were given', () => {
  deepEqual(rest({ a: 0.1, b: 0.2, c: 0.3, d: 0.4, e: 0.5 }), 'edcba');
  deepEqual(rest({ e: 0.1, d: 0.2, c: 0.3, b: 0.4, a: 0.5 }), 'abcde');
  deepEqual(rest({ c: 0.3, a: 0.1, e: 0.5, b: 0.2, d: 0.4 }), 'edcba');
});

test('fixes that solve as much per minute stand by their ids, also those that take no time', () => {
  deepEqual(rest({ d: 0.2, b: 0.2, c: 0.2, a: 0.1, e: 0.2 }), 'bcdea');
  deepEqual(rest({ c: 0.2, a: 0.5, b: 0.1, d: 0 }, 0), 'abcd');
});
