import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Platform } from '../knowledge/site.ts';
import { newestAmong, versionChoices } from './choices.ts';

const platforms: readonly Platform[] = [
  {
    id: 'toaster',
    name: 'Toaster',
    versions: [
      { id: 't3', name: 'T3', range: '3' },
      { id: 't2', name: 'T2', range: '2' },
      { id: 't1', name: 'T1', range: '1' },
    ],
  },
  { id: 'app', name: 'Phone app', versions: [] },
];
const labelsFor = (...variants: string[]): readonly string[] =>
  versionChoices(variants, platforms).map(({ label }) => label);

test('versions that a page tells apart are choices of their own', () => {
  assert.deepEqual(labelsFor('t3 t2', 't1', 'app'), ['T3', 'T2', 'T1', 'Phone app']);
});

test('a platform whose versions a page treats alike is one choice, which covers them all', () => {
  assert.deepEqual(versionChoices(['t3 t2 t1', 'app'], platforms)[0], {
    id: 'toaster',
    label: 'Toaster',
    covers: ['t3', 't2', 't1'],
  });
});

test('only versions that the page names are offered', () => {
  assert.deepEqual(labelsFor('t2', 't1'), ['T2', 'T1']);
});

test('a page on which every choice would show the same offers none', () => {
  assert.deepEqual(labelsFor('app'), []);
  assert.deepEqual(labelsFor('t3 t2 t1 app'), []);
  assert.deepEqual(labelsFor(), []);
});

test('the newest version that a site knows is found by its range, and named where it can be chosen', () => {
  const words = { later: [], earlier: [], to: [], likelyLater: /later/, likelyEarlier: /earlier/ };
  const turned = platforms.map((platform) => ({ ...platform, versions: platform.versions.toReversed() }));
  for (const listed of [platforms, turned])
    assert.equal(newestAmong(versionChoices(['t3 t2', 't1', 'app'], listed), listed, words), 'T3');
  assert.equal(newestAmong(versionChoices(['t2', 't1'], platforms), platforms, words), undefined);
  assert.equal(newestAmong([], platforms, words), undefined);
});
