import assert from 'node:assert/strict';
import { test } from 'node:test';
import { exampleArticle, exampleLanguage } from './example-small.ts';
import type { SearchArticle } from './index.ts';
import { termsFor } from './language.ts';
import { profileOf } from './profile.ts';
import type { SearchQuery, Slot } from './query.ts';
import { heldBy, rank, type Ranked } from './rank.ts';

const terms = termsFor(exampleLanguage, [['slot', 'gap']]);

/** A query of which each word weighs the same and may stand for the terms. */
function asking(words: readonly Slot['terms'][], rest: Partial<SearchQuery> = {}): SearchQuery {
  const slots = words.map((each) => ({ word: each[0]![0], terms: each, weight: 1, denied: false }));
  return { slots, phrases: [], row: '', mended: undefined, unknown: [], asksMeaning: false, ...rest };
}
const lever = asking([[['lever', 1]]]);
const leverAndCrumb = asking([[['lever', 1]], [['crumb', 1]]]);

/** The articles, best first; each term tells the same, and is every tenth. */
const ranked = (query: SearchQuery, articles: readonly SearchArticle[]): readonly Ranked[] =>
  rank(
    query,
    articles.map((article) => profileOf(article, terms)),
    {
      tellsOf: (passage) => passage.terms.length,
      shareOf: () => 0.1,
      askedOf: ({ asked }) => new Map([['lever', Number(asked ?? 0)]]),
    },
  );
const titles = (query: SearchQuery, articles: readonly SearchArticle[]): readonly string[] =>
  ranked(query, articles).map(({ profile: { article } }) => `${article.kind} ${article.title}`);
const rounded = (value: number): number => Math.round(value * 1000) / 1000 + 0;

function signsIn(query: SearchQuery, articles: readonly SearchArticle[]) {
  return ranked(query, articles).map(({ signs }) =>
    Object.fromEntries(Object.entries(signs).map(([sign, value]) => [sign, rounded(value)])),
  );
}

test('What led other readers to an article speaks for it, against the one that it speaks for most', () => {
  const spoon = exampleArticle('Spoon lever', { asked: '3' });
  const fork = exampleArticle('Fork lever', { asked: '1' });
  const query = { ...lever, row: ' lever lever ' };
  assert.deepEqual(titles(query, [fork, spoon]), ['symptom Spoon lever', 'symptom Fork lever']);
  assert.deepEqual(
    signsIn(query, [fork, spoon]).map(({ asked }) => asked),
    [0, -2],
  );
});

test('Every sign of an article is read: its names, its best text and sentence, its topic and its kind', () => {
  const aliases = ['lever a2', 'lever b2 b3', 'lever c2 c3 c4', 'lever d2 d3 d4 d5'];
  const story = exampleArticle('Lever', { aliases, summary: 'Lever and crumb hold.' });
  assert.deepEqual(signsIn(lever, [story]), [
    {
      like: 1,
      more: rounded((1 / 2) ** 0.4 + (1 / 3) ** 0.4 + (1 / 4) ** 0.4),
      near: 1,
      sentence: rounded((1 / 4) ** 0.4),
      topic: 0,
      pairs: 0,
      asked: 0,
      term: 0,
      story: 0.125,
    },
  ]);
  const none = { like: 0, more: 0, near: 0, sentence: 0, topic: 0, pairs: 0, asked: 0, term: 0, story: 0 };
  assert.deepEqual(signsIn(lever, [exampleArticle('Crumb', { kind: 'cause' })]), [none]);
  assert.deepEqual(signsIn(lever, [exampleArticle('Crumb', { kind: 'term' })]), [{ ...none, term: 1 }]);
  const sentence = { ...none, near: 1, sentence: 1 };
  assert.deepEqual(signsIn(lever, [exampleArticle('Crumb', { kind: 'cause', summary: 'Lever.' })]), [
    sentence,
  ]);
  const long = asking(Array.from({ length: 10 }, () => [['lever', 1]]));
  assert.deepEqual(signsIn(long, [exampleArticle('Crumb')]), [{ ...none, story: 1 }]);
});

test('The topic counts how much oftener an article says a word, set off against the best one', () => {
  const articles = [
    exampleArticle('Lever crumb', { kind: 'cause' }),
    exampleArticle('Lever', { kind: 'cause' }),
    exampleArticle('Seed', { kind: 'cause' }),
  ];
  assert.deepEqual(
    signsIn(lever, articles).map(({ topic }) => topic),
    [0, Math.log(33 / 36) / 3, Math.log(30 / 60) / 3].map(rounded),
  );
  const gap = asking([
    [
      ['slot', 1],
      ['~0', 0.8],
    ],
  ]);
  const [best = 0, other = 0] = [Math.log(60 / 36), 0.8 * Math.log(30 / 33)];
  assert.deepEqual(
    signsIn(gap, [exampleArticle('Slot'), exampleArticle('Seed')]).map(({ topic }) => topic),
    [0, (other - best) / 3].map(rounded),
  );
});

