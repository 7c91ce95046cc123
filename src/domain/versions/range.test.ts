import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseRange, versionsIn } from './range.ts';

const phone = {
  id: 'phone',
  name: 'Phone',
  versions: [
    { id: 'v26', name: 'OS 26', range: '26' },
    { id: 'v18', name: 'OS 18', range: '18' },
    { id: 'v15', name: 'OS 15–17', range: '15–17' },
  ],
};

test('ranges are understood as people write them', () => {
  assert.deepEqual(parseRange('26'), { from: 26, to: 26 });
  for (const text of ['15–17', '15-17', '15 to 17']) assert.deepEqual(parseRange(text), { from: 15, to: 17 });
  for (const text of ['>=18', '18 and later', '18+', '18 or newer'.replace('newer', 'later')])
    assert.deepEqual(parseRange(text), { from: 18, to: Infinity });
  for (const text of ['<=17', '17 and earlier']) assert.deepEqual(parseRange(text), { from: 0, to: 17 });
});

test('anything else is not understood, nor a range that runs backwards', () => {
  for (const text of ['', 'new', '17–15', '18 and', '-1']) assert.equal(parseRange(text), undefined);
});

test('a range covers the versions that it overlaps', () => {
  assert.deepEqual(versionsIn(phone, '18 and later'), ['v26', 'v18']);
  assert.deepEqual(versionsIn(phone, '16'), ['v15']);
  assert.deepEqual(versionsIn(phone, undefined), ['v26', 'v18', 'v15']);
  assert.deepEqual(versionsIn({ id: 'mac', name: 'Mac', versions: [] }, undefined), ['mac']);
});
