import assert from 'node:assert/strict';
import { test } from 'node:test';
import { wrapWords } from './wrap-words.ts';

test('a text that fits is one line', () => {
  assert.deepEqual(wrapWords('Turn the dial down', 20), ['Turn the dial down']);
});

test('a longer text is broken into even lines', () => {
  assert.deepEqual(wrapWords('Crumbs hold the lever up now', 25), ['Crumbs hold the', 'lever up now']);
});

test('a word longer than a line stands alone', () => {
  assert.deepEqual(wrapWords('a thermostatically b', 6), ['a', 'thermostatically', 'b']);
});
