import { deepEqual, ok } from 'node:assert/strict';
import { test } from 'node:test';
import { leftAfter, outcomeOf } from './outcome.ts';
import { randomFrom } from './random.ts';
import type { PlanningTask } from './table.ts';

const task: PlanningTask = {
  causes: [
    { id: 'plug', probability: 0.5 },
    { id: 'lever', probability: 0.25 },
  ],
  fixes: [
    { id: 'a', minutes: 4, tier: 0, works: new Map([['plug', 0.5]]), requires: [] },
    {
      id: 'b',
      minutes: 8,
      tier: 0,
      works: new Map([
        ['lever', 1],
        ['plug', 0.5],
        ['ghost', 0.5],
      ]),
      requires: [],
    },
  ],
  support: 60,
};

test('the outcome of an order is its minutes while the trouble lasts, and how likely it is solved after each fix', () => {
  deepEqual(outcomeOf(task, []), { expectedMinutes: 60, resolvedAfter: [] });
  deepEqual(outcomeOf(task, ['a', 'b']), {
    expectedMinutes: 4 + 8 * 0.75 + 60 * 0.375,
    resolvedAfter: [0.25, 0.625],
  });
});

test('of causes that add up to more than everything nothing is left for something else', () => {
  const sure = { ...task, causes: task.causes.map(({ id }) => ({ id, probability: 1 })) };
  deepEqual(outcomeOf(sure, ['b']), { expectedMinutes: 8 * 2 + 60 * 0.5, resolvedAfter: [1.5] });
});

test('what is left of a cause is what all the fixes that were done leave of it', () => {
  const left = (...done: readonly string[]) => Object.fromEntries(leftAfter(task, new Set(done)));
  deepEqual(left(), { plug: 0.5, lever: 0.25 });
  deepEqual(left('a'), { plug: 0.25, lever: 0.25 });
  deepEqual(left('a', 'b'), { plug: 0.125, lever: 0 });
});

test('the numbers of a seed are those of mulberry32, from 0 to 1', () => {
  const random = randomFrom(1);
  deepEqual(
    [random(), random(), random()].map((value) => value.toFixed(12)),
    ['0.627073940588', '0.002735721180', '0.527447039960'],
  );
  const other = randomFrom(2);
  ok(Array.from({ length: 1000 }, other).every((value) => value >= 0 && value < 1));
});
