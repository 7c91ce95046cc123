import assert from 'node:assert/strict';
import { test } from 'node:test';
import { exampleLanguage } from './example-small.ts';
import { stemmerOf, termsFor } from './language.ts';

const terms = termsFor(exampleLanguage, [
  ['slot', 'gap'],
  ['slot cover', 'lid'],
  ['slot for bread', 'slot cover'],
]);
const read = (text: string) =>
  terms.read(text).map(({ word, term, also, meanings }) => [word, term, also.join(' '), meanings.join(' ')]);

test('A word stands for the term of its stem, or for what the language says is the same', () => {
  const meant = ['levers', 'wont', 'feets', 'loafs', 'loaf'].map(terms.termOf);
  assert.deepEqual(meant, ['lever', 'not', 'foot', 'bread', 'bread']);
});

test('No ending is taken off that leaves fewer than three letters, but one may be changed', () => {
  const stemOf = stemmerOf([
    ['s$', ''],
    ['y$', 'i'],
  ]);
  assert.deepEqual(['buss', 'bus', 'by', 'toys'].map(stemOf), ['bus', 'bus', 'bi', 'toi']);
});

test('Stop words are told from others, and the words of synonyms are known', () => {
  assert.deepEqual(['the', 'lever'].map(terms.isStopWord), [true, false]);
  assert.deepEqual([...terms.words], ['slot', 'gap', 'cover', 'lid', 'for', 'bread']);
  assert.deepEqual([...termsFor(exampleLanguage).words], []);
});

test('A text is read into words, terms, parts and places', () =>
  assert.deepEqual(terms.read('The KubeletDown levers'), [
    { word: 'the', start: 0, end: 3, term: 'the', isStopWord: true, also: [], meanings: [] },
    {
      word: 'kubeletdown',
      start: 4,
      end: 15,
      term: 'kubeletdown',
      isStopWord: false,
      also: ['kubelet', 'down'],
      meanings: [],
    },
    { word: 'levers', start: 16, end: 22, term: 'lever', isStopWord: false, also: [], meanings: [] },
  ]));

test('Of several phrases that begin alike, the longest is meant, by all of its words and no other', () => {
  assert.deepEqual(read('my slot covers stick'), [
    ['my', 'my', '', ''],
    ['slot', 'slot', '', '~1 ~2'],
    ['covers', 'cover', '', '~1 ~2'],
    ['stick', 'stick', '', ''],
  ]);
  assert.deepEqual(read('a slot for loaf'), [
    ['a', 'a', '', ''],
    ['slot', 'slot', '', '~2'],
    ['for', 'for', '', '~2'],
    ['loaf', 'bread', '', '~2'],
  ]);
  assert.deepEqual(read('lid, slot'), [
    ['lid', 'lid', '', '~1'],
    ['slot', 'slot', '', '~0'],
  ]);
});

test('Up to four letters and a number beside them make a code', () => {
  assert.deepEqual(read('err 404'), [
    ['err', 'err', 'err404', ''],
    ['404', '404', 'err404', ''],
  ]);
  for (const none of ['levers 404', 'e b12', 'e 24v', 'e3 24', '24 e'])
    assert.deepEqual(
      read(none).map(([, , also]) => also),
      ['', ''],
      none,
    );
});

test('A "not" denies the three words behind it, and nothing else does', () => {
  const denied = (text: string) => [...terms.deniedIn(terms.read(text))];
  assert.deepEqual(denied('lever wont stay down at once'), ['stay', 'down', 'at']);
  assert.deepEqual(denied('lever stays down'), []);
});
