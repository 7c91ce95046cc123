import { deepEqual, equal, ok } from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { diagnoseSymptom, symptomViewsOf } from '../../domain/advice/symptom-pages.ts';
import { exampleBase, lamp } from '../../domain/knowledge/example-base.ts';
import type { Question } from '../../domain/knowledge/article.ts';
import type { KnowledgeBase } from '../../domain/knowledge/knowledge-base.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { rememberPlans } from '../../domain/plan/memory.ts';
import { notePlans } from './plan-cache.ts';
import { plansBeside } from './plans-beside.ts';

/** A knowledge base with as many symptoms that ask a question. */
function askingBase(count: number, questions: readonly Question[] = [lamp]): KnowledgeBase {
  const base = exampleBase({ symptom: { questions: questions.map(({ id }) => id) }, questions });
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

/** The pages of all symptoms, and how many plans had to be made for them beside those that are known. */
function viewsWith(known: ReadonlyMap<string, Plan>, base: KnowledgeBase) {
  const made = notePlans(known);
  const views = [...base.symptoms.values()].map((symptom) => symptomViewsOf(base, symptom));
  rememberPlans(undefined);
  return { views, made: made.size };
}

test('a thread beside a build makes every plan that the pages need, the same as the build would', async () => {
  const base = askingBase(3);
  const { cache, taken } = emptyCache();
  const planned = plansBeside(base, cache, 2);
  for (let waits = 0; taken.size === 0 && waits < 1_000; waits++) await setTimeout(20);
  const own = notePlans(new Map());
  await planned();
  equal(own.size, 0);
  const { views, made } = viewsWith(taken, base);
  equal(made, 0);
  deepEqual(views, viewsWith(new Map(), base).views);
});

test('the thread goes by the trees that the check has found, and makes only the plans that pages show', async () => {
  const plansOf = async (base: KnowledgeBase): Promise<number> => {
    const { cache, taken } = emptyCache();
    const planned = plansBeside(base, cache, 2);
    for (let waits = 0; taken.size === 0 && waits < 1_000; waits++) await setTimeout(20);
    await planned();
    return taken.size;
  };
  // A look at what is never asked makes plans that no page shows.
  const likely = { 'old-memory': 'almost-always' } as const;
  const answers = [
    { id: 'yes', label: 'Yes', likely },
    { id: 'no', label: 'No', likely: {} },
  ];
  const dear = { id: 'dear', title: 'Was it reset?', minutes: 60, answers };
  const asking = (): KnowledgeBase => askingBase(3, [lamp, dear]);
  const checked = asking();
  for (const symptom of checked.symptoms.values()) diagnoseSymptom(checked, symptom, 'quick');
  const made = notePlans(new Map());
  for (const symptom of checked.symptoms.values()) symptomViewsOf(checked, symptom);
  rememberPlans(undefined);
  equal(await plansOf(checked), made.size);
  ok((await plansOf(asking())) > made.size);
});

test('the build makes what the thread has not begun, each plan is made once, and known ones are not made again', async () => {
  const base = askingBase(8);
  const { cache, taken } = emptyCache();
  const own = notePlans(new Map());
  await plansBeside(base, cache, 2)();
  ok(own.size > 0);
  const all = new Map([...own, ...taken]);
  equal(viewsWith(all, base).made, 0);
  const again = emptyCache(all);
  const planned = plansBeside(base, again.cache, 2);
  await setTimeout(500);
  await planned();
  equal(again.taken.size, 0);
});

test('no thread is begun on one core, where plans are known, or where hardly anything is asked, and nothing is planned early', async () => {
  const { cache, taken } = emptyCache();
  const own = notePlans(new Map());
  await plansBeside(askingBase(3), cache, 1)();
  await plansBeside(askingBase(2), cache, 2)();
  await plansBeside(askingBase(3), { ...cache, isEmpty: false }, 2)();
  equal(taken.size + own.size, 0);
});

test('a fault in either thread leaves plans to the build and stops nothing', async () => {
  const { cache, taken } = emptyCache();
  const base = askingBase(3);
  await plansBeside(
    { ...base, causesOf: new Map([['pops-up-0', [{ cause: 'gone' }]]]) as never },
    cache,
    2,
  )();
  equal(taken.size, 0);
});
