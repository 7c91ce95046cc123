import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compareText } from './compare.ts';
import { decodePart } from './decode.ts';
import { rounded } from './rounded.ts';
import { slugOf } from './slug.ts';
import { daysAfter, isIsoDate, isoDateOf } from './iso-date.ts';

test('texts are ordered by their code units, and equal ones are equal', () => {
  assert.deepEqual(['b', 'a', 'Z', 'ä'].sort(compareText), ['Z', 'a', 'b', 'ä']);
  assert.equal(compareText('a', 'a'), 0);
});

test('an ISO date is a day of the calendar', () => {
  assert.deepEqual(
    ['2026-11-24', '2026-13-01', '2026-1-1', '24.11.2026', '2026-11-24T00:00'].map(isIsoDate),
    [true, false, false, false, false],
  );
  assert.equal(isoDateOf(new Date(Date.UTC(2026, 10, 24, 23, 59))), '2026-11-24');
  assert.equal(daysAfter('2026-12-31', 1), '2027-01-01');
});

test('a part of an address that cannot be decoded stays as it is', () => {
  assert.deepEqual(['gr%C3%B6sse', '100%'].map(decodePart), ['grösse', '100%']);
});

test('words of an address are lower case, whatever signs they are made of', () =>
  assert.equal(slugOf('Reset the Toaster™ №7 ℡ Ⅷ Å'), 'reset-the-toastertm-no7-tel-viii-a'));

test('words of an address fit into the name of a folder, in every script', () => {
  for (const text of ['ไ'.repeat(90), '電源 '.repeat(40), '😀𝔘𠮷'.repeat(40), 'a'.repeat(300)]) {
    const slug = slugOf(text);
    assert.ok(slug !== '' && Buffer.byteLength(slug) <= 255, slug);
    assert.ok(slug.isWellFormed());
  }
});

test('numbers that differ by their rounding alone are the same, others are not', () => {
  assert.equal(rounded(0.1 + 0.2), rounded(0.3));
  assert.notEqual(rounded(0.3 + 1e-11), rounded(0.3));
});
