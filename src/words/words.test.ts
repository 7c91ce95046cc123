import assert from 'node:assert/strict';
import { test } from 'node:test';
import { wordsOf } from './words-of.ts';

test('English says what an article was written from and when it was looked over, and claims no more', () => {
  const { page, date } = wordsOf('en');
  assert.equal(
    page.checkedOn('iOS 26', date('2026-11-24')),
    'Written from public sources up to iOS 26, looked over on 24 Nov 2026',
  );
  assert.equal(page.checkedOn('iOS 26', undefined), 'Written from public sources up to iOS 26');
  assert.equal(page.checkedOn(undefined, date('2026-11-24')), 'Looked over on 24 Nov 2026');
  assert.equal(page.checkedOn(undefined, undefined), '');
});

test('A country has its own dates', () => {
  assert.equal(wordsOf('en-US').date('2026-11-04'), 'Nov 4, 2026');
  assert.equal(wordsOf('en').date('2026-11-04'), '4 Nov 2026');
});
