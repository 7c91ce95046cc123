import { deepEqual, equal, ok } from 'node:assert/strict';
import { test } from 'node:test';
import type { Fix, Question } from '../../knowledge/article.ts';
import { exampleBase } from '../../knowledge/example-base.ts';
import {
  articlesOf,
  buildKnowledgeBase,
  entryOf,
  type KnowledgeBase,
} from '../../knowledge/knowledge-base.ts';
import { symptomViewsOf } from '../symptom-pages.ts';
import { entriesOf } from '../symptom-plan.ts';
import type { SymptomView } from '../symptom-view.ts';
import { viewsOf } from './device-views.ts';
import type { PlanTree } from './plan-tree.ts';

const lamp: Question = {
  id: 'lamp',
  title: 'Does the lamp light up?',
  minutes: 0.1,
  answers: [
    { id: 'yes', label: 'Yes', likely: { crumbs: 'almost-always' } },
    { id: 'no', label: 'No', likely: { 'no-power': 'almost-always' } },
  ],
};

/** A toaster in two versions, a grill and an app; `applies` says where each fix can be done. */
function baseWith(
  applies: Readonly<Record<string, Fix['applies']>>,
  symptom: Parameters<typeof exampleBase>[0] = { symptom: { questions: ['lamp'] } },
): KnowledgeBase {
  const base = exampleBase({
    questions: [lamp],
    site: {
      platforms: [
        {
          id: 'toaster',
          name: 'Toaster',
          versions: [
            { id: 't2', name: 'T2', range: '>=2' },
            { id: 't1', name: 'T1', range: '1' },
          ],
        },
        { id: 'grill', name: 'Grill', versions: [] },
        { id: 'app', name: 'App', versions: [] },
      ],
    },
    ...symptom,
  });
  const articles = articlesOf(base).map((article) =>
    article.kind === 'fix' ? { ...article, applies: applies[article.id] ?? {} } : article,
  );
  return buildKnowledgeBase(base.site, articles, [lamp]);
}

const viewsIn = (base: KnowledgeBase): readonly SymptomView[] =>
  symptomViewsOf(base, entryOf(base.symptoms, 'pops-up'));
const pathsOf = (views: readonly SymptomView[]): readonly string[] => views.map(({ path }) => path);
const above = ({ plan }: SymptomView): readonly string[] => [...plan.start, ...plan.then].map(({ id }) => id);
const rowOf = (view: SymptomView): readonly (readonly [string, string])[] =>
  (view.devices?.choices ?? []).map(({ label, href }) => [label, href]);

test('where every fix can be done on every device there are no pages for a device, and nothing to choose', () => {
  const views = viewsIn(baseWith({}));
  deepEqual(pathsOf(views), [
    '/symptoms/pops-up/',
    '/symptoms/pops-up/lamp/yes/',
    '/symptoms/pops-up/lamp/no/',
  ]);
  ok(views.every(({ devices, device }) => devices === undefined && device === undefined));
});

test('a device has pages only where its plan differs, with and without answers; devices that agree share them', () => {
  const views = viewsIn(baseWith({ 'other-socket': { toaster: '*' } }));
  const own = views.filter(({ device }) => device);
  deepEqual(pathsOf(own), ['/symptoms/pops-up/on/grill/', '/symptoms/pops-up/on/grill/lamp/no/']);
  for (const view of own) ok(!entriesOf(view.plan).some(({ id }) => id === 'other-socket'));
  deepEqual(rowOf(views[0]!), [
    ['Toaster', '/symptoms/pops-up/'],
    ['Grill', '/symptoms/pops-up/on/grill/'],
    ['App', '/symptoms/pops-up/on/grill/'],
  ]);
});

