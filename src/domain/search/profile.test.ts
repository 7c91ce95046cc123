import assert from 'node:assert/strict';
import { test } from 'node:test';
import { exampleArticle, exampleLanguage } from './example-small.ts';
import { termsFor } from './language.ts';
import { isName, profileOf, sentencesIn } from './profile.ts';

const terms = termsFor(exampleLanguage, [['slot', 'gap']]);

test('An article is taken apart into the texts that it can be found by, each with its field and place', () => {
  const article = exampleArticle('The lever wont stay', {
    short: 'Levers',
    says: ['E 24'],
    aliases: ['my toaster'],
    summary: 'It pops. Up!',
    places: [{ text: 'Reason' }, { text: 'Clean', step: 1 }],
    facts: ['Brush'],
    body: [
      [-1, 'Seeds. Crumbs.'],
      [1, 'Slot'],
    ],
  });
  const { passages } = profileOf(article, terms);
  assert.deepEqual(
    passages.map(({ kind, text, place }) => [kind, text, place]),
    [
      ['title', 'The lever wont stay', -1],
      ['title', 'Levers', -1],
      ['says', 'E 24', -1],
      ['alias', 'my toaster', -1],
      ['summary', 'It pops.', -1],
      ['summary', 'Up!', -1],
      ['heading', 'Reason', 0],
      ['step', 'Clean', 1],
      ['fact', 'Brush', -1],
      ['body', 'Seeds.', -1],
      ['body', 'Crumbs.', -1],
      ['body', 'Slot', 1],
    ],
  );
  assert.deepEqual(passages[0], {
    kind: 'title',
    text: 'The lever wont stay',
    place: -1,
    terms: ['lever', 'not', 'stay'],
    all: new Set(['lever', 'not', 'stay']),
    denied: new Set(['stay']),
    row: ' the lever not stay ',
  });
  assert.deepEqual(passages[2]?.all, new Set(['e', '24', 'e24']));
  assert.deepEqual(passages.at(-1)?.all, new Set(['slot', '~0']));
});

test('A title says most, then screen text, what people type, the summary, and the running text least', () => {
  const profile = profileOf(
    exampleArticle('The lever', {
      says: ['lever'],
      aliases: ['crumb'],
      summary: 'Crumbs.',
      facts: ['slot'],
      body: [[-1, 'The seed']],
    }),
    terms,
  );
  assert.deepEqual(
    [...profile.counts],
    [
      ['lever', 5],
      ['crumb', 2.5],
      ['slot', 0.3],
      ['~0', 0.3],
      ['seed', 0.25],
    ],
  );
  assert.equal(profile.length, 5 + 2.5 + 0.3 + 0.3 + 0.25);
  assert.deepEqual(profile.words, new Set(['lever', 'crumb', 'crumbs', 'slot', 'seed']));
});

test('Titles, screen texts and aliases name an article', () => {
  const fields = ['title', 'says', 'alias', 'summary', 'heading', 'step', 'fact', 'body'] as const;
  assert.deepEqual(fields.filter(isName), ['title', 'says', 'alias']);
});

const texts: readonly (readonly [text: string, sentences: readonly string[]])[] = [
  ['It stops. Why?! See 26.1 and a.b here!  ', ['It stops.', 'Why?!', 'See 26.1 and a.b here!']],
  ['電源が入らない。直す', ['電源が入らない。', '直す']],
  ['No full stop', ['No full stop']],
  ['.', ['.']],
  ['', []],
];
for (const [text, sentences] of texts)
  test(`The sentences of ${JSON.stringify(text)}`, () => assert.deepEqual(sentencesIn(text), sentences));
