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
  ])
    deepEqual(
      faultsIn({ 'empty-tray': { wait: 300 }, 'other-socket': other }, ['empty-tray', 'other-socket']),
      [],
      JSON.stringify(other),
    );
});

test('a change stands before a look of about equal time only where that is much better', () => {
  const change = { burdens: ['setting'], minutes: 1 };
  const order = ['empty-tray', 'look-at-lamp'];
  const look = { minutes: 2 };
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
});
