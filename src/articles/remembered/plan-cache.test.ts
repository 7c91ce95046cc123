import { deepEqual, equal, notEqual, ok } from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { leastMinutes, randomTask } from '../../domain/plan/example-tasks.ts';
import { rememberPlans } from '../../domain/plan/memory.ts';
import { planOf } from '../../domain/plan/plan.ts';
import { planCache, takePlansOf } from './plan-cache.ts';

let folder = '';
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'plan-cache-'))));
afterEach(() => rmSync(folder, { recursive: true }));

const shape = { perTier: [4, 3], causes: 4, density: 0.5, requiring: 0.2, support: 60 };
const file = (): string => join(folder, 'kb', 'plans.json');

/** Plans these tasks as a build does, and gives how often each task of the file was new. */
function build(seeds: readonly number[]): void {
  const { keep } = planCache(file());
  for (const seed of seeds) planOf(randomTask(seed, shape));
  keep();
}

test('the next build finds the plans of the last one, and only what it needed itself is kept', () => {
  build([1, 2]);
  // Beside a proven plan the quick one that it began with is not needed again.
  build([1, 2]);
  const both = readFileSync(file(), 'utf8');
  build([1, 2]);
  equal(readFileSync(file(), 'utf8'), both);
  build([2]);
  notEqual(readFileSync(file(), 'utf8'), both);
  deepEqual(readdirSync(join(folder, 'kb')), ['plans.json']);
});

test('a command takes the plans of the last build and leaves them as they are', () => {
  build([1, 2]);
  const kept = readFileSync(file(), 'utf8');
  const marked = kept.replaceAll(/"expectedMinutes":[\d.]+/g, '"expectedMinutes":-1');
  notEqual(marked, kept);
  writeFileSync(file(), marked);
  takePlansOf(file());
  equal(planOf(randomTask(1, shape)).expectedMinutes, -1);
  ok(planOf(randomTask(3, shape)).expectedMinutes > 0);
  equal(readFileSync(file(), 'utf8'), marked);
  rememberPlans(undefined);
});

test('a remembered plan is used as it is, one of another planner is not', () => {
  build([3]);
  const stored = JSON.parse(readFileSync(file(), 'utf8')) as {
    madeBy: string;
    plans: Record<string, object>;
  };
  const marked = Object.fromEntries(
    Object.entries(stored.plans).map(([key, plan]) => [key, { ...plan, expectedMinutes: -1 }]),
  );
  const minutes = (madeBy: string): number => {
    writeFileSync(file(), JSON.stringify({ madeBy, plans: marked }));
    const { keep } = planCache(file());
    const plan = planOf(randomTask(3, shape));
    keep();
    return plan.expectedMinutes;
  };
  equal(minutes(stored.madeBy), -1);
  equal(Math.abs(minutes('another') - leastMinutes(randomTask(3, shape))) < 1e-9, true);
});

test('a broken cache is an empty one', () => {
  build([4]);
  const good = readFileSync(file(), 'utf8');
  writeFileSync(file(), good.slice(0, 100));
  build([4]);
  equal(readFileSync(file(), 'utf8'), good);
});
