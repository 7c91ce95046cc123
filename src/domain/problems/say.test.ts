import assert from 'node:assert/strict';
import { test } from 'node:test';
import { didYouMean, few, listOf, sentences } from './say.ts';

test('what was meant is asked for, and nothing is asked where nothing comes near', () => {
  assert.equal(didYouMean('crumbs'), 'Did you mean `crumbs`?');
  assert.equal(didYouMean(undefined), undefined);
});

test('a long list of names is cut, and says how many are left out', () => {
  assert.equal(listOf(['a', 'b']), '`a`, `b`');
  assert.equal(few(['a', 'b', 'c'], 3), '`a`, `b`, `c`');
  assert.equal(few(['a', 'b', 'c'], 1), '`a` and 2 more');
});

test('sentences follow one another, and what is not said leaves no gap', () => {
  assert.equal(sentences('It is wrong.', undefined, 'Mend it.'), 'It is wrong. Mend it.');
  assert.equal(sentences(undefined), '');
});