test('answers and device combine: links stay with the device while its plan differs, and the row with the answers', () => {
  const views = viewsIn(baseWith({ 'other-socket': { toaster: '*' } }));
  const [grill, no] = views.filter(({ device }) => device);
  deepEqual(
    grill!.ask?.answers.map(({ href }) => href),
    ['/symptoms/pops-up/lamp/yes/', '/symptoms/pops-up/on/grill/lamp/no/'],
  );
  deepEqual(rowOf(no!), [
    ['Toaster', '/symptoms/pops-up/lamp/no/'],
    ['Grill', '/symptoms/pops-up/on/grill/lamp/no/'],
    ['App', '/symptoms/pops-up/on/grill/lamp/no/'],
  ]);
  equal(views.find(({ path }) => path === '/symptoms/pops-up/lamp/yes/')?.devices, undefined);
  equal(no!.answers[0]?.back, '/symptoms/pops-up/on/grill/');
  equal(no!.unanswered, '/symptoms/pops-up/on/grill/');
});

test('versions of a platform stand apart only where their plans do, and name it once', () => {
  const views = viewsIn(baseWith({ 'empty-tray': { toaster: '>=2', grill: '*', app: '*' } }));
  deepEqual(rowOf(views[0]!), [
    ['Toaster (T2)', '/symptoms/pops-up/'],
    ['T1', '/symptoms/pops-up/on/t1/'],
    ['Grill', '/symptoms/pops-up/'],
    ['App', '/symptoms/pops-up/'],
  ]);
  ok(!above(views.find(({ path }) => path === '/symptoms/pops-up/on/t1/')!).includes('empty-tray'));
});

test('where no device has the plan for any device, the row leads back to it', () => {
  const views = viewsIn(
    baseWith({
      'other-socket': { toaster: '*' },
      'empty-tray': { grill: '*', app: '*' },
    }),
  );
  equal(views[0]!.devices?.any, '/symptoms/pops-up/');
  const on = (id: string) =>
    entriesOf(views.find(({ device }) => device?.id === id)!.plan).map((entry) => entry.id);
  deepEqual([on('t2').includes('other-socket'), on('t2').includes('empty-tray')], [true, false]);
  deepEqual([on('grill').includes('other-socket'), on('grill').includes('empty-tray')], [false, true]);
});

test('a device on which the symptom is not seen is none to choose', () => {
  const symptom = { applies: { toaster: '*', app: '*' } };
  const [first] = viewsIn(baseWith({ 'other-socket': { toaster: '*' } }, { symptom }));
  deepEqual(rowOf(first!), [
    ['Toaster', '/symptoms/pops-up/'],
    ['App', '/symptoms/pops-up/on/app/'],
  ]);
});

test('every link of a page leads to a page that is there', () => {
  const views = viewsIn(baseWith({ 'other-socket': { toaster: '*' }, 'look-at-lamp': { toaster: '*' } }));
  for (const view of views) {
    const paths = pathsOf(views);
    for (const { href } of view.ask?.answers ?? []) ok(paths.includes(href), href);
    for (const { back } of view.answers) ok(paths.includes(back), back);
    for (const { href } of view.devices?.choices ?? []) ok(paths.includes(href), href);
  }
});

test('an order by the author is kept on a device with what can be done there, and no answer is said to have that order', () => {
  const base = baseWith(
    { 'other-socket': { toaster: '*' } },
    {
      symptom: {
        questions: ['lamp'],
        order: 'author',
        because: 'The socket is nearer.',
        fixes: ['other-socket', 'look-at-lamp', 'empty-tray'],
      },
    },
  );
  const views = viewsIn(base);
  const at = (path: string): SymptomView => views.find((view) => view.path === path)!;
  deepEqual(above(at('/symptoms/pops-up/')), ['other-socket', 'look-at-lamp', 'empty-tray']);
  deepEqual(above(at('/symptoms/pops-up/on/grill/')), ['look-at-lamp', 'empty-tray']);
  for (const { path, plan, answers } of views)
    equal(plan.authorReason, answers.length > 0 ? undefined : 'The socket is nearer.', path);
});

