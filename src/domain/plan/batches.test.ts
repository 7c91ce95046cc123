import { deepEqual, ok, throws } from 'node:assert/strict';
import { test } from 'node:test';
import { batchesOf, mayShareTest, minutesOfBatch } from './batches.ts';
import { randomTask } from './example-tasks.ts';
import { outcomeOf } from './outcome.ts';
import { planOf } from './plan.ts';
import { randomFrom } from './random.ts';
import type { PlanFix, PlanningTask } from './table.ts';

const fix = (id: string, minutes: number, test: number, tier = 0): PlanFix => ({
  id,
  minutes,
  test,
  tier,
  works: new Map([[id, 0.5]]),
  requires: [],
});
const task = (...fixes: readonly PlanFix[]): PlanningTask => ({
  causes: fixes.map(({ id }) => ({ id, probability: 0.9 / fixes.length })),
  fixes,
  support: 60,
});

test('quick fixes with a long test share it, at most three at a time', () => {
  const quick = ['a', 'b', 'c', 'd'].map((id) => fix(id, 1.25, 1));
  const sizes = batchesOf(task(...quick), ['a', 'b', 'c', 'd']).batches.map(({ length }) => length);
  deepEqual([Math.max(...sizes), sizes.reduce((sum, size) => sum + size, 0)], [3, 4]);
  const slow = ['a', 'b'].map((id) => fix(id, 30, 0.1));
  deepEqual(batchesOf(task(...slow), ['a', 'b']).batches, [['a'], ['b']]);
});

test('nothing is grouped without a test of its own, nor across what is lost', () => {
  deepEqual(batchesOf(task(fix('a', 1, 0), fix('b', 1, 1)), ['a', 'b']).batches, [['a'], ['b']]);
  deepEqual(batchesOf(task(fix('a', 1.1, 1), fix('b', 1.1, 1, 1)), ['a', 'b']).batches, [['a'], ['b']]);
  deepEqual([fix('a', 1, 0), fix('a', 1, 0.1), fix('a', 1, 1, 1)].map(mayShareTest), [false, true, false]);
  deepEqual(batchesOf(task(), []), { batches: [], expectedMinutes: 60 });
  throws(() => batchesOf(task(), ['nobody']), /nobody/);
});

test('the minutes are the least over all ways to cut the order', () => {
  let grouped = 0;
  for (let seed = 1; seed <= 60; seed++) {
    const task = taskInTwoTiers(seed);
    const { order } = planOf(task);
    const { batches, expectedMinutes } = batchesOf(task, order);
    const cuts = waysToCut(task, order).map((way) => minutesOf(task, way));
    ok(Math.abs(Math.min(...cuts) - expectedMinutes) < 1e-9, `seed ${seed}`);
    ok(Math.abs(minutesOf(task, batches) - expectedMinutes) < 1e-9, `seed ${seed}: its own batches`);
    ok(expectedMinutes <= outcomeOf(task, order).expectedMinutes + 1e-9);
    if (batches.length < order.length) grouped++;
  }
  ok(grouped > 10, `Only ${grouped} orders have a batch.`);
});

test('cutting the best order is close to choosing order and batches at once', () => {
  let own = 0;
  let least = 0;
  for (let seed = 1; seed <= 25; seed++) {
    const task = taskInTwoTiers(seed);
    const found = batchesOf(task, planOf(task).order).expectedMinutes;
    const joint = leastJointly(task);
    ok(joint < found + 1e-9);
    own += found;
    least += joint;
  }
  ok(own / least < 1.01, `${(100 * (own / least - 1)).toFixed(2)} percent above the joint optimum`);
});

function taskInTwoTiers(seed: number): PlanningTask {
  const random = randomFrom(seed * 31);
  const task = randomTask(seed, { perTier: [5, 1], causes: 5, density: 0.4, requiring: 0, support: 60 });
  return {
    ...task,
    fixes: task.fixes.map((one) => ({ ...one, minutes: one.minutes + 3, test: 3 * random() })),
  };
}

function minutesOf(task: PlanningTask, batches: readonly (readonly string[])[]): number {
  const before = (at: number): number =>
    1 - (outcomeOf(task, batches.slice(0, at).flat()).resolvedAfter.at(-1) ?? 0);
  const tried = batches.reduce((sum, batch, at) => {
    const fixes = batch.map((id) => task.fixes.find((one) => one.id === id)!);
    return sum + minutesOfBatch(fixes) * before(at);
  }, 0);
  return tried + before(batches.length) * task.support;
}

function waysToCut(task: PlanningTask, order: readonly string[]): readonly (readonly string[])[][] {
  if (order.length === 0) return [[]];
  return [1, 2, 3].flatMap((size) => {
    const batch = order.slice(0, size);
    const fixes = batch.map((id) => task.fixes.find((one) => one.id === id)!);
    if (batch.length < size || (size > 1 && !fixes.every(mayShareTest))) return [];
    return waysToCut(task, order.slice(size)).map((rest) => [batch, ...rest]);
  });
}

/** F(S) = min over batches T of the rest of minutes(T)·U(S) + F(S ∪ T), safer tiers first. */
function leastJointly(task: PlanningTask): number {
  const known = new Map<string, number>();
  const value = (done: readonly string[], tier: number): number => {
    const key = `${[...done].sort().join()} ${tier}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    const broken = 1 - (outcomeOf(task, done).resolvedAfter.at(-1) ?? 0);
    const open = task.fixes.filter((one) => !done.includes(one.id) && one.tier >= tier);
    const pairs = open.flatMap((one, at) => open.slice(at + 1).map((two) => [one, two]));
    const triples = pairs.flatMap(([one, two]) =>
      open.slice(open.indexOf(two!) + 1).map((three) => [one!, two!, three]),
    );
    const batches = [
      ...open.map((one) => [one]),
      ...[...pairs, ...triples].filter((some) => some.every(mayShareTest)),
    ];
    const ways = batches.map(
      (batch) =>
        minutesOfBatch(batch) * broken + value([...done, ...batch.map(({ id }) => id)], batch[0]!.tier),
    );
    const least = Math.min(broken * task.support, ...ways);
    known.set(key, least);
    return least;
  };
  return value([], 0);
}
