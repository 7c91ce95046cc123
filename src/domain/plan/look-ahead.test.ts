import { deepEqual, equal, notEqual } from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import type { PlanQuestion } from './answers.ts';
import { lookAheadFrom } from './look-ahead.ts';
import { rememberPlans } from './memory.ts';
import type { PlanningTask } from './plan.ts';

const task: PlanningTask = {
  causes: [
    { id: 'plug', probability: 0.3 },
    { id: 'lever', probability: 0.1 },
    { id: 'fuse', probability: 0.2 },
  ],
  fixes: [{ id: 'plug-in', minutes: 1, tier: 0, works: new Map([['plug', 0.9]]), requires: [] }],
  support: 60,
};
const question = (id: string, plug: number): PlanQuestion => ({
  id,
  minutes: 1,
  answers: [
    { id: 'yes', likely: new Map([['plug', plug]]), otherwise: 0.1 },
    { id: 'no', likely: new Map([['plug', 1 - plug]]), otherwise: 0.9 },
  ],
});
const [first, second] = [question('a', 0.7), question('b', 0.6)];

afterEach(() => rememberPlans(undefined));

test('answers lead to the same task in any order, and to another one when they say something else', () => {
  const { branchesOf } = lookAheadFrom(task, 'quick');
  const after = (start: PlanningTask, asked: PlanQuestion, answer: number): PlanningTask =>
    branchesOf(start, asked)[answer]!.task;
  const both = after(after(task, first, 0), second, 1);
  equal(after(after(task, second, 1), first, 0), both);
  notEqual(after(after(task, second, 0), first, 1), both);
  equal(branchesOf(task, first), branchesOf(task, first));
  deepEqual(
    branchesOf(task, first).map(({ answer, probability }) => [answer, probability.toFixed(6)]),
    [
      ['yes', '0.280000'],
      ['no', '0.720000'],
    ],
  );
});

test('an answer that changes nothing leads back to the task itself', () => {
  const nothing: PlanQuestion = {
    id: 'c',
    minutes: 1,
    answers: [{ id: 'any', likely: new Map(), otherwise: 1 }],
  };
  const { branchesOf } = lookAheadFrom(task, 'quick');
  for (const start of [task, branchesOf(task, first)[0]!.task])
    equal(branchesOf(start, nothing)[0]!.task, start);
});

test('a plan is asked for once for each task', () => {
  const asked: string[] = [];
  rememberPlans({ get: (key) => void asked.push(key), set: () => 0 });
  const { planAt } = lookAheadFrom(task, 'quick');
  equal(planAt(task), planAt(task));
  equal(asked.length, 1);
});
