import { deepEqual, ok } from 'node:assert/strict';
import { test } from 'node:test';
import { minutesOf } from '../cost.ts';
import { randomTask } from '../example-tasks.ts';
import { tableOf, type PlanFix } from '../table.ts';
import { greedyOrder } from './greedy.ts';
import { improveOrder } from './improve.ts';
import { searchOrder } from './prove.ts';
import { startingOrder } from './start.ts';

/** How far the mean of forty tasks is from the best order, greedily and after single moves (1: nothing above it), and how many then are the best. */
const families = [
  {
    shape: { perTier: [12], causes: 8, density: 0.4, requiring: 0, support: 300 },
    greedy: 1.0011,
    moved: 1,
    best: 40,
  },
  {
    shape: { perTier: [6, 4, 2], causes: 6, density: 0.4, requiring: 0.3, support: 300 },
    greedy: 1.0583,
    moved: 1.0001,
    best: 39,
  },
  {
    shape: { perTier: [14], causes: 12, density: 0.15, requiring: 0, support: 100 },
    greedy: 1.0007,
    moved: 1.0001,
    best: 38,
  },
  {
    shape: { perTier: [10], causes: 3, density: 0.8, requiring: 0.3, support: 45 },
    greedy: 1.0024,
    moved: 1.0002,
    best: 39,
  },
  {
    shape: { perTier: [5, 5, 5], causes: 8, density: 0.3, requiring: 0.4, support: 80 },
    greedy: 1.0494,
    moved: 1.0072,
    best: 38,
  },
];

test('a greedy order is at most a few percent from the best one, and single moves make most of them the best', () => {
  for (const { shape, ...most } of families) {
    const sum = { greedy: 0, moved: 0, best: 0 };
    for (let seed = 1; seed <= 40; seed++) {
      const table = tableOf(randomTask(seed, shape));
      const [greedy, moved] = [false, true].map((improve) => minutesOf(table, startingOrder(table, improve)));
      const best = minutesOf(table, searchOrder(table, startingOrder(table, true), 1e6).order);
      sum.greedy += greedy! / best / 40;
      sum.moved += moved! / best / 40;
      sum.best += moved! < best + 1e-9 ? 1 : 0;
    }
    ok(
      sum.greedy < most.greedy && sum.moved < most.moved + 1e-9 && sum.best >= most.best,
      `${JSON.stringify(shape)}: ${JSON.stringify(sum)}`,
    );
  }
});

test('the order to start from is the quickest of the greedy ones, with and without bundles and the first tiers', () => {
  const shape = { perTier: [5, 5, 5], causes: 8, density: 0.3, requiring: 0.4, support: 80 };
  const quickest = { alone: 0, bundled: 0, later: 0 };
  for (let seed = 1; seed <= 60; seed++) {
    const table = tableOf(randomTask(seed, shape));
    const [alone, bundled, ...later] = [0, 1, 2]
      .flatMap((first) => [greedyOrder(table, first, false), greedyOrder(table, first, true)])
      .map((order) => minutesOf(table, order));
    const least = minutesOf(table, startingOrder(table, false));
    ok(Math.abs(least - Math.min(alone!, bundled!, ...later)) < 1e-9, `seed ${seed}`);
    if (alone! < Math.min(bundled!, ...later)) quickest.alone++;
    if (bundled! < Math.min(alone!, ...later)) quickest.bundled++;
    if (Math.min(...later) < Math.min(alone!, bundled!)) quickest.later++;
  }
  ok(
    Object.values(quickest).every((count) => count > 0),
    JSON.stringify(quickest),
  );
});

const fix = (id: string, minutes: number, works: number, more: Partial<PlanFix> = {}): PlanFix => ({
  id,
  minutes,
  tier: 0,
  works: new Map([['stuck', works]]),
  requires: [],
  ...more,
});
const tableFor = (...fixes: readonly PlanFix[]) =>
  tableOf({ causes: [{ id: 'stuck', probability: 0.8 }], fixes, support: 30 });

