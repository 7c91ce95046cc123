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
import { planCause } from '../cause-plan.ts';
import { placesOf, symptomViewsOf } from '../symptom-pages.ts';
import { entriesOf, type SymptomPlan } from '../symptom-plan.ts';
import { waysRound } from './ways-round.ts';

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

test('of several ways round the surest stands first, then the quickest, then the lower id, and never more than three', () => {
  const base = exampleBase();
  const grill = entryOf(base.fixes, 'use-grill');
  const [some, all] = [
    [round('crumbs'), round('no-power')],
    [round('crumbs'), round('no-power'), round('old-memory')],
  ];
  const others = [
    { ...grill, id: 'call-baker', minutes: 3, solves: some },
    { ...grill, id: 'eat-bread', minutes: 2, solves: some },
    { ...grill, id: 'use-oven', minutes: 9, solves: all },
    { ...grill, id: 'use-pan', minutes: 1, solves: some },
  ];
  deepEqual(offered(buildKnowledgeBase(base.site, [...articlesOf(base), ...others], [])), [
    'use-oven',
    'use-pan',
    'eat-bread',
  ]);
});

const among = (
  base: KnowledgeBase,
  chances: Readonly<Record<string, number>>,
  planned: readonly string[] = [],
) =>
  waysRound(
    base,
    Object.entries(chances).map(([id, probability]) => ({ id, probability })),
    new Set(planned),
  ).map(({ fix, because }) => [fix.id, because]);

test('what only solves is no way round, nor is a fix of the plan, and nine of ten causes are enough', () => {
  const base = exampleBase();
  deepEqual(among(base, { crumbs: 0.9 }), [['use-grill', undefined]]);
  deepEqual(among(base, { crumbs: 0.9 }, ['use-grill']), []);
  deepEqual(among(base, { crumbs: 0.9, 'old-memory': 0.1 }), [['use-grill', undefined]]);
  deepEqual(among(baseWith([round('crumbs')]), { crumbs: 0.5, 'old-memory': 0.5 }), []);
});

test('what solves a cause now and then gets the reader through as often, and the reason is that of the way round', () => {
  const base = (works: 'often' | 'almost-always') =>
    baseWith([
      { cause: 'old-memory', works: 'workaround', because: 'It has no memory.' },
      { cause: 'no-power', works, because: 'It may have power.' },
      { ...round('crumbs'), because: 'It has no tray.' },
    ]);
  deepEqual(among(base('often'), { crumbs: 0.5, 'no-power': 0.5 }), []);
  deepEqual(among(base('almost-always'), { crumbs: 0.5, 'no-power': 0.5 }), [
    ['use-grill', 'It has no tray.'],
  ]);
});

test('without any cause there is nothing to get round', () => {
  deepEqual(waysRound(exampleBase(), [], new Set()), []);
  deepEqual(waysRound(exampleBase(), [{ id: 'crumbs', probability: 0 }], new Set()), []);
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

test('what solves more than it gets round is a card, and then no way round, however sure it is', () => {
  const sure = baseWith([
    { cause: 'crumbs', works: 'almost-always' },
    round('no-power'),
    round('old-memory'),
  ]);
  deepEqual(offered(sure), []);
  deepEqual(among(sure, { crumbs: 0.6, 'no-power': 0.4 }), [['use-grill', undefined]]);
  const base = baseWith([{ cause: 'crumbs', works: 'often' }, round('no-power'), round('old-memory')]);
  equal(
    entriesOf(planIn(base)).some(({ id }) => id === 'use-grill'),
    true,
  );
  deepEqual(offered(base), []);
});
