import { deepEqual, equal, notEqual, ok } from 'node:assert/strict';
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

test('a memory may name what keys have in common, and such a name counts for that memory alone', () => {
  const tasks = [randomTask(3, shape), randomTask(4, shape)];
  const plain = tasks.map((task) => planOf(task, 'quick'));
  // Each counts anew, so that what the first calls 1 is another text for the second.
  for (const order of [tasks, [...tasks].reverse()]) {
    const names = new Map<string, string>();
    const plans = new Map<string, Plan>();
    rememberPlans({
      get: (key) => plans.get(key),
      set: (key, plan) => plans.set(key, plan),
      nameOf: (text) => {
        const name = names.get(text) ?? `${names.size + 1}`;
        names.set(text, name);
        return name;
      },
    });
    for (const task of order) deepEqual(planOf({ ...task }, 'quick'), plain[tasks.indexOf(task)]);
    equal(names.size, 2);
    ok([...plans.keys()].every((key) => /^\[.*\][12]$/.test(key)));
  }
});