test('the greedy order takes what solves most per minute, of equals the lower id, until support is quicker', () => {
  const table = tableFor(fix('a', 10, 0.5), fix('b', 4, 0.5), fix('c', 4, 0.5), fix('d', 30, 0.5));
  deepEqual(greedyOrder(table, 0, false), [1, 2]);
  deepEqual(greedyOrder(tableFor(fix('a', 1, 0.9), fix('b', 25, 0.9)), 0, false), [0]);
});

test('a greedy order that leaves the safe tiers out begins with the riskier one', () => {
  const table = tableFor(fix('mild', 5, 0.3), fix('strong', 5, 0.9, { tier: 1 }));
  deepEqual(greedyOrder(table, 0, false), [0, 1]);
  deepEqual(greedyOrder(table, 1, false), [1]);
  // The strong one makes the mild one superfluous, which only the second of these orders finds.
  const dull = tableFor(fix('mild', 9, 0.3), fix('strong', 5, 0.95, { tier: 1 }));
  deepEqual(startingOrder(dull, false), [1]);
});

test('a useful fix behind a useless one is taken with it where bundles are weighed, by the minutes of both', () => {
  const open = fix('open', 3, 0);
  const clean = fix('clean', 2, 0.9, { requires: ['open'] });
  const both = tableFor(clean, open);
  deepEqual(greedyOrder(both, 0, false), []);
  deepEqual(
    greedyOrder(both, 0, true).map((at) => both.ids[at]),
    ['open', 'clean'],
  );
  // Five minutes for 0.72 against ten for 0.64: the bundle comes first, and behind a fix of nine minutes for 0.8 it does not.
  const first = tableFor(clean, open, fix('push', 10, 0.8));
  deepEqual(greedyOrder(first, 0, true).map((at) => first.ids[at])[0], 'open');
  const second = tableFor(clean, open, fix('push', 4, 0.8));
  deepEqual(greedyOrder(second, 0, true).map((at) => second.ids[at])[0], 'push');
});

test('a bundle begins with what is safest, in whatever order its fixes are required', () => {
  const table = tableFor(
    fix('open', 2, 0),
    fix('wash', 2, 0, { tier: 1 }),
    fix('clean', 2, 0.9, { tier: 1, requires: ['wash', 'open'] }),
  );
  deepEqual(
    greedyOrder(table, 0, true).map((at) => table.ids[at]),
    ['open', 'wash', 'clean'],
  );
});

test('no bundle goes back to a safer tier', () => {
  const orderWith = (minutes: number): readonly string[] => {
    const table = tableFor(
      fix('open', 3, 0),
      fix('reset', minutes, 0.5, { tier: 1 }),
      fix('clean', 2, 0.9, { tier: 1, requires: ['open'] }),
    );
    return greedyOrder(table, 1, true).map((at) => table.ids[at]!);
  };
  deepEqual(orderWith(20), ['open', 'clean']);
  // The quick reset comes first, and behind it nothing harmless may be opened any more.
  deepEqual(orderWith(2), ['reset']);
});

test('single moves put in what is missing, take out what is not worth it, and keep tiers and requirements', () => {
  const table = tableFor(
    fix('a', 25, 0.1),
    fix('b', 2, 0.9),
    fix('c', 3, 0.5, { requires: ['b'] }),
    fix('d', 2, 0.8, { tier: 1 }),
  );
  const best = searchOrder(table, [], 1e6).order;
  for (const start of [[], [0], [0, 1], [3], [1, 2, 3], [0, 1, 2, 3]])
    deepEqual(improveOrder(table, start), best, `from ${start.join()}`);
});

test('a fix that another one requires may move, though it may not go', () => {
  const table = tableFor(
    fix('look', 1, 0),
    fix('open', 10, 0),
    fix('push', 1, 0.9, { requires: ['look'] }),
    fix('wash', 2, 0.9, { requires: ['open'] }),
  );
  const placed = (ids: readonly string[]): readonly number[] => ids.map((id) => table.ids.indexOf(id));
  const improved = improveOrder(table, placed(['open', 'look', 'push', 'wash']));
  deepEqual(improved, placed(['look', 'push', 'open', 'wash']));
});
