import { deepEqual, ok } from 'node:assert/strict';
import { test } from 'node:test';
import type { Fix } from '../../knowledge/article.ts';
import { exampleBase } from '../../knowledge/example-base.ts';
import { articlesOf, buildKnowledgeBase, entryOf } from '../../knowledge/knowledge-base.ts';
import { symptomViewsOf } from '../symptom-pages.ts';
import type { SymptomPlan } from '../symptom-plan.ts';

const toaster = { platforms: [{ id: 'toaster', name: 'Toaster', versions: [] }] };

function planWith(changes: Readonly<Record<string, Partial<Fix>>>): SymptomPlan {
  const { site, ...rest } = exampleBase({ site: toaster });
  const articles = articlesOf({ site, ...rest }).map((article) =>
    article.kind === 'fix' ? { ...article, ...changes[article.id] } : article,
  );
  const base = buildKnowledgeBase(site, articles, []);
  return symptomViewsOf(base, entryOf(base.symptoms, 'pops-up'))[0]!.plan;
}

const longTest = { check: 8 };
const alike = { 'empty-tray': longTest, 'other-socket': longTest, 'look-at-lamp': longTest };

test('harmless fixes whose test takes long are tried together, two or three before one test', () => {
  const { batches, start } = planWith(alike);
  ok(batches.length > 0);
  ok(batches.every(({ length }) => length === 2 || length === 3));
  deepEqual(batches[0], start.map(({ id }) => id).slice(0, batches[0]!.length));
});

test('a fix without a test of its own, one that loses something and one that waits for hours stand alone', () => {
  deepEqual(planWith({}).batches, []);
  const inBatch = planWith({
    ...alike,
    'reset-memory': longTest,
    'empty-tray': { ...longTest, wait: 200 },
  }).batches;
  ok(!inBatch.flat().some((id) => id === 'reset-memory' || id === 'empty-tray'));
});

test('what another person does is tested by that person', () => {
  const { batches } = planWith({ ...alike, 'other-socket': { ...longTest, who: 'neighbor' } });
  ok(!batches.flat().includes('other-socket'));
});

test('a batch is not torn apart between two sections', () => {
  for (const plan of [planWith(alike), planWith({ 'other-socket': longTest, 'look-at-lamp': longTest })])
    for (const batch of plan.batches) {
      const atStart = batch.filter((id) => plan.start.some((entry) => entry.id === id));
      ok(atStart.length === 0 || atStart.length === batch.length);
    }
});
