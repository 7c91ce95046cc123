import { deepEqual, equal } from 'node:assert/strict';
import { test } from 'node:test';
import { lastPlanOf, placeIn } from './last-plan.ts';

const cold = { symptom: 'stays-cold', tried: [{ fix: 'plug-it-in', result: 'n', at: 10 }] } as const;
const burns = {
  symptom: 'burns',
  tried: [
    { fix: 'turn-down', result: 'n', at: 20 },
    { fix: 'clean', result: 's', at: 5 },
  ],
} as const;

test('the plan with the newest mark is the last one', () => {
  deepEqual(lastPlanOf([cold, burns]), { ...burns, at: 20 });
  deepEqual(lastPlanOf([burns, cold]), { ...burns, at: 20 });
});

test('where nothing is marked, or only fixes outside of a plan, there is none', () => {
  equal(lastPlanOf([]), undefined);
  equal(lastPlanOf([{ symptom: 'burns', tried: [] }]), undefined);
  equal(lastPlanOf([{ symptom: '', tried: cold.tried }]), undefined);
});

test('who was helped last is not asked to go on, not even with an older plan', () => {
  const helped = { symptom: 'pops-up', tried: [{ fix: 'clean', result: 'w', at: 30 }] } as const;
  equal(lastPlanOf([cold, helped]), undefined);
});

test('a reader stands at the first fix that is not marked', () => {
  const plan = ['plug-it-in', 'wait', 'clean'];
  deepEqual(placeIn(plan, cold.tried), { n: 2, total: 3 });
  equal(placeIn(['plug-it-in'], cold.tried), undefined);
  equal(placeIn([], cold.tried), undefined);
});
