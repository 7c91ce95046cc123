import { deepEqual, ok } from 'node:assert/strict';
import { test } from 'node:test';
import { leastMinutes, randomTask } from '../plan/example-tasks.ts';
import { leftAfter, outcomeOf } from '../plan/outcome.ts';
import { planOf, type PlanningTask } from '../plan/plan.ts';
import { packTask, planLeft } from './plan-left.ts';

const shape = { perTier: [5, 2], causes: 5, density: 0.4, requiring: 0.2, support: 45 };
const tasks = Array.from({ length: 60 }, (_, index) => randomTask(index + 1, shape));

test('with nothing tried, what is left is the whole plan', () => {
  for (const task of tasks) {
    const order = planLeft(packTask(task), new Set());
    const { expectedMinutes } = planOf(task, 'quick');
    ok(Math.abs(outcomeOf(task, order).expectedMinutes - expectedMinutes) < 0.01);
  }
});

/** The task after fixes were tried in vain, by Bayes. */
function afterFailing(task: PlanningTask, failed: ReadonlySet<string>): PlanningTask {
  const left = leftAfter(task, failed);
  const known = task.causes.reduce((sum, { probability }) => sum + probability, 0);
  const broken = [...left.values()].reduce((sum, mass) => sum + mass, 1 - known);
  return {
    ...task,
    causes: task.causes.map(({ id }) => ({ id, probability: (left.get(id) ?? 0) / broken })),
    fixes: task.fixes.filter(({ id }) => !failed.has(id)),
  };
}

test('what was tried is not in the plan any more, and what is left is at most some percent from the best', () => {
  let worst = 1;
  for (const task of tasks) {
    const failed = new Set(['f01', 'f03']);
    const order = planLeft(packTask(task), failed);
    ok(order.every((id) => !failed.has(id)));
    const rest = afterFailing(task, failed);
    worst = Math.max(worst, outcomeOf(rest, order).expectedMinutes / leastMinutes(rest));
  }
  ok(worst < 1.05, `${worst}`);
});

test('the more was tried in vain, the sooner comes support', () => {
  const task: PlanningTask = {
    causes: [
      { id: 'crumbs', probability: 0.5 },
      { id: 'socket', probability: 0.2 },
    ],
    fixes: [
      { id: 'shake', minutes: 5, tier: 0, requires: [], works: new Map([['crumbs', 0.5]]) },
      { id: 'tray', minutes: 10, tier: 0, requires: [], works: new Map([['crumbs', 0.9]]) },
      { id: 'plug', minutes: 12, tier: 0, requires: ['shake'], works: new Map([['socket', 0.5]]) },
    ],
    support: 40,
  };
  const left = (...tried: readonly string[]) => planLeft(packTask(task), new Set(tried));
  deepEqual(left(), ['tray']);
  deepEqual(left('shake'), ['tray']);
  deepEqual(left('tray'), []);
  deepEqual(left('shake', 'tray', 'plug'), []);
});
