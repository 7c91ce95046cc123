import assert from 'node:assert/strict';
import { test } from 'node:test';
import { excerptOf, markedParts } from './text.ts';

const isHit = (word: string): boolean => word === 'lever';

test('The sought words are told from the rest, and nothing is lost', () => {
  const parts = markedParts('The “Lever” <b>sticks</b>.', isHit);
  assert.deepEqual(parts, [
    { text: 'The “', hit: false },
    { text: 'Lever', hit: true },
    { text: '” <b>sticks</b>.', hit: false },
  ]);
});

test('A text without sought words is one part', () =>
  assert.deepEqual(markedParts('No.', isHit), [{ text: 'No.', hit: false }]));

test('A long text is cut around the first sought word, at spaces', () => {
  const text = `${'crumb '.repeat(40)}lever ${'slot '.repeat(40)}`;
  const excerpt = excerptOf(text, isHit, 80);
  assert.match(excerpt, /^… (?:crumb )+lever (?:slot )*slot …$/);
  assert.ok(excerpt.length <= 84);
  assert.equal(excerptOf('short', isHit, 80), 'short');
});
