import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Cause } from '../knowledge/article.ts';
import { reachOf } from './reach.ts';
import type { PlanEntry, SymptomPlan } from './symptom-plan.ts';

const cause = (id: string) => ({ id }) as Cause;
const entry = (id: string, ...causes: string[]) =>
  ({ fix: { id }, reasons: causes.map((name) => ({ cause: cause(name) })) }) as unknown as PlanEntry;

test('a cause names the likely fixes that reach it; those below the stop line do not count', () => {
  const plan = {
    start: [entry('tray', 'crumbs')],
    then: [entry('dial', 'hot', 'crumbs')],
    lessLikely: [entry('repair', 'broken')],
    causes: ['crumbs', 'hot', 'broken'].map((id) => ({ cause: cause(id) })),
  } as unknown as SymptomPlan;
  const { fixes, causes } = reachOf(plan);
  assert.deepEqual(
    fixes.map(({ fix }) => fix.id),
    ['tray', 'dial'],
  );
  assert.deepEqual(
    causes.map((reach) => [reach.cause.id, reach.fixes]),
    [
      ['crumbs', [0, 1]],
      ['hot', [1]],
      ['broken', []],
    ],
  );
});
