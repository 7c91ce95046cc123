import assert from 'node:assert/strict';
import { test } from 'node:test';
import { knowledgeOf } from './engine.ts';
import { exampleFile, exampleLanguage } from './example-small.ts';
import { termsFor } from './language.ts';
import { readQuery, termsOf, type QueryKnowledge, type Slot } from './query.ts';

function knowing(docs: Readonly<Record<string, number>>, language = 'en'): QueryKnowledge {
  const file = exampleFile({ language: { ...exampleLanguage, language }, synonyms: [['slot', 'gap']] });
  const words = Object.entries(docs).map(([word, number]) => ({ word, docs: number }));
  return knowledgeOf(file, termsFor(file.language, file.synonyms), {
    docs: new Map(Object.entries(docs)),
    count: 9,
    all: 50,
    words: words.filter(({ word }) => !word.startsWith('~')),
  });
}
const toaster = knowing({
  bread: 8,
  lever: 5,
  stick: 2,
  toaster: 3,
  toast: 1,
  pop: 1,
  popper: 4,
  thermostat: 2,
  dose: 1,
  my: 1,
  slot: 2,
  error404: 1,
  किताब: 1,
  '~0': 4,
});
const { weightOf } = toaster;

type Options = Parameters<typeof readQuery>[2];
/** What each word of a query may stand for, with the trust in it. */
const meant = (text: string, options?: Options, knowledge = toaster): readonly string[] =>
  readQuery(text, knowledge, options).slots.map(({ word, terms }) =>
    [`${word}:`, ...terms.map(([term, sure]) => `${term} ${Math.round(sure * 100)}`)].join(' '),
  );

test('A query is read into its words with weights, its phrases, its row and what it asks for', () => {
  const { slots, ...query } = readQuery('Why wont the “levers in” zzzz gap? "the" " "', toaster);
  assert.deepEqual(query, {
    row: ' why not the lever in zzzz gap the ',
    phrases: ['lever in', 'the'],
    mended: undefined,
    unknown: ['wont', 'in', 'zzzz'],
    asksMeaning: true,
  });
  assert.deepEqual(
    slots.map(({ word, weight, denied }) => [word, weight, denied]),
    [
      ['wont', weightOf('not') / 2, false],
      ['levers', weightOf('lever'), true],
      ['in', weightOf('in') / 2, true],
      ['zzzz', weightOf('zzzz') / 2, false],
      ['gap', weightOf('~0'), false],
    ],
  );
});

test('A question may end with what asks for a meaning', () => {
  const asks = ['lever meaning', 'meaning of lever', 'lever meanings', 'the meaning lever'];
  assert.deepEqual(
    asks.map((text) => readQuery(text, toaster).asksMeaning),
    [true, true, false, false],
  );
});

test('A word of the synonyms stands for its meaning, though no article says it', () => {
  assert.deepEqual(meant('gap.'), ['gap: gap 100 ~0 80']);
  assert.deepEqual(meant('slot.'), ['slot: slot 100 slot 100 ~0 80']);
});

test('A mistyped word is mended, and shown so', () => {
  const { mended, unknown, row } = readQuery('My braed and levre.', toaster);
  assert.deepEqual(
    { mended, unknown, row },
    {
      mended: 'My bread and lever.',
      unknown: ['and'],
      row: ' my bread and lever ',
    },
  );
  assert.deepEqual(meant('braed.'), ['braed: braed 100 bread 95']);
});

test('Whoever wants the words as typed gets them unmended', () => {
  const { mended, unknown } = readQuery('braed.', toaster, { verbatim: true });
  assert.deepEqual({ mended, unknown }, { mended: undefined, unknown: ['braed'] });
});

test('Stop words are never mended, and stand for nothing unless there is nothing else', () => {
  assert.deepEqual(meant('does my lever.'), ['lever: lever 100 lever 100']);
  assert.equal(readQuery('does my lever.', toaster).mended, undefined);
  assert.equal(readQuery('does my.', toaster).mended, undefined);
  assert.deepEqual(meant('my'), ['my: my 100 my 100']);
});

test('The last word may be half typed: the frequent words that begin with it are meant', () => {
  assert.deepEqual(meant('toa'), ['toa: toa 100 toaster 95 toast 92']);
  assert.deepEqual(meant('error40'), ['error40: error40 100 error404 95']);
  assert.deepEqual(meant('कि'), ['कि: कि 100 किताब 95']);
});

test('A known word is rather that than the beginning of one that is not much more frequent', () => {
  assert.deepEqual(meant('toast'), ['toast: toast 100 toast 100 toaster 30']);
  assert.deepEqual(meant('pop'), ['pop: pop 100 pop 100 popper 30']);
  assert.deepEqual(meant('popper'), ['popper: popper 100 popper 100']);
});

test('A word with something behind it is complete', () => {
  assert.deepEqual(meant('lever popp.', { verbatim: true }), [
    'lever: lever 100 lever 100',
    'popp: popp 100',
  ]);
  assert.deepEqual(meant('popp lever', { verbatim: true }), ['popp: popp 100', 'lever: lever 100 lever 100']);
});

test('While somebody is typing, the last word may begin a known one but for its last letters', () => {
  const typing = { typing: true };
  assert.deepEqual(meant('thermoxyz', typing), ['thermoxyz: thermoxyz 100 thermostat 90']);
  assert.deepEqual(meant('thermoxyz'), ['thermoxyz: thermoxyz 100']);
  assert.deepEqual(meant('thermoxyz.', typing), ['thermoxyz: thermoxyz 100']);
});

test('A compound is taken apart rather than mended or completed, in languages that write it as one word', () => {
  const docs = { netz: 1, kabel: 1, netzkabet: 1 };
  const apart = ['netzkabel: netzkabel 100 netz 90 kabel 87'];
  assert.deepEqual(meant('netzkabel', {}, knowing(docs, 'de')), apart);
  assert.deepEqual(meant('netzkabel', { typing: true }, knowing(docs, 'de-AT')), apart);
  const mended = ['netzkabel: netzkabel 100 netzkabet 95'];
  assert.deepEqual(meant('netzkabel', {}, knowing(docs, 'en-IS')), mended);
});

test('A long query is cut at 400 characters and 32 words', () => {
  assert.deepEqual(readQuery(`${'x'.repeat(399)} lever`, toaster).row, ` ${'x'.repeat(399)} `);
  assert.equal(readQuery('lever '.repeat(40), toaster).slots.length, 32);
});

test('A term that two words stand for is trusted as much as the surer word', () => {
  const slot = (...terms: Slot['terms']): Slot => ({ word: '', terms, weight: 1, denied: false });
  const slots = [slot(['lever', 1], ['~0', 0.8]), slot(['gap', 0.3], ['lever', 0.9]), slot(['gap', 1])];
  const query = { ...readQuery('', toaster), slots };
  assert.deepEqual(
    termsOf(query),
    new Map([
      ['lever', 1],
      ['~0', 0.8],
      ['gap', 1],
    ]),
  );
});
