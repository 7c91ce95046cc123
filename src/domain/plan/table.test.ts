import { deepEqual, equal, ok } from 'node:assert/strict';
import { test } from 'node:test';
import { brokenIn, isLess, minutesOf, solvedBy } from './cost.ts';
import { tableOf, type PlanFix, type PlanningTask } from './table.ts';

const fix = (id: string, works: Readonly<Record<string, number>>, more: Partial<PlanFix> = {}): PlanFix => ({
  id,
  minutes: 1,
  tier: 0,
  works: new Map(Object.entries(works)),
  requires: [],
  ...more,
});
const taskOf = (chances: Readonly<Record<string, number>>, ...fixes: readonly PlanFix[]): PlanningTask => ({
  causes: Object.entries(chances).map(([id, probability]) => ({ id, probability })),
  fixes,
  support: 60,
});
const idsOf = (...args: Parameters<typeof taskOf>): readonly string[] => tableOf(taskOf(...args)).ids;

test('a table has fixes by tier and id, causes by id, and of each fix what it leaves of the causes it works on', () => {
  const table = tableOf(
    taskOf(
      { plug: 0.2, lever: 0.3, cord: 0.1, ghost: 0 },
      fix('reset', { lever: 0.75 }, { tier: 1, minutes: 5, requires: ['wipe', 'wipe', 'no-such-fix'] }),
      fix('wipe', { plug: 0.5, lever: 0.25, ghost: 1 }, { minutes: 2 }),
      fix('plug-in', { plug: 1 }, { minutes: 3 }),
    ),
  );
  deepEqual(table.ids, ['plug-in', 'wipe', 'reset']);
  deepEqual([...table.minutes], [3, 2, 5]);
  deepEqual(table.tier, [0, 0, 1]);
  deepEqual(table.requires, [[], [], [1]]);
  // The lever is cause 0, the plug cause 1; nothing works on the cord, and the ghost is never there.
  deepEqual(
    table.causesOf.map((causes) => [...causes]),
    [[1], [0, 1], [0]],
  );
  deepEqual(
    table.leaves.map((leaves) => [...leaves]),
    [[0], [0.75, 0.5], [0.25]],
  );
  deepEqual([...table.weight], [0.3, 0.2]);
  ok(Math.abs(table.hopeless - 0.5) < 1e-12);
});

test('causes that add up to more than everything leave nothing for something else', () => {
  const table = tableOf(taskOf({ plug: 0.8, lever: 0.6, cord: 0.1 }, fix('wipe', { plug: 0.5, lever: 0.5 })));
  ok(Math.abs(table.hopeless - 0.1) < 1e-12);
});

test('a fix that works on nothing present matters only where a useful one requires it, through others too', () => {
  const nothing = { ghost: 0.9 };
  deepEqual(idsOf({ plug: 0.5, ghost: 0 }, fix('a', nothing), fix('b', { plug: 0.5 })), ['b']);
  deepEqual(
    idsOf(
      { plug: 0.5 },
      fix('a', nothing),
      fix('b', nothing, { requires: ['a'] }),
      fix('c', { plug: 0.5 }, { requires: ['b'] }),
      fix('d', nothing, { requires: ['c'] }),
    ),
    ['a', 'b', 'c'],
  );
});

test('a chance too small to change anything counts as none', () => {
  deepEqual(idsOf({ plug: 0.5 }, fix('a', { plug: 1e-17 }), fix('b', { plug: 1e-15 })), ['b']);
});

test('a fix that requires a riskier one can never be reached, and neither can what requires it', () => {
  deepEqual(
    idsOf(
      { plug: 0.5 },
      fix('a', { plug: 0.5 }, { requires: ['b'] }),
      fix('b', { plug: 0.5 }, { requires: ['z'] }),
      fix('c', { plug: 0.5 }, { tier: 2, requires: ['z'] }),
      fix('z', { plug: 0.5 }, { tier: 1 }),
    ),
    ['z', 'c'],
  );
});

test('an order costs the minutes of each fix while the trouble lasts, and support for what is left', () => {
  const table = tableOf(
    taskOf(
      { plug: 0.5, lever: 0.25 },
      fix('a', { plug: 0.5 }, { minutes: 4 }),
      fix('b', { lever: 1 }, { minutes: 8 }),
    ),
  );
  equal(minutesOf(table, []), 60);
  equal(minutesOf(table, [0, 1]), 4 + 8 * 0.75 + 60 * 0.5);
  equal(minutesOf(table, [1, 0]), 8 + 4 * 0.75 + 60 * 0.5);
  equal(brokenIn(table, table.weight), 1);
  equal(solvedBy(table, table.weight, 0), 0.25);
});

test('costs that differ by rounding alone are a tie', () => {
  equal(isLess(1, 1 + 1e-11), true);
  equal(isLess(1, 1 + 1e-13), false);
  equal(isLess(1000, 1000 + 1e-10), false);
  equal(isLess(0, 1e-13), false);
  equal(isLess(1, 1), false);
});
