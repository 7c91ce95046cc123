import { deepEqual, equal, throws } from 'node:assert/strict';
import { test } from 'node:test';
import { exampleBase } from './example-base.ts';
import { articlesOf, buildKnowledgeBase, entryOf, symptomsOfFix } from './knowledge-base.ts';
import { answeredPathOf, isKebabCase, kebabCase, knownWay, pathOf } from './paths.ts';
import { isAcross, labelOf, tierOf } from './site.ts';

const base = exampleBase();

test('articles and edges come in the order of their ids, whatever order they are read in', () => {
  const articles = articlesOf(base);
  deepEqual(
    articles.map(({ kind, id }) => `${kind} ${id}`),
    [
      'symptom pops-up',
      'symptom stays-cold',
      'cause crumbs',
      'cause no-power',
      'cause old-memory',
      'fix empty-tray',
      'fix erase-all',
      'fix look-at-lamp',
      'fix other-socket',
      'fix reset-memory',
      'fix use-grill',
    ],
  );
  deepEqual(
    articlesOf(buildKnowledgeBase(base.site, articles.toReversed(), [])).map(({ id }) => id),
    articles.map(({ id }) => id),
  );
});

test('every edge can be followed from both ends', () => {
  deepEqual(
    base.causesOf.get('pops-up')?.map(({ cause, likelihood }) => [cause, likelihood]),
    [
      ['crumbs', 'often'],
      ['no-power', 'sometimes'],
      ['old-memory', 'rarely'],
    ],
  );
  deepEqual(
    base.fixesOf.get('no-power')?.map(({ fix, works }) => [fix, works]),
    [
      ['look-at-lamp', 'confirms'],
      ['other-socket', 'often'],
      ['use-grill', 'workaround'],
    ],
  );
});

test('a fix serves the symptoms of the causes that it solves', () => {
  const served = (fix: string): readonly string[] =>
    symptomsOfFix(base, entryOf(base.fixes, fix)).map(({ id }) => id);
  deepEqual(served('empty-tray'), ['pops-up', 'stays-cold']);
  deepEqual(served('reset-memory'), ['pops-up']);
  deepEqual(symptomsOfFix(base, { ...entryOf(base.fixes, 'reset-memory'), solves: [] }), []);
});

test('an id that is not there is named', () => {
  throws(() => entryOf(base.fixes, 'no-such-fix'), { message: 'No entry has the id "no-such-fix".' });
});

test('an article stands below the folder of its kind', () => {
  deepEqual(
    ['pops-up', 'crumbs', 'use-grill'].map((id) => pathOf(articlesOf(base).find((one) => one.id === id)!)),
    ['/symptoms/pops-up/', '/causes/crumbs/', '/fixes/use-grill/'],
  );
});

test('a device stands before the answers in an address, and each answer after its question', () => {
  const answers = [
    { question: 'lamp', answer: 'off' },
    { question: 'smell', answer: 'burnt' },
  ];
  equal(answeredPathOf('pops-up', []), '/symptoms/pops-up/');
  equal(answeredPathOf('pops-up', answers), '/symptoms/pops-up/lamp/off/smell/burnt/');
  equal(answeredPathOf('pops-up', answers.slice(0, 1), 'app'), '/symptoms/pops-up/on/app/lamp/off/');
});

test('an id has lower-case words joined by single hyphens', () => {
  for (const id of ['a', 'crumb-tray-2', '0x80']) equal(isKebabCase(id), true, id);
  for (const id of ['', '-a', 'a-', 'a--b', 'Ab', 'a_b', 'é', 'a b', 'a\n'])
    equal(isKebabCase(id), false, id);
});

test('any name gives an id', () => {
  for (const [name, id] of [
    ['Crumb tray', 'crumb-tray'],
    ['crumbTray2Way', 'crumb-tray2-way'],
    ['  “Größe”: Été!  ', 'gro-e-ete'],
    ['--a__b--', 'a-b'],
    ['', 'new-name'],
    ['???', 'new-name'],
  ] as const)
    equal(kebabCase(name), id, name);
});

test('a way that is not known falls back to fewer answers, for each first with the device and then without', () => {
  const near = (way: string, ...known: readonly string[]): string =>
    knownWay(way, (one) => known.includes(one));
  equal(near('on/app/q/a/r/b', 'q/a/r/b', 'on/app/q/a'), 'q/a/r/b');
  equal(near('on/app/q/a/r/b', 'q/a', 'on/app/q/a'), 'on/app/q/a');
  equal(near('on/app/q/a', 'on/app', 'q'), 'on/app');
  equal(near('q/a/r/b', 'q/a', 'q/a/r'), 'q/a');
  equal(near('q/a', ''), '');
  equal(near('q/a'), '');
  equal(near('', 'x'), '');
});

test('two people have a device each only where both hold one and they are not the same', () => {
  const who = [
    { id: 'you', label: 'You', device: true },
    { id: 'neighbor', label: 'Neighbor', device: true },
    { id: 'maker', label: 'Maker', device: false },
  ];
  equal(isAcross({ who }, 'you', 'neighbor'), true);
  equal(isAcross({ who }, 'you', 'you'), false);
  equal(isAcross({ who }, 'you', 'maker'), false);
  equal(isAcross({ who }, 'maker', 'you'), false);
  equal(isAcross({ who }, undefined, 'you'), false);
  equal(isAcross({ who }, 'you', 'nobody'), false);
});

test('a risk is as bad as its place in the list, and a choice has its label or its id', () => {
  deepEqual(
    ['nothing', 'settings', 'data', 'money'].map((risk) => tierOf(base.site, risk)),
    [0, 1, 2, -1],
  );
  equal(labelOf(base.site.risks, 'data'), 'You can lose data');
  equal(labelOf(base.site.risks, 'money'), 'money');
});
