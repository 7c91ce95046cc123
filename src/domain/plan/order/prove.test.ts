import { deepEqual, equal, ok } from 'node:assert/strict';
import { test } from 'node:test';
import { leastMinutes, randomTask } from '../example-tasks.ts';
import { minutesOf } from '../cost.ts';
import { searchOrder } from './prove.ts';
import { startingOrder } from './start.ts';
import { tableOf } from '../table.ts';

test('the search finds the best order without a good one to start from', () => {
  for (let seed = 1; seed <= 400; seed++) {
    const shape = {
      perTier: [[7], [4, 3], [3, 2, 2]][seed % 3]!,
      causes: 1 + (seed % 5),
      density: 0.3 + 0.1 * (seed % 6),
      requiring: 0.1 * (seed % 5),
      support: [20, 90, 5000][seed % 3]!,
    };
    const task = randomTask(seed, shape);
    const table = tableOf(task);
    const { order, proven } = searchOrder(table, [], Infinity);
    equal(proven, true);
    ok(
      Math.abs(minutesOf(table, order) - leastMinutes(task)) < 1e-9,
      `seed ${seed}: ${minutesOf(table, order)} instead of ${leastMinutes(task)}`,
    );
  }
});

test('where a quicker way to a set is found later, what may follow it is that of the quicker way', () => {
  // Tasks where what may follow the first way would leave the best order out: one in some thousands.
  const found = [
    [5668, { perTier: [9], causes: 5, density: 0.7, requiring: 0.4, support: 90 }],
    [5303, { perTier: [9], causes: 6, density: 0.8, requiring: 0.5, support: 5000 }],
    [5705, { perTier: [7], causes: 6, density: 0.8, requiring: 0.5, support: 5000 }],
  ] as const;
  for (const [seed, shape] of found) {
    const task = randomTask(seed, shape);
    const table = tableOf(task);
    const { order } = searchOrder(table, [], Infinity);
    ok(Math.abs(minutesOf(table, order) - leastMinutes(task)) < 1e-9, `seed ${seed}`);
  }
});

/** How many sets a proof looks at, from a good order on, for the tasks of the seeds 1, 2, 3 … of a shape. A weaker bound or rule needs more. */
const proofs = [
  {
    shape: { perTier: [12], causes: 8, density: 0.4, requiring: 0, support: 300 },
    sets: [146, 39, 70, 44, 59, 93, 20, 19],
  },
  {
    shape: { perTier: [6, 4, 2], causes: 6, density: 0.4, requiring: 0.3, support: 300 },
    sets: [35, 122, 52, 46, 70, 57, 16, 210],
  },
  {
    shape: { perTier: [14], causes: 12, density: 0.15, requiring: 0, support: 100 },
    sets: [126, 46, 25, 32, 62, 26, 41, 145],
  },
  {
    shape: { perTier: [10], causes: 3, density: 0.8, requiring: 0.3, support: 45 },
    sets: [3, 10, 11, 41, 3, 4, 2, 6],
  },
];

test('of 4,096 sets of twelve fixes a proof looks at some dozens, and never at more than it did', () => {
  for (const { shape, sets } of proofs)
    for (const [index, most] of sets.entries()) {
      const table = tableOf(randomTask(index + 1, shape));
      const known = startingOrder(table, true);
      equal(searchOrder(table, known, most).proven, true, `${JSON.stringify(shape)}, seed ${index + 1}`);
      equal(searchOrder(table, known, most - 1).proven, false);
    }
});

test('more fixes than a number has bits for them are not proven, however easily they would be', () => {
  const alike = (count: number) =>
    tableOf({
      causes: [{ id: 'stuck', probability: 0.9 }],
      fixes: Array.from({ length: count }, (_, at) => ({
        id: `f${String(at).padStart(2, '0')}`,
        minutes: 1,
        tier: 0,
        works: new Map([['stuck', 0.5]]),
        requires: [],
      })),
      support: 30,
    });
  const most = searchOrder(alike(53), [], 1000);
  deepEqual([most.proven, most.order.slice(0, 3)], [true, [0, 1, 2]]);
  deepEqual(searchOrder(alike(54), [4], 1000), { order: [4], proven: false });
});

test('when the sets it may look at run out, the search keeps the best order seen and claims no proof', () => {
  const table = tableOf(
    randomTask(1, { perTier: [12], causes: 8, density: 0.4, requiring: 0, support: 300 }),
  );
  deepEqual(searchOrder(table, [3, 1], 0), { order: [3, 1], proven: false });
  const some = searchOrder(table, [], 100);
  equal(some.proven, false);
  ok(minutesOf(table, some.order) < 300);
});
