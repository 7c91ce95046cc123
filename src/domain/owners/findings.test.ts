import { deepEqual, equal, ok } from 'node:assert/strict';
import { test } from 'node:test';
import type { Cause, Fix } from '../knowledge/article.ts';
import { exampleBase } from '../knowledge/example-base.ts';
import { buildKnowledgeBase, type KnowledgeBase } from '../knowledge/knowledge-base.ts';
import { findingBy, findingsOf, hurts, readersOf, worstFirst, type Finding } from './findings.ts';

/** The toaster with other values of some causes and fixes. */
function changed(
  causes: Readonly<Record<string, Partial<Cause>>>,
  fixes: Readonly<Record<string, Partial<Fix>>> = {},
  site: Partial<KnowledgeBase['site']> = {},
): KnowledgeBase {
  const base = exampleBase({ site });
  return buildKnowledgeBase(
    base.site,
    [
      ...base.symptoms.values(),
      ...[...base.causes.values()].map((cause) => ({ ...cause, ...causes[cause.id] })),
      ...[...base.fixes.values()].map((fix) => ({ ...fix, ...fixes[fix.id] })),
    ],
    [],
  );
}

const aboutOf = (findings: readonly Finding[], kind: Finding['kind']) =>
  findings.filter((finding) => finding.kind === kind).map(({ about }) => about.join());
const near = (a: number | undefined, b: number) => ok(Math.abs((a ?? NaN) - b) < 1e-9, `${a} is not ${b}`);

test('readers come with a symptom, to its causes by their chance, and to a fix as often as it works for them', () => {
  const readers = readersOf(exampleBase());
  near(readers.get('pops-up'), 0.5);
  near(readers.get('stays-cold'), 0.5);
  // often, sometimes and rarely are 0.5, 0.25 and 0.03 of what is left beside the unknown.
  const first = 0.9 / (0.5 + 0.25 + 0.03);
  const second = 0.9 / (0.1 + 0.5);
  near(readers.get('old-memory'), 0.5 * 0.03 * first);
  const [crumbs, power] = [0.5 * (0.5 * first + 0.1 * second), 0.5 * (0.25 * first + 0.5 * second)];
  near(readers.get('crumbs'), crumbs);
  near(readers.get('no-power'), power);
  near(readers.get('other-socket'), power * 0.5);
  near(readers.get('empty-tray'), crumbs * 0.9);
  near(readers.get('use-grill'), crumbs + power);
});

test('a cause that nothing cures is a dead end, also where there is a way round or a check', () => {
  const none = changed({}, { 'other-socket': { solves: [] } });
  deepEqual(aboutOf(findingsOf(none), 'dead-end'), ['no-power']);
  deepEqual(aboutOf(findingsOf(exampleBase()), 'dead-end'), []);
  const bare = changed({}, { 'empty-tray': { solves: [] }, 'use-grill': { solves: [] } });
  const [dead] = findingsOf(bare);
  deepEqual(dead?.about, ['crumbs']);
  equal(dead.says, 'Nothing cures `crumbs`: there is only a way round it, or a check.');
  near(dead.readers, readersOf(bare).get('crumbs')!);
});

test('a cause of one symptom is named with it', () => {
  const only = findingsOf(exampleBase()).filter(({ kind }) => kind === 'cause-of-one-symptom');
  deepEqual(
    only.map(({ about, says }) => [about, says]),
    [
      [
        ['old-memory'],
        '`old-memory` explains `pops-up` only. If it explains others as well, their plans do not know it.',
      ],
    ],
  );
});

test('a fix in no plan is named, but not what prepares others, a way round, the last resort or one below the stop line only', () => {
  const idle = changed(
    {},
    {
      'reset-memory': { solves: [{ cause: 'old-memory', works: 'rarely' }], minutes: 50 },
      'erase-all': { requires: [], solves: [{ cause: 'old-memory', works: 'rarely' }], minutes: 55 },
    },
  );
  const found = aboutOf(findingsOf(idle), 'fix-in-no-plan');
  deepEqual(found, ['erase-all', 'reset-memory']);
  const says = findingsOf(idle).find(({ kind }) => kind === 'fix-in-no-plan')?.says;
  equal(says, 'No plan has a place for `erase-all`: others always help sooner, or its causes are too rare.');
  const spared = buildKnowledgeBase(
    { ...idle.site, support: { ...idle.site.support, fix: 'erase-all' } },
    [
      ...idle.symptoms.values(),
      ...idle.causes.values(),
      ...[...idle.fixes.values()].map((fix) =>
        fix.id === 'reset-memory' ? { ...fix, prepares: true } : fix,
      ),
    ],
    [],
  );
  deepEqual(aboutOf(findingsOf(spared), 'fix-in-no-plan'), []);
});

test('an order that one word more or less would change is named with the words that decide it', () => {
  const close = changed(
    { 'old-memory': { explains: [] } },
    {
      'empty-tray': { minutes: 2 },
      'other-socket': { solves: [{ cause: 'no-power', works: 'almost-always' }] },
    },
  );
  const uncertain = findingsOf(close).filter(({ kind }) => kind === 'uncertain-order');
  deepEqual(
    uncertain.map(({ about }) => about),
    [['pops-up']],
  );
  const { says } = uncertain[0]!;
  ok(
    /^In \d+ % of small changes to its words, another fix comes first for `pops-up`\. What decides: `/.test(
      says,
    ),
    says,
  );
  // Whoever has one cause, or one fix, has nothing to choose.
  const single = changed({ crumbs: { explains: [] }, 'old-memory': { explains: [] } });
  deepEqual(aboutOf(findingsOf(single), 'uncertain-order'), []);
});

test('a finding hurts by its kind, and as many readers as come to the most read of what it is about', () => {
  const make = findingBy(
    new Map([
      ['a', 0.2],
      ['b', 0.5],
    ]),
  );
  near(make('dead-end', ['a', 'b'], 'x').readers, 0.5);
  near(make('lacks', ['a', 'elsewhere'], 'x').readers, (0.2 * hurts.lacks) / 100);
  near(make('hard-to-read', ['b'], 'x', 0.5).readers, 0.5 * 0.3 * 0.5);
  equal(make('draft', [], 'x').readers, 0);
});

test('findings stand by what they hurt, then by kind, then by name', () => {
  const of = (kind: Finding['kind'], id: string, readers: number): Finding => ({
    kind,
    about: [id],
    readers,
    says: '',
  });
  const sorted = worstFirst([
    of('draft', 'a', 0.1),
    of('lacks', 'c', 0.1),
    of('lacks', 'b', 0.1),
    of('term-without-entry', 'z', 0.9),
    of('dead-end', 'd', 0.1),
  ]);
  deepEqual(
    sorted.map(({ about }) => about.join()),
    ['z', 'd', 'b', 'c', 'a'],
  );
});
