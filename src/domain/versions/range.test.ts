import assert from 'node:assert/strict';
import { test } from 'node:test';
import { wordsOf } from '../../words/words-of.ts';
import { parseRange, sayRange, versionsIn } from './range.ts';

const english = wordsOf('en').content.ranges;
const german = wordsOf('de').content.ranges;

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
  assert.deepEqual(parseRange('26', english), { from: 26, to: 26 });
  for (const text of ['15–17', '15-17', '15 to 17'])
    assert.deepEqual(parseRange(text, english), { from: 15, to: 17 });
  for (const text of ['>=18', '18 and later', '18+', '18 or newer'.replace('newer', 'later')])
    assert.deepEqual(parseRange(text, english), { from: 18, to: Infinity });
  for (const text of ['<=17', '17 and earlier'])
    assert.deepEqual(parseRange(text, english), { from: 0, to: 17 });
});

test('anything else is not understood, nor a range that runs backwards', () => {
  for (const text of ['', 'new', '17–15', '18 and', '-1']) assert.equal(parseRange(text, english), undefined);
});

test('a range covers the versions that it overlaps', () => {
  assert.deepEqual(versionsIn(phone, '18 and later', english), ['v26', 'v18']);
  assert.deepEqual(versionsIn(phone, '16', english), ['v15']);
  // 15–17 ends with 17.9, not with 17.0.
  const minor = { ...phone, versions: [{ id: 'v17-4', name: 'OS 17.4', range: '17.4' }, ...phone.versions] };
  assert.deepEqual(versionsIn(minor, '15–17', english), ['v17-4', 'v15']);
  assert.deepEqual(versionsIn(minor, '17.4', english), ['v17-4', 'v15']);
  assert.deepEqual(versionsIn(phone, undefined, english), ['v26', 'v18', 'v15']);
  assert.deepEqual(versionsIn({ id: 'mac', name: 'Mac', versions: [] }, undefined, english), ['mac']);
});

test('each language has its own words for a range, and the numbers alone are for all', () => {
  for (const text of ['>=18', '18 und neuer', '18 oder später', 'ab 18'])
    assert.deepEqual(parseRange(text, german), { from: 18, to: Infinity });
  for (const text of ['<=17', '17 und älter', 'bis 17'])
    assert.deepEqual(parseRange(text, german), { from: 0, to: 17 });
  assert.deepEqual(parseRange('15 bis 17', german), { from: 15, to: 17 });
  assert.equal(parseRange('18 and later', german), undefined);
  assert.equal(parseRange('18 und neuer', english), undefined);
});

test('an open range is said in the words of the language', () => {
  assert.equal(sayRange('>=18', english), '18 and later');
  assert.equal(sayRange('<= 17', english), '17 and earlier');
  assert.equal(sayRange('>=18', german), '18 und neuer');
  assert.equal(sayRange('15–17', german), '15–17');
});
