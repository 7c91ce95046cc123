import { deepEqual, equal, ok } from 'node:assert/strict';
import { test } from 'node:test';
import type { Cause, Fix, Symptom } from '../knowledge/article.ts';
import { exampleBase } from '../knowledge/example-base.ts';
import { buildKnowledgeBase, entryOf, type KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { Site } from '../knowledge/site.ts';
import { devicesOf } from '../versions/device.ts';
import { moveOf } from './move.ts';
import { taskOf } from './planning-task.ts';
import { symptomViewsOf } from './symptom-pages.ts';
import { entriesOf } from './symptom-plan.ts';

const platforms: Site['platforms'] = [
  {
    id: 'toaster',
    name: 'Toaster',
    versions: [
      { id: 't2', name: 'T2', range: '>=2' },
      { id: 't1', name: 'T1', range: '1' },
    ],
  },
  { id: 'app', name: 'App', versions: [] },
];
const burdens = [
  { id: 'person', label: 'Asks somebody', minutes: 4 },
  { id: 'hours', label: 'Waits for hours', minutes: 20 },
  { id: 'charge', label: 'May be charged', minutes: 3 },
];

/** The example with some of its fixes changed. */
function baseWith(changes: Readonly<Record<string, Partial<Fix>>>, site: Partial<Site> = {}): KnowledgeBase {
  const { symptoms, causes, fixes, ...base } = exampleBase({ site: { platforms, burdens, ...site } });
  const changed = [...fixes.values()].map((fix): Fix => ({ ...fix, ...changes[fix.id] }));
  const articles: (Symptom | Cause | Fix)[] = [...symptoms.values(), ...causes.values(), ...changed];
  return buildKnowledgeBase(base.site, articles, []);
}

const problemIn = (base: KnowledgeBase, device?: string) =>
  taskOf(
    base,
    entryOf(base.symptoms, 'pops-up'),
    undefined,
    devicesOf(base.site).find(({ id }) => id === device),
  );
const minutesOf = (base: KnowledgeBase, id: string): number | undefined =>
  problemIn(base).fixes.find((fix) => fix.id === id)?.minutes;

test('a fix costs its minutes, its test, its wait, its burdens and what it loses', () => {
  equal(minutesOf(baseWith({}), 'empty-tray'), 3);
  equal(minutesOf(baseWith({ 'empty-tray': { check: 0.5, wait: 100 } }), 'empty-tray'), 5.5);
  equal(minutesOf(baseWith({ 'empty-tray': { wait: 120 } }), 'empty-tray'), 3 + 2.4 + 20);
  equal(minutesOf(baseWith({ 'empty-tray': { burdens: ['charge'] } }), 'empty-tray'), 6);
  const risks = exampleBase().site.risks.map((risk, tier) => ({ ...risk, minutes: 15 * tier }));
  equal(minutesOf(baseWith({}, { risks }), 'reset-memory'), 16);
  equal(minutesOf(baseWith({}, { risks }), 'erase-all'), 35);
});

test('a fix on somebody else’s device is a move of its own, in the words of its edge and with the price of asking', () => {
  const base = baseWith({
    'empty-tray': {
      solves: [
        { cause: 'crumbs', works: 'often' },
        { cause: 'no-power', works: 'often', on: 'neighbor', ask: 'Ask the neighbor to empty theirs' },
      ],
    },
  });
  const moves = problemIn(base).fixes.filter(({ id }) => id.startsWith('empty-tray'));
  deepEqual(
    moves.map(({ id, minutes, works }) => [id, minutes, [...works.keys()]]),
    [
      ['empty-tray', 3, ['crumbs']],
      ['empty-tray--neighbor', 7, ['no-power']],
    ],
  );
  equal(moveOf(base, 'empty-tray--neighbor').title, 'Ask the neighbor to empty theirs');
  equal(moveOf(base, 'empty-tray').title, 'empty-tray');
  const cards = entriesOf(symptomViewsOf(base, entryOf(base.symptoms, 'pops-up'))[0]!.plan);
  const [own, theirs] = ['empty-tray', 'empty-tray--neighbor'].map((id) =>
    cards.find((card) => card.id === id)!,
  );
  deepEqual(
    [own!, theirs!].map(({ reasons }) => reasons.map(({ cause }) => cause.id)),
    [['crumbs'], ['no-power']],
  );
});

test('the plan for a device leaves out what cannot be done there, but not what others do on theirs', () => {
  const base = baseWith({
    'empty-tray': { applies: { toaster: '>=2' } },
    'other-socket': { applies: { app: '*' }, who: 'neighbor' },
    'look-at-lamp': { applies: { app: '*' } },
  });
  const has = (device: string | undefined, id: string): boolean =>
    problemIn(base, device).fixes.some((fix) => fix.id === id);
  deepEqual(
    ['t2', 't1', 'app', undefined].map((device) => has(device, 'empty-tray')),
    [true, false, false, true],
  );
  deepEqual(
    ['t2', 't1', 'app', undefined].map((device) => has(device, 'look-at-lamp')),
    [false, false, true, true],
  );
  ok(['t2', 't1', 'app'].every((device) => has(device, 'other-socket')));
});
