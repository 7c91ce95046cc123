import { deepEqual, ok } from 'node:assert/strict';
import { test } from 'node:test';
import type { Fix } from '../../knowledge/article.ts';
import { exampleBase } from '../../knowledge/example-base.ts';
import { articlesOf, buildKnowledgeBase, entryOf } from '../../knowledge/knowledge-base.ts';
import { taskOf } from '../planning-task.ts';
import { orderFaultsOf, type OrderFault } from './order-faults.ts';

function faultsIn(
  changes: Readonly<Record<string, Partial<Fix>>>,
  order: readonly string[],
): readonly OrderFault[] {
  const { site, ...rest } = exampleBase();
  const articles = articlesOf({ site, ...rest }).map((article) =>
    article.kind === 'fix' ? { ...article, ...changes[article.id] } : article,
  );
  const base = buildKnowledgeBase(site, articles, []);
  return orderFaultsOf(base, taskOf(base, entryOf(base.symptoms, 'pops-up')), order);
}

const pairs = (faults: readonly OrderFault[]) =>
  faults.map(({ kind, earlier, later }) => [kind, earlier, later]);

test('a wait of hours stands before no quick look, however little the look would find', () => {
  const changes = { 'empty-tray': { wait: 300 } };
  deepEqual(pairs(faultsIn(changes, ['empty-tray', 'other-socket'])), [
    ['wait-before-look', 'empty-tray', 'other-socket'],
  ]);
  deepEqual(faultsIn(changes, ['other-socket', 'empty-tray']), []);
  deepEqual(faultsIn({ 'empty-tray': { wait: 30 } }, ['empty-tray', 'other-socket']), []);
});

test('a look that needs the wait is no fault, and neither is one that somebody else takes or that takes long', () => {
  for (const other of [
    { requires: ['empty-tray'] },
    { who: 'neighbor' },
    { minutes: 20 },
    { burdens: ['charge'] },
    { wait: 5 },
    { loses: 'settings' },
  ])
    deepEqual(
      faultsIn({ 'empty-tray': { wait: 300 }, 'other-socket': other }, ['empty-tray', 'other-socket']),
      [],
      JSON.stringify(other),
    );
});

test('a look that needs the wait through a fix that is not in the order is no fault either', () => {
  const changes = {
    'empty-tray': { wait: 300 },
    'reset-memory': { requires: ['empty-tray'] },
    'other-socket': { requires: ['reset-memory'] },
  };
  deepEqual(faultsIn(changes, ['empty-tray', 'other-socket']), []);
  const free = { ...changes, 'reset-memory': {} };
  deepEqual(pairs(faultsIn(free, ['empty-tray', 'other-socket'])), [
    ['wait-before-look', 'empty-tray', 'other-socket'],
  ]);
});

test('a wait counts from two hours on, and a look is quick up to five minutes', () => {
  const changes = { 'empty-tray': { wait: 120 }, 'other-socket': { minutes: 5 } };
  deepEqual(pairs(faultsIn(changes, ['empty-tray', 'other-socket'])), [
    ['wait-before-look', 'empty-tray', 'other-socket'],
  ]);
});

test('a look keeps its place behind what it requires, and what it requires may stand before the wait', () => {
  const needs = { 'empty-tray': { wait: 300 }, 'other-socket': { requires: ['reset-memory'] } };
  deepEqual(faultsIn(needs, ['empty-tray', 'reset-memory', 'other-socket']), []);
  deepEqual(pairs(faultsIn(needs, ['reset-memory', 'empty-tray', 'other-socket'])), [
    ['wait-before-look', 'empty-tray', 'other-socket'],
  ]);
  const waiting = { 'empty-tray': { wait: 300 }, 'other-socket': { requires: ['empty-tray'] } };
  deepEqual(faultsIn(waiting, ['reset-memory', 'empty-tray', 'other-socket']), []);
});

test('a look at somebody else’s device is not quick', () => {
  const theirs = {
    solves: [{ cause: 'no-power', works: 'often' as const, on: 'neighbor', ask: 'Ask them' }],
  };
  deepEqual(
    faultsIn({ 'empty-tray': { wait: 300 }, 'other-socket': theirs }, [
      'empty-tray',
      'other-socket--neighbor',
    ]),
    [],
  );
});

test('of several looks behind a wait the one is named that saves most when it is put first', () => {
  const changes = { 'empty-tray': { wait: 300 }, 'look-at-lamp': { minutes: 1 } };
  for (const order of [
    ['empty-tray', 'other-socket', 'look-at-lamp'],
    ['empty-tray', 'look-at-lamp', 'other-socket'],
  ])
    deepEqual(pairs(faultsIn(changes, order)), [['wait-before-look', 'empty-tray', 'look-at-lamp']]);
});

test('what the other way round costs is told for a reader who gets that far', () => {
  // The tray takes 3 minutes and 300 of waiting, which count as 6; the socket 1, and it solves half of no power.
  const [fault] = faultsIn({ 'empty-tray': { wait: 300 } }, ['reset-memory', 'empty-tray', 'other-socket']);
  const [crumbs, power, memory] = [0.5, 0.25, 0.03].map((weight) => (0.9 * weight) / 0.78);
  const arrive = 1 - 0.9 * memory!;
  const [tray, socket] = [0.9 * crumbs!, 0.5 * power!].map((solved) => solved / arrive);
  const costs = 1 + 9 * (1 - socket!) - (9 + 1 - tray!);
  ok(Math.abs(fault!.costs - costs) < 1e-9, `${fault!.costs} instead of ${costs}`);
});

test('a change stands before a look of about equal time only where that is much better', () => {
  const change = { burdens: ['setting'], minutes: 1 };
  const order = ['empty-tray', 'look-at-lamp'];
  const look = { minutes: 2 };
  const confirms = [{ cause: 'no-power', works: 'confirms' as const }];
  deepEqual(
    faultsIn({ 'empty-tray': change, 'look-at-lamp': look }, order),
    [],
    'the tray helps far more often than the lamp',
  );
  const weak = { ...change, solves: [{ cause: 'crumbs', works: 'seldom' as const }] };
  const [fault] = faultsIn({ 'empty-tray': weak, 'look-at-lamp': look }, order);
  deepEqual(pairs(fault ? [fault] : []), [['change-before-look', 'empty-tray', 'look-at-lamp']]);
  ok(fault!.costs <= 0.25);
  deepEqual(faultsIn({ 'empty-tray': weak }, order), [], 'the look takes three minutes longer');
  deepEqual(
    faultsIn({ 'empty-tray': weak }, ['empty-tray', 'other-socket']),
    [],
    'another socket is no look',
  );
  deepEqual(
    faultsIn({ 'empty-tray': { ...weak, burdens: [] }, 'look-at-lamp': look }, order),
    [],
    'to empty the tray changes nothing',
  );
  const more = { ...look, solves: [...confirms, { cause: 'crumbs', works: 'rarely' as const }] };
  deepEqual(faultsIn({ 'empty-tray': weak, 'look-at-lamp': more }, order).length, 1, 'it is a look as well');
});
