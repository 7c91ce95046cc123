import { deepEqual, equal } from 'node:assert/strict';
import { test } from 'node:test';
import { isShare, shareIn } from './share.ts';

test('a count out of a larger one is a share, however it is written; dates, versions and impossible counts are none', () => {
  for (const text of ['57 of 103', '57/103', '57 out of 103', '57 von 103', 'worked for 57 in 103 readers'])
    deepEqual(shareIn(text), { part: 57, whole: 103 }, text);
  for (const text of ['103 of 57', '0 of 0', '24/11/2026', '1.5 of 3', 'version 2 of it', ''])
    equal(shareIn(text), undefined, text);
  deepEqual(shareIn('3 of 3'), { part: 3, whole: 3 });
});

test('a number is a share as exactly as it is written', () => {
  const share = { part: 57, whole: 103 };
  for (const value of [0.6, 0.55, 0.553, 57 / 103]) equal(isShare(value, share), true, String(value));
  for (const value of [0.5, 0.56, 0.554]) equal(isShare(value, share), false, String(value));
});
