import { deepEqual, equal, ok } from 'node:assert/strict';
import { test } from 'node:test';
import { leastMinutes, randomTask } from '../example-tasks.ts';
import { minutesOf } from '../cost.ts';
import { searchOrder } from './prove.ts';
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

test('when the sets it may look at run out, the search keeps the best order seen and claims no proof', () => {
  const table = tableOf(
    randomTask(1, { perTier: [12], causes: 8, density: 0.4, requiring: 0, support: 300 }),
  );
  deepEqual(searchOrder(table, [3, 1], 0), { order: [3, 1], proven: false });
  const some = searchOrder(table, [], 100);
  equal(some.proven, false);
  ok(minutesOf(table, some.order) < 300);
});
