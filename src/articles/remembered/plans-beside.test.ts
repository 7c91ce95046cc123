import { deepEqual, equal, ok } from 'node:assert/strict';
import { test } from 'node:test';
import { symptomViewsOf } from '../../domain/advice/symptom-pages.ts';
import { exampleBase, lamp } from '../../domain/knowledge/example-base.ts';
import type { KnowledgeBase } from '../../domain/knowledge/knowledge-base.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { rememberPlans } from '../../domain/plan/memory.ts';
import { notePlans } from './plan-cache.ts';
import { plansBeside } from './plans-beside.ts';

/** A knowledge base with as many symptoms that ask a question. */
function askingBase(count: number): KnowledgeBase {
  const base = exampleBase({ symptom: { questions: ['lamp'] }, questions: [lamp] });
  const [symptom] = [...base.symptoms.values()];
  const ids = Array.from({ length: count }, (_, at) => `pops-up-${at}`);
  const causesOf = base.causesOf.get('pops-up')!;
  return {
    ...base,
    symptoms: new Map(ids.map((id) => [id, { ...symptom!, id }])),
    causesOf: new Map(ids.map((id) => [id, causesOf])),
  };
}

/** A cache that holds `used`, and what it is handed. */
function emptyCache(used = new Map<string, Plan>()) {
  const taken = new Map<string, Plan>();
  const take = (made: ReadonlyMap<string, Plan>): void => made.forEach((plan, key) => taken.set(key, plan));
  return { cache: { isEmpty: true, used, take }, taken };
}

test('a thread beside a build makes every plan that the pages need, the same as the build would, and none that is known', async () => {
  const base = askingBase(3);
  const { cache, taken } = emptyCache();
  await plansBeside(base, cache, 2)();
  const made = notePlans(taken);
  const views = [...base.symptoms.values()].map((symptom) => symptomViewsOf(base, symptom));
  deepEqual([...made.keys()], []);
  ok(taken.size > 3);
  rememberPlans(undefined);
  deepEqual(
    views,
    [...base.symptoms.values()].map((symptom) => symptomViewsOf(base, symptom)),
  );
  const again = emptyCache(taken);
  await plansBeside(base, again.cache, 2)();
  equal(again.taken.size, 0);
});

test('no thread is begun on one core, where plans are known, or where hardly anything is asked', async () => {
  const { cache, taken } = emptyCache();
  await plansBeside(askingBase(3), cache, 1)();
  await plansBeside(askingBase(2), cache, 2)();
  await plansBeside(askingBase(3), { ...cache, isEmpty: false }, 2)();
  equal(taken.size, 0);
});

test('a thread that fails leaves the plans to the build', async () => {
  const { cache, taken } = emptyCache();
  const base = askingBase(3);
  await plansBeside(
    { ...base, causesOf: new Map([['pops-up-0', [{ cause: 'gone' }]]]) as never },
    cache,
    2,
  )();
  equal(taken.size, 0);
});
