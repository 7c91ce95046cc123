import { deepEqual, equal } from 'node:assert/strict';
import { test } from 'node:test';
import { knownWay } from '../knowledge/paths.ts';
import { batchAddress, parseFrom } from './plan-address.ts';

test('where a reader comes from is a symptom with pairs of question and answer, or nothing', () => {
  deepEqual(parseFrom('white-toast'), { symptom: 'white-toast', way: '' });
  deepEqual(parseFrom('white-toast/lever/down/age/old'), {
    symptom: 'white-toast',
    way: 'lever/down/age/old',
  });
  deepEqual(parseFrom('~start/lever/down'), { symptom: '~start', way: 'lever/down' });
  deepEqual(parseFrom('a'.repeat(400)), { symptom: 'a'.repeat(400), way: '' });
  for (const from of [
    '',
    'a'.repeat(401),
    'White',
    'a/b',
    '../a',
    'a//b',
    'a/b/c/',
    '//evil.example',
    'a?b',
    'a#b',
    'javascript:1',
    `a${'/b/c'.repeat(200)}`,
  ])
    equal(parseFrom(from), undefined, from);
});

test('a way that is gone leads to the nearest one: with the same answers for any device, else with fewer answers', () => {
  const known = new Set(['on/grill', 'on/grill/lever/up', 'lever/up', 'lever/down', 'lever/down/age/old']);
  const nearest = (way: string): string => knownWay(way, (steps) => known.has(steps));
  deepEqual(
    [
      'on/grill/lever/up',
      'on/grill/lever/down',
      'on/grill/lever/down/age/new',
      'on/app/lever/down/age/old',
      'on/grill/color/white',
      'on/app',
      'lever/down/age/new',
      'color/white',
      '',
    ].map(nearest),
    [
      'on/grill/lever/up',
      'lever/down',
      'lever/down',
      'lever/down/age/old',
      'on/grill',
      '',
      'lever/down',
      '',
      '',
    ],
  );
});

test('the next fix of a batch knows what was done before the same test, on whose device it may be', () => {
  equal(
    batchAddress('clean-slots', 'white-toast/on/oven', ['plug-in', 'wipe']),
    '/fixes/clean-slots/?from=white-toast/on/oven&with=plug-in.wipe',
  );
  equal(
    batchAddress('clean-slots--neighbor', 'white-toast', ['wipe']),
    '/fixes/clean-slots/?from=white-toast&for=neighbor&with=wipe#for-neighbor',
  );
});
