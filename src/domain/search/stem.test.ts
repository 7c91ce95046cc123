import assert from 'node:assert/strict';
import { test } from 'node:test';
import { wordsOf } from '../../words/words-of.ts';
import { stemmerOf } from './stem.ts';

const english = stemmerOf(wordsOf('en').searchLanguage.endings);

const together = [
  'deliver delivered delivering delivers',
  'stop stopped stopping',
  'battery batteries',
  'try tried tries trying',
  'activate activated activation',
  'message messages messaging',
  'address addresses',
  'fill filled',
  'erase erased erasing',
  'charge charging',
];
const apart = ['need ned', 'red bleed', 'status stat', 'receive receipt', 'sing sign'];

for (const words of together) {
  test(`English forms of one word share a stem: ${words}`, () =>
    assert.equal(new Set(words.split(' ').map(english)).size, 1));
}

for (const words of apart) {
  test(`Different English words keep their stems apart: ${words}`, () =>
    assert.equal(new Set(words.split(' ').map(english)).size, 2));
}

test('A language without endings is left as it is', () =>
  assert.equal(stemmerOf(wordsOf('fr').searchLanguage.endings)('messages'), 'messages'));
