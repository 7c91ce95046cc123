import { deepEqual, equal, ok } from 'node:assert/strict';
import { test } from 'node:test';
import type { Cause, Fix, Solution, Symptom } from '../knowledge/article.ts';
import { exampleBase, symptom } from '../knowledge/example-base.ts';
import type { Weight } from '../knowledge/likelihood.ts';
import { articlesOf, buildKnowledgeBase, entryOf, type KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { Site } from '../knowledge/site.ts';
import { devicesOf } from '../versions/device.ts';
import { moveOf } from './move.ts';
import { costsOfMove, isWayRound, priorOf, taskOf, taskOfCauses, testOfMove } from './planning-task.ts';
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

test('a move on somebody else’s device requires what is done there, and the moves of a task stand by their ids', () => {
  const base = baseWith({
    'erase-all': { solves: [{ cause: 'no-power', works: 'often', on: 'neighbor', ask: 'Ask them' }] },
  });
  deepEqual(
    problemIn(base).fixes.map(({ id, requires }) => [id, requires]),
    [
      ['empty-tray', []],
      ['erase-all--neighbor', ['reset-memory--neighbor']],
      ['look-at-lamp', []],
      ['other-socket', []],
      ['reset-memory', []],
    ],
  );
});

test('a fix may require what somebody else does, and counts for nothing against a cause that it only gets round', () => {
  const base = baseWith({
    'empty-tray': {
      requires: ['other-socket'],
      solves: [
        { cause: 'crumbs', works: 'often' },
        { cause: 'no-power', works: 'workaround' },
      ],
    },
    'other-socket': { who: 'neighbor' },
  });
  const tray = problemIn(base).fixes.find(({ id }) => id === 'empty-tray');
  deepEqual([tray?.requires, [...tray!.works]], [['other-socket'], [['crumbs', 0.5]]]);
});

test('work on the wrong device helps only where the article says so, and not where it is handed on', () => {
  const trayWith = (edge: Partial<Solution>): boolean => {
    const base = baseWith({ 'empty-tray': { solves: [{ cause: 'crumbs', works: 'often', ...edge }] } });
    const theirs = new Map([['crumbs', 'neighbor']]);
    const { fixes } = taskOfCauses(base, [{ id: 'crumbs', probability: 0.9 }], theirs);
    return fixes.length > 0;
  };
  equal(trayWith({}), false);
  equal(trayWith({ on: 'you' }), true);
  equal(trayWith({ on: 'you', ask: 'Ask them' }), false);
  equal(trayWith({ on: 'neighbor', ask: 'Ask them' }), true);
});

test('a test is shared on the reader’s own device only, and not after a wait of hours', () => {
  const base = exampleBase();
  const fix = { ...entryOf(base.fixes, 'empty-tray'), check: 2 };
  equal(testOfMove(base, { fix }), 2);
  equal(testOfMove(base, { fix, on: 'neighbor' }), 0);
  equal(testOfMove(base, { fix: { ...fix, who: 'neighbor' } }), 0);
  equal(testOfMove(base, { fix: { ...fix, wait: 119 } }), 2);
  equal(testOfMove(base, { fix: { ...fix, wait: 120 } }), 0);
});

test('the minutes of a move are made of work, a fiftieth of its wait, what it loses and its burdens', () => {
  const { risks } = exampleBase().site;
  const base = baseWith({}, { risks: risks.map((risk, tier) => ({ ...risk, minutes: 15 * tier })) });
  const fix = { ...entryOf(base.fixes, 'reset-memory'), check: 0.5, wait: 150, burdens: ['charge'] };
  deepEqual(
    costsOfMove(base, { fix }).map(({ of, minutes }) => [of, minutes]),
    [
      ['work', 1.5],
      ['wait', 3],
      ['settings', 15],
      ['hours', 20],
      ['charge', 3],
    ],
  );
});

test('asking costs its minutes where somebody holds a device, not where an office does the work', () => {
  const { who } = exampleBase().site;
  const base = baseWith({}, { who: [...who, { id: 'office', label: 'The office', device: false }] });
  const fix = entryOf(base.fixes, 'empty-tray');
  const asks = (on: string): boolean => costsOfMove(base, { fix, on }).some(({ of }) => of === 'person');
  deepEqual(['you', 'neighbor', 'office'].map(asks), [false, true, false]);
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

/** The chances of the causes of `pops-up` where reports gave them numbers: crumbs, no power, old memory; with other words for them. */
function learnedWith(
  learned: readonly (number | undefined)[],
  words?: readonly Weight[],
  likelihoods: readonly Weight[] = ['often', 'sometimes', 'rarely'],
): readonly number[] {
  const base = exampleBase();
  const ids = ['crumbs', 'no-power', 'old-memory'];
  const articles = articlesOf(base).map((article) => {
    const at = ids.indexOf(article.id);
    return article.kind === 'cause'
      ? { ...article, explains: [{ symptom: 'pops-up', likelihood: likelihoods[at]!, learned: learned[at] }] }
      : article;
  });
  const changed = buildKnowledgeBase(base.site, articles, []);
  return priorOf(changed, entryOf(changed.symptoms, 'pops-up'), words).map(
    ({ probability }) => Math.round(1e9 * probability) / 1e9,
  );
}

test('what reports say of a cause stands in place of its word, and one they never named has no chance', () => {
  deepEqual(learnedWith([0.6, 0.2, undefined]), [0.6, 0.2, 0]);
  deepEqual(learnedWith([0.6, 0.2, 0.1], undefined, ['often', 0, 'rarely']), [0.6, 0.2, 0.1]);
});

test('another word moves a number of the reports as it would its own, and the causes keep their sum', () => {
  deepEqual(learnedWith([0.6, 0.2, 0], ['often', 'sometimes', 'rarely']), [0.6, 0.2, 0]);
  deepEqual(learnedWith([0.6, 0.2, 0], ['sometimes', 'sometimes', 'rarely']), [0.48, 0.32, 0]);
  deepEqual(
    learnedWith([0.6, 0.2, 0], ['often', 'often', 'rarely'], ['often', 0, 'rarely']),
    [0.685714286, 0.114285714, 0],
  );
  deepEqual(learnedWith([0, 0, 0], ['sometimes', 'sometimes', 'rarely']), [0, 0, 0]);
});

test('a symptom that no cause explains has none', () => {
  deepEqual(priorOf(exampleBase(), symptom('quiet', 'It is quiet')), []);
});

test('a fix that gets round as much as it solves is a way round, and one that gets round nothing is none', () => {
  const fix = entryOf(exampleBase().fixes, 'empty-tray');
  const causes = ['crumbs', 'no-power'].map((id) => ({ id, probability: 0.4 }));
  const solves = [
    { cause: 'crumbs', works: 'often' as const },
    { cause: 'no-power', works: 'workaround' as const },
  ];
  equal(isWayRound({ ...fix, solves }, causes), true);
  equal(isWayRound({ ...fix, solves: solves.slice(0, 1) }, causes), false);
  equal(isWayRound({ ...fix, solves: solves.slice(1) }, causes.slice(0, 1)), false);
});
