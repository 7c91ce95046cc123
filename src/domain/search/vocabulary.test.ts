import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildVocabulary } from './vocabulary.ts';

const words = ['bread', 'brand', 'crumb', 'crumbs', 'delivered', 'lever', 'never', 'slot', 'thermostat'].map(
  (word) => ({ word, docs: word === 'bread' ? 8 : 1 }),
);
const vocabulary = buildVocabulary(words, new Set(['brood', 'braed']));
const best = (word: string): string | undefined => vocabulary.corrections(word)[0];

test('One slip in a short word is mended', () => {
  assert.equal(best('lvere'), undefined);
  assert.equal(best('levre'), 'lever');
  assert.equal(best('crmbs'), 'crumbs');
});

test('Of two words that are as near and as frequent, the first in the alphabet comes first, whichever letter it begins with', () => {
  const words = ['oform', 'form'].map((word) => ({ word, docs: 1 }));
  assert.deepEqual(buildVocabulary(words, new Set()).corrections('ofrm'), ['form', 'oform']);
});

test('Two slips are mended in words of seven letters and more', () =>
  assert.equal(best('thermsotat'), 'thermostat'));

test('Words of three letters and numbers are left alone', () => {
  assert.equal(best('slo'), undefined);
  assert.equal(best('1234'), undefined);
});

test('The first letter is taken to be right, unless the first two were swapped', () => {
  assert.equal(best('zever'), undefined);
  assert.equal(best('eldivered'), undefined);
  assert.equal(best('edlivered'), 'delivered');
});

test('Of two words equally near, the more frequent one is meant', () => assert.equal(best('brend'), 'bread'));

test('Completions come with the most frequent first', () =>
  assert.deepEqual(vocabulary.completions('br'), ['bread', 'brand']));

test('What no word begins with is a beginning but for its last letters, where so many are asked for', () => {
  assert.deepEqual(vocabulary.completions('breaf'), []);
  assert.deepEqual(vocabulary.completions('breaf', 3), ['bread']);
  assert.deepEqual(vocabulary.completions('zebra', 3), []);
});

test('A right word of the language is no slip, however near and frequent another word is', () => {
  assert.equal(best('brood'), undefined);
  assert.equal(best('braed'), undefined);
  assert.equal(best('brerd'), 'bread');
});

test('A compound is known by its parts, and its end by the whole', () => {
  const german = buildVocabulary(
    ['kabel', 'netz', 'stecker', 'netzwerkdrucker'].map((word) => ({ word, docs: 1 })),
    new Set(),
  );
  assert.deepEqual(german.compounds('netzstecker'), ['netz', 'stecker']);
  assert.deepEqual(german.compounds('netzeskabel'), ['netz', 'kabel']);
  assert.deepEqual(german.compounds('drucker'), ['netzwerkdrucker']);
});

test('Two compounds that share an end only are two things, and neither is found by the other', () => {
  const german = buildVocabulary([{ word: 'netzteilkabel', docs: 3 }], new Set());
  assert.deepEqual(german.compounds('netzwerkkabel'), []);
  assert.deepEqual(german.corrections('netzwerkkabel'), []);
});

test('A compound is found through the letters that join its parts, a short end joins nothing, and no end names more than eight', () => {
  const ends = Array.from({ length: 12 }, (_, at) => ({
    word: `${'abcdefghijkl'.charAt(at)}xkabel`,
    docs: 1,
  }));
  const german = buildVocabulary(
    [...['staat', 'karte', 'netz'].map((word) => ({ word, docs: 1 })), ...ends],
    new Set(),
  );
  assert.deepEqual(german.compounds('staatenkarte'), ['staat', 'karte']);
  assert.deepEqual(german.compounds('tz'), []);
  assert.equal(german.compounds('kabel').length, 8);
});

test('Known words come by how many articles hold them, then by letters', () => {
  const known = { brown: 1, bread: 2, brand: 2, broom: 5 };
  const unsorted = buildVocabulary(
    Object.entries(known).map(([word, docs]) => ({ word, docs })),
    new Set(),
  );
  assert.deepEqual(unsorted.completions('br'), ['broom', 'brand', 'bread', 'brown']);
});

test('Six letters allow one slip, seven two', () => {
  assert.deepEqual(vocabulary.corrections('crubsm'), []);
  const long = buildVocabulary([{ word: 'toaster', docs: 1 }], new Set());
  assert.deepEqual(long.corrections('taosetr'), ['toaster']);
});

test('A nearer word is meant before a farther one, however frequent that is; three are offered at most', () => {
  const known = { toasted: 1_000_000, toaster: 1, toastes: 1, toastel: 3, roaster: 9 };
  const similar = buildVocabulary(
    Object.entries(known).map(([word, docs]) => ({ word, docs })),
    new Set(),
  );
  assert.deepEqual(similar.corrections('tpastef'), ['toasted', 'toastel', 'toaster']);
  assert.deepEqual(similar.corrections('toasyer'), ['toaster', 'toasted', 'toastel']);
});

test('A known word is no slip for itself', () => {
  assert.deepEqual(vocabulary.corrections('crumb'), ['crumbs']);
});

test('The parts of a compound are known words of four letters and more, joined by nothing, s, es, n or en', () => {
  const known = ['arbeit', 'bauer', 'haus', 'kabel', 'ort', 'platz', 'hausnetz'];
  const german = buildVocabulary(
    known.map((word) => ({ word, docs: 1 })),
    new Set(),
  );
  assert.deepEqual(german.compounds('arbeitsplatz'), ['arbeit', 'platz']);
  assert.deepEqual(german.compounds('bauernhaus'), ['bauer', 'haus']);
  assert.deepEqual(german.compounds('grundkabel'), []);
  assert.deepEqual(german.compounds('kabelort'), []);
  assert.deepEqual(german.compounds('netz'), ['hausnetz']);
});
