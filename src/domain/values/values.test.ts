import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compareText } from './compare.ts';
import { decodePart } from './decode.ts';
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
