import { deepEqual, ok } from 'node:assert/strict';
import { test } from 'node:test';
import { leastMinutes, randomProblem } from '../plan/example-problems.ts';
import { leftAfter, outcomeOf } from '../plan/outcome.ts';
import { planOf, type PlanProblem } from '../plan/plan.ts';
import { packProblem, planLeft } from './plan-left.ts';

const shape = { perTier: [5, 2], causes: 5, density: 0.4, requiring: 0.2, support: 45 };
const problems = Array.from({ length: 60 }, (_, index) => randomProblem(index + 1, shape));

test('with nothing tried, what is left is the whole plan', () => {
  for (const problem of problems) {
    const order = planLeft(packProblem(problem), new Set());
    const { expectedMinutes } = planOf(problem, 'quick');
    ok(Math.abs(outcomeOf(problem, order).expectedMinutes - expectedMinutes) < 0.01);
  }
});

/** The problem after fixes were tried in vain, by Bayes. */
function afterFailing(problem: PlanProblem, failed: ReadonlySet<string>): PlanProblem {
  const left = leftAfter(problem, failed);
  const known = problem.causes.reduce((sum, { probability }) => sum + probability, 0);
  const broken = [...left.values()].reduce((sum, mass) => sum + mass, 1 - known);
  return {
    ...problem,
    causes: problem.causes.map(({ id }) => ({ id, probability: (left.get(id) ?? 0) / broken })),
    fixes: problem.fixes.filter(({ id }) => !failed.has(id)),
  };
}

test('what was tried is not in the plan any more, and what is left is at most some percent from the best', () => {
  let worst = 1;
  for (const problem of problems) {
    const failed = new Set(['f01', 'f03']);
    const order = planLeft(packProblem(problem), failed);
    ok(order.every((id) => !failed.has(id)));
    const rest = afterFailing(problem, failed);
    worst = Math.max(worst, outcomeOf(rest, order).expectedMinutes / leastMinutes(rest));
  }
  ok(worst < 1.05, `${worst}`);
});

test('the more was tried in vain, the sooner comes support', () => {
  const problem: PlanProblem = {
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
  const left = (...tried: readonly string[]) => planLeft(packProblem(problem), new Set(tried));
  deepEqual(left(), ['tray']);
  deepEqual(left('shake'), ['tray']);
  deepEqual(left('tray'), []);
  deepEqual(left('shake', 'tray', 'plug'), []);
});
