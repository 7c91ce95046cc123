import { deepEqual, equal, ok } from 'node:assert/strict';
import { test } from 'node:test';
import type { Solution } from '../../knowledge/article.ts';
import { exampleBase } from '../../knowledge/example-base.ts';
import {
  articlesOf,
  buildKnowledgeBase,
  entryOf,
  type KnowledgeBase,
} from '../../knowledge/knowledge-base.ts';
import { placesOf, planCause, symptomViewsOf } from '../symptom-pages.ts';
import { entriesOf, type SymptomPlan } from '../symptom-plan.ts';

function baseWith(grill: readonly Solution[]): KnowledgeBase {
  const base = exampleBase();
  const articles = articlesOf(base).map((article) =>
    article.id === 'use-grill' ? { ...article, solves: grill } : article,
  );
  return buildKnowledgeBase(base.site, articles as typeof articles, []);
}

const round = (cause: string): Solution => ({ cause, works: 'workaround' });
const planIn = (base: KnowledgeBase): SymptomPlan =>
  symptomViewsOf(base, entryOf(base.symptoms, 'pops-up'))[0]!.plan;
const offered = (base: KnowledgeBase): readonly string[] => planIn(base).workarounds.map(({ fix }) => fix.id);

test('a way round is offered where it gets the reader through nearly whatever the cause', () => {
  deepEqual(offered(baseWith([round('crumbs'), round('no-power'), round('old-memory')])), ['use-grill']);
  deepEqual(offered(baseWith([round('crumbs'), round('no-power')])), ['use-grill']);
});

test('a way round some of the causes is offered on the pages of these causes only', () => {
  const base = baseWith([round('crumbs')]);
  deepEqual(offered(base), []);
  deepEqual(
    planCause(base, entryOf(base.causes, 'crumbs')).workarounds.map(({ fix }) => fix.id),
    ['use-grill'],
  );
  const plans = new Map([...base.symptoms].map(([id, one]) => [id, symptomViewsOf(base, one)[0]!.plan]));
  const places = placesOf(base, plans, entryOf(base.fixes, 'use-grill'));
  ok(places.length > 0);
  ok(places.every(({ place, workaround }) => place === undefined && workaround));
});

test('what mostly gets round the causes of a symptom is no card there, although it solves one of them', () => {
  const base = baseWith([
    round('crumbs'),
    round('old-memory'),
    { cause: 'no-power', works: 'almost-always' },
  ]);
  equal(
    entriesOf(planIn(base)).some(({ id }) => id === 'use-grill'),
    false,
  );
  deepEqual(offered(base), ['use-grill']);
  deepEqual(
    planCause(base, entryOf(base.causes, 'no-power')).fixes.some(({ fix }) => fix.id === 'use-grill'),
    true,
  );
});

test('what solves more than it gets round is a card, and then no way round', () => {
  const base = baseWith([{ cause: 'crumbs', works: 'often' }, round('no-power'), round('old-memory')]);
  equal(
    entriesOf(planIn(base)).some(({ id }) => id === 'use-grill'),
    true,
  );
  deepEqual(offered(base), []);
});
