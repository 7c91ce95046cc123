import assert from 'node:assert/strict';
import { test } from 'node:test';
import { wordsOf } from '../../words/words-of.ts';
import { stemmerOf } from './language.ts';

const english = stemmerOf(wordsOf('en').searchLanguage.endings);
const german = stemmerOf(wordsOf('de').searchLanguage.endings);

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

// From the sample vocabulary of Snowball, without umlauts.
const germanStems = {
  aufeinander: 'aufeinand',
  aufeinanderfolgende: 'aufeinanderfolg',
  kategorie: 'kategori',
  kategorischen: 'kategor',
  kater: 'kat',
  kern: 'kern',
  kernen: 'kern',
  schauen: 'schau',
  bauer: 'bau',
  ergebnisse: 'ergebnis',
  meldungen: 'meldung',
  moglichkeiten: 'moglich',
  feierlichkeit: 'feierlich',
  kleinigkeit: 'kleinig',
} as const;
for (const [word, stem] of Object.entries(germanStems))
  test(`The German stem of ${word} is ${stem}`, () => assert.equal(german(word), stem));

for (const forms of [
  'leeren leert geleert leere',
  'klemmen klemmt geklemmt',
  'senden sendet gesendet',
  'arbeiten arbeitet gearbeitet',
  'gesicht gesichter',
  'licht lichter lichts',
])
  test(`German forms of one word share a stem: ${forms}`, () =>
    assert.equal(new Set(forms.split(' ').map(german)).size, 1));

test('Different German words keep their stems apart', () => {
  for (const pair of ['brot brett', 'gerat rat', 'zeit zeichen', 'hebel hebamme'])
    assert.equal(new Set(pair.split(' ').map(german)).size, 2, pair);
});

test('German umlauts are found as people type them without the keys for them', () => {
  for (const [typed, folded] of [
    ['kruemel', 'krumel'],
    ['loeschen', 'loschen'],
    ['geraete', 'gerate'],
  ] as const)
    assert.equal(german(typed), german(folded));
  assert.notEqual(german('quelle'), german('qulle'));
});
