import { deepEqual, equal } from 'node:assert/strict';
import { test } from 'node:test';
import { parseFrom } from './plan-address.ts';

test('where a reader comes from is a symptom with pairs of question and answer, or nothing', () => {
  deepEqual(parseFrom('white-toast'), { symptom: 'white-toast', way: '' });
  deepEqual(parseFrom('white-toast/lever/down/age/old'), {
    symptom: 'white-toast',
    way: 'lever/down/age/old',
  });
  for (const from of [
    '',
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
