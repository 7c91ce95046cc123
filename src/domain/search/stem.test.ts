import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stemmerOf } from './stem.ts';

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
    assert.equal(new Set(words.split(' ').map(stemmerOf('en-GB'))).size, 1));
}

for (const words of apart) {
  test(`Different English words keep their stems apart: ${words}`, () =>
    assert.equal(new Set(words.split(' ').map(stemmerOf('en'))).size, 2));
}

for (const words of ['nachricht nachrichten', 'senden sendet', 'meldung meldungen', 'gerat gerate geraten'])
  test(`German forms of one word share a stem: ${words}`, () =>
    assert.equal(new Set(words.split(' ').map(stemmerOf('de-CH'))).size, 1));

test('Other languages are left as they are', () => assert.equal(stemmerOf('es')('mensajes'), 'mensajes'));
