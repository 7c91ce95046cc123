import { deepEqual } from 'node:assert/strict';
import { test } from 'node:test';
import type { PlanQuestion } from './answers.ts';
import { solveInstance } from './instance.ts';

const fix = (id: string, minutes: number, cause: string, works: number) => ({
  id,
  minutes,
  tier: 0,
  works: new Map([[cause, works]]),
  requires: [],
});
const task = {
  causes: [
    { id: 'plug', probability: 0.5 },
    { id: 'lever', probability: 0.5 },
  ],
  fixes: [fix('plug-in', 10, 'plug', 1), fix('oil', 10, 'lever', 1), fix('pray', 10, 'lever', 0)],
  support: 60,
};
const light: PlanQuestion = {
  id: 'light',
  minutes: 1,
  answers: [
    {
      id: 'off',
      likely: new Map([
        ['plug', 1],
        ['lever', 0],
      ]),
      otherwise: 0,
    },
    {
      id: 'on',
      likely: new Map([
        ['plug', 0],
        ['lever', 1],
      ]),
      otherwise: 0,
    },
  ],
};

test('an instance without questions comes to its plan, with what stays below the line as the last resort', () => {
  deepEqual(solveInstance({ name: 'toaster', task, questions: undefined }), {
    name: 'toaster',
    expectedMinutes: 15,
    order: ['oil', 'plug-in'],
    lastResort: ['pray'],
    exact: true,
  });
});

test('an instance with questions has a tree too: what to ask, and after each answer the plan that is left', () => {
  const leaf = (first: string, rest: readonly string[]) => ({
    expectedMinutes: 10,
    plan: { order: [first], lastResort: rest, expectedMinutes: 10, resolvedAfter: [1] },
  });
  deepEqual(solveInstance({ name: 'toaster', task, questions: [light] }), {
    name: 'toaster',
    expectedMinutes: 15,
    order: ['oil', 'plug-in'],
    lastResort: ['pray'],
    exact: true,
    diagnosis: {
      expectedMinutes: 11,
      ask: 'light',
      branches: { off: leaf('plug-in', ['oil', 'pray']), on: leaf('oil', ['plug-in', 'pray']) },
    },
  });
});