test('Two words in a row speak for the articles that say them so, each by its share, fillers as well', () => {
  const asked = asking([[['lever', 1]], [['crumb', 1]]], { row: ' the lever crumb ' });
  const cause = (title: string, aliases: readonly string[]): SearchArticle =>
    exampleArticle(title, { kind: 'cause', aliases });
  const articles = [
    cause('The lever crumb', ['a lever crumb']),
    cause('Bread', ['lever crumb seed', 'crumb lever']),
    cause('Slot', ['crumb and lever']),
  ];
  const pairs = new Map(
    ranked(asked, articles).map(({ profile, signs }) => [profile.article.title, signs.pairs]),
  );
  assert.deepEqual([...pairs].sort(), [
    ['Bread', 1 / 3],
    ['Slot', 0],
    ['The lever crumb', 1 + 2 / 3],
  ]);
});

test('Only texts that say something of the query are compared, the likest first', () => {
  const article = exampleArticle('Seed', {
    says: ['Crumb slot bread'],
    aliases: ['lever crumb', 'lever'],
    summary: 'It wont pop. A lever.',
  });
  const [first] = ranked(leverAndCrumb, [article]);
  assert.deepEqual(
    first?.compared.map(({ passage, share, said, like }) => [passage.text, share, said, rounded(like)]),
    [
      ['lever crumb', 1, 1, 1],
      ['lever', 0.5, 1, rounded(0.5 ** 0.6)],
      ['A lever.', 0.5, 1, rounded(0.5 ** 0.6)],
      ['Crumb slot bread', 0.5, 1 / 3, rounded(0.5 ** 0.6 * (1 / 3) ** 0.4)],
    ],
  );
  assert.equal(first.covered, 1);
});

test('A text is said as a whole where several words of the query mean one word of it', () => {
  const query = asking([[['slot', 1]], [['slot', 0.8]]]);
  const [first] = ranked(query, [exampleArticle('Crumb', { aliases: ['slots'] })]);
  assert.deepEqual(
    first?.compared.map(({ share, said }) => [share, said]),
    [[0.9, 1]],
  );
  assert.equal(first.covered, 0.9);
});

test('Of articles that answer equally well, the path decides', () => {
  const [a, b] = ['/a/', '/b/'].map((path) => exampleArticle('Lever', { path }));
  for (const articles of [
    [a!, b!],
    [b!, a!],
  ])
    assert.deepEqual(
      ranked(lever, articles).map(({ profile }) => profile.article.path),
      ['/a/', '/b/'],
    );
});

test('An article comes before the explanation of a word, be it less like the query', () => {
  const term = exampleArticle('Lever crumb', { kind: 'term' });
  const article = exampleArticle('Lever seed slot', { kind: 'cause' });
  const both = ranked(leverAndCrumb, [term, article]);
  assert.deepEqual(
    both.map(({ profile }) => profile.article.title),
    ['Lever seed slot', 'Lever crumb'],
  );
  assert.ok(both[0]!.score < both[1]!.score);
  assert.deepEqual(titles(leverAndCrumb, [term]), ['term Lever crumb']);
});

test('Behind the first article, an explanation stands back as well', () => {
  const kinds = ['term', 'cause', 'cause'] as const;
  const articles = kinds.map((kind, at) => exampleArticle('Lever', { kind, path: `/${at}/` }));
  assert.deepEqual(titles(lever, articles), ['cause Lever', 'cause Lever', 'term Lever']);
});

test('Who asks what a word means gets its explanation first, but none of another word', () => {
  const why = { ...lever, asksMeaning: true };
  const article = exampleArticle('Lever', { kind: 'cause' });
  const [term, other] = ['Lever', 'Lever crumb seed'].map((title) => exampleArticle(title, { kind: 'term' }));
  assert.deepEqual(titles(why, [article, term!]), ['term Lever', 'cause Lever']);
  assert.deepEqual(titles(why, [article, other!]), ['cause Lever', 'term Lever crumb seed']);
});

test('A name that says "not" where the query does not is hardly like it', () => {
  const [first] = ranked(lever, [exampleArticle('Not lever', { summary: 'Not lever.' })]);
  assert.deepEqual(
    first?.compared.map(({ passage, share }) => [passage.kind, share]),
    [
      ['summary', 1],
      ['title', 0.4],
    ],
  );
});

test('A text holds a word by the surest of its terms', () => {
  const slot: Slot = {
    word: 'gap',
    terms: [
      ['gap', 0.8],
      ['slot', 0.9],
      ['~0', 1],
    ],
    weight: 1,
    denied: false,
  };
  assert.equal(heldBy(slot, new Set(['gap', 'slot'])), 0.9);
  assert.equal(heldBy(slot, new Set(['lever'])), 0);
});
