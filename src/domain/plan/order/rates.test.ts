import { deepEqual, equal, ok } from 'node:assert/strict';
import { test } from 'node:test';
import { boundFor } from './bound.ts';
import { applyFix, brokenIn, minutesOf, solvedBy } from '../cost.ts';
import { randomTask } from '../example-tasks.ts';
import { searchOrder } from './prove.ts';
import { leastAtRate, ratesFor } from './rates.ts';
import { tableOf } from '../table.ts';

const works = (chance: number): ReadonlyMap<string, number> => new Map([['stuck', chance]]);

/** In order of their indices: quick and slow lose nothing, reset needs quick, and erase loses data. */
const table = tableOf({
  causes: [{ id: 'stuck', probability: 0.8 }],
  fixes: [
    { id: 'a-quick', minutes: 1, tier: 0, works: works(0.25), requires: [] },
    { id: 'b-slow', minutes: 4, tier: 0, works: works(0.5), requires: [] },
    { id: 'c-reset', minutes: 2, tier: 0, works: works(0.375), requires: ['a-quick'] },
    { id: 'd-erase', minutes: 5, tier: 1, works: works(0.625), requires: [] },
  ],
  support: 60,
});

const near = (found: readonly number[], expected: readonly number[]): void =>
  deepEqual(
    found.map((value) => value.toFixed(6)),
    expected.map((value) => value.toFixed(6)),
  );

test('after a fix nothing solves more per minute, but for riskier fixes and those that wait for another', () => {
  const rates = ratesFor(table);
  const start = { left: table.weight, done: new Uint8Array(4) };
  rates.look(start, [0, 1, 2, 3]);
  // Of 0.8: 0.2, 0.1, 0.15 and 0.1 per minute. What waits for a-quick may follow b-slow at 0.15.
  near([0, 1, 2, 3].map(rates.mostAfter), [0.2, 0.15, 0.15, 0.1]);
  // Nothing waits any more, and what was looked at before does not count.
  rates.look({ left: [0.4], done: Uint8Array.of(1, 0, 0, 0) }, [1, 2, 3]);
  near([1, 2, 3].map(rates.mostAfter), [0.05, 0.075, 0.05]);
  rates.look({ left: [0.8], done: Uint8Array.of(1, 1, 0, 0) }, [3]);
  near([rates.mostAfter(3)], [0.1]);
});

test('what takes no time solves more per minute than anything', () => {
  const instant = tableOf({
    causes: [{ id: 'stuck', probability: 0.8 }],
    fixes: [
      { id: 'look', minutes: 0, tier: 0, works: works(0.1), requires: [] },
      { id: 'turn', minutes: 1, tier: 0, works: works(0.5), requires: [] },
    ],
    support: 60,
  });
  const rates = ratesFor(instant);
  rates.look({ left: instant.weight, done: new Uint8Array(2) }, [0, 1]);
  deepEqual([rates.mostAfter(0), rates.mostAfter(1).toFixed(3)], [Infinity, '0.400']);
});

test('at a rate, support is called at once or when all is solved that can be', () => {
  // 0.9 broken, 0.2 of it for good. At 0.1 a minute: 0.9 falls to 0.2 in 7 minutes, 0.55 on average, and then support for 0.2.
  equal(leastAtRate(table, 0.9, 0.1).toFixed(6), (7 * 0.55 + 0.2 * 60).toFixed(6));
  equal(leastAtRate(table, 0.9, 0.001), 0.9 * 60);
  equal(leastAtRate(table, 0.9, Infinity).toFixed(6), (0.2 * 60).toFixed(6));
});

test('the rest of a best order never takes less than the bound at the rate of the fix before it, and the rate raises the bound', () => {
  let higher = 0;
  for (let seed = 1; seed <= 200; seed++) {
    const shape = { perTier: [9], causes: 1 + (seed % 6), density: 0.4, requiring: 0 };
    const own = tableOf(randomTask(seed, { ...shape, support: [20, 90, 900][seed % 3]! }));
    const { order } = searchOrder(own, [], Infinity);
    const bound = boundFor(own);
    const left = own.weight.slice();
    for (const [at, fix] of order.entries()) {
      const rate = own.minutes[fix]! > 0 ? solvedBy(own, left, fix) / own.minutes[fix]! : Infinity;
      applyFix(own, left, fix);
      const rest = minutesOf({ ...own, weight: left }, order.slice(at + 1));
      const open = [...own.ids.keys()].filter((other) => !order.slice(0, at + 1).includes(other));
      const freely = bound(left, open);
      const most = bound(left, open, undefined, rate * (1 + 1e-9));
      ok(most <= rest + 1e-9, `seed ${seed}, after ${at + 1}: ${most} is above ${rest}`);
      ok(most >= freely - 1e-9);
      ok(leastAtRate(own, brokenIn(own, left), rate) <= rest + 1e-9, `seed ${seed}, after ${at + 1}`);
      if (most > freely + 1e-6) higher++;
    }
  }
  ok(higher > 70, `${higher} bounds were higher`);
});
