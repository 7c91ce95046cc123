import { deepEqual, equal, notEqual } from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { randomTask } from './example-tasks.ts';
import { rememberPlans } from './memory.ts';
import { planOf, type Plan } from './plan.ts';

afterEach(() => rememberPlans(undefined));

const shape = { perTier: [4, 3], causes: 4, density: 0.5, requiring: 0.2, support: 60 };

test('a plan that is remembered is the one that is worked out, and is worked out once', () => {
  const plain = planOf(randomTask(1, shape));
  const plans = new Map<string, Plan>();
  rememberPlans(plans);
  const first = planOf(randomTask(1, shape));
  deepEqual(first, plain);
  equal(planOf(randomTask(1, shape)), first);
  // Tasks of one tree hold the same list of fixes.
  const task = randomTask(1, shape);
  equal(planOf({ ...task }), first);
  equal(planOf({ ...task }), first);
  // The quick plan that a proof begins with is remembered as well.
  equal(plans.size, 2);
});

test('whatever changes in a task, or in how well it is planned, is another plan', () => {
  const plans = new Map<string, Plan>();
  rememberPlans(plans);
  const task = randomTask(2, shape);
  const [fix, ...others] = task.fixes;
  const tasks = [
    task,
    { ...task, support: 61 },
    { ...task, causes: task.causes.slice(1) },
    { ...task, causes: task.causes.map((cause) => ({ ...cause, probability: 0.1 })) },
    { ...task, causes: task.causes.map((cause) => ({ ...cause, id: `${cause.id}-other` })) },
    { ...task, fixes: [] },
    ...[
      { minutes: 99 },
      { test: 0.5 },
      { tier: 1 },
      { works: new Map([['cause', 0.1]]) },
      { requires: ['none'] },
      { id: 'other' },
    ].map((change) => ({ ...task, fixes: [{ ...fix!, ...change }, ...others] })),
  ];
  for (const one of tasks) deepEqual(planOf(one, 'quick'), planOf(one, 'quick'));
  equal(plans.size, tasks.length);
  notEqual(planOf(task, 'quick'), planOf(task, 'prove'));
  equal(plans.size, tasks.length + 1);
});