/** A plan of these fixes (a letter each), and what is asked there, with the plan after each answer; the same one where none is given. */
function tree(fixes: string, asks?: Question, after: Readonly<Record<string, PlanTree>> = {}): PlanTree {
  const start = [...fixes].map((id) => ({ id }));
  const plan = { start, then: [], batches: [] } as unknown as PlanTree['plan'];
  if (!asks) return { plan };
  const branches = asks.answers.map((answer) => ({ answer, tree: after[answer.id] ?? tree(fixes) }));
  return { plan, next: { question: asks, branches, unsure: after['not-sure'] } };
}

const tray: Question = { ...lamp, id: 'tray' };
const platforms = [
  {
    id: 'toaster',
    name: 'Toaster',
    versions: ['t3', 't2', 't1'].map((id) => ({ id, name: id.toUpperCase(), range: '' })),
  },
  { id: 'grill', name: 'Grill', versions: [] },
];
const on = (id: string, plans: PlanTree) => ({
  device: {
    id,
    label: id === 'grill' ? 'Grill' : `Toaster (${id.toUpperCase()})`,
    platform: id === 'grill' ? id : 'toaster',
  },
  tree: plans,
});

test('a symptom of some versions only names these by their own names, and no platform where it is not seen', () => {
  const [first] = viewsOf('cold', tree('ab'), [on('t3', tree('ab')), on('t1', tree('ba'))], platforms);
  deepEqual(first?.devices, {
    choices: [
      { id: 't3', platform: 'toaster', label: 'Toaster (T3)', covers: ['t3'], href: '/symptoms/cold/' },
      { id: 't1', platform: 'toaster', label: 'T1', covers: ['t1'], href: '/symptoms/cold/on/t1/' },
    ],
    any: undefined,
  });
});

test('a device has a page of its own where only the plan after an answer is another', () => {
  const whole = tree('a', lamp, { yes: tree('b'), no: tree('c') });
  const grill = tree('a', lamp, { yes: tree('b'), no: tree('d') });
  deepEqual(pathsOf(viewsOf('cold', whole, [on('grill', grill)], platforms)), [
    '/symptoms/cold/',
    '/symptoms/cold/lamp/yes/',
    '/symptoms/cold/lamp/no/',
    '/symptoms/cold/on/grill/',
    '/symptoms/cold/on/grill/lamp/no/',
  ]);
});

test('where a device is not asked what another is, its link leads to the nearest page with fewer answers', () => {
  const whole = tree('a', lamp, { no: tree('b', tray) });
  const grill = tree('a', lamp, { no: tree('c') });
  const toaster = tree('a', tray, { no: tree('d') });
  const views = viewsOf('cold', whole, [on('grill', grill), on('t3', toaster)], platforms);
  const row = (path: string) => rowOf(views.find((view) => view.path === path)!);
  deepEqual(row('/symptoms/cold/lamp/no/tray/yes/'), [
    ['Toaster', '/symptoms/cold/on/t3/'],
    ['Grill', '/symptoms/cold/on/grill/lamp/no/'],
  ]);
  deepEqual(row('/symptoms/cold/on/t3/tray/no/'), [
    ['Toaster', '/symptoms/cold/on/t3/tray/no/'],
    ['Grill', '/symptoms/cold/on/grill/'],
  ]);
});

test('who cannot answer goes on to a page of its own, whose answer has no words', () => {
  const whole = tree('a', lamp, { 'not-sure': tree('a', tray) });
  const views = viewsOf('cold', whole, [], platforms);
  equal(views[0]!.ask?.unsure, '/symptoms/cold/lamp/not-sure/');
  const unsure = views.find(({ path }) => path === '/symptoms/cold/lamp/not-sure/');
  equal(unsure?.ask?.id, 'tray');
  deepEqual(
    unsure.answers.map(({ answer, label, back }) => [answer, label, back]),
    [['not-sure', '', '/symptoms/cold/']],
  );
  ok(pathsOf(views).includes('/symptoms/cold/lamp/not-sure/tray/no/'));
});
