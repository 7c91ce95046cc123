import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { openCore } from './core.ts';
import { chooseHits, poolOf, type SearchFilter } from './hits.ts';
import { wordsOf } from '../../words/words-of.ts';
import { buildSearchIndex, type SearchArticle } from './index.ts';
import { readQuery } from './query.ts';
import { findCandidates, phraseReader, rankEntries, termsOfQuery } from './rank.ts';

const language = {
  language: 'en',
  endings: wordsOf('en').searchLanguage.endings,
  fillers: ['the', 'my', 'is', 'how', 'do', 'i', 'to', 'and', 'a', 'why', 'does'],
  same: { wont: 'not', doesnt: 'not' },
  alike: [],
  askHow: ['how do'],
  askWhy: ['why'],
  reports: [],
  quotes: ['says'],
  negation: 'not',
};
const base = { says: [], places: [], body: '', aliases: [] } as const;
const articles: readonly SearchArticle[] = [
  {
    ...base,
    kind: 'symptom',
    path: '/symptoms/pops-up/',
    title: 'The toaster pops up at once',
    summary: 'The lever does not stay down.',
    aliases: ['bread comes up cold', 'toaster wont stay down'],
    says: ['E2'],
  },
  {
    ...base,
    kind: 'symptom',
    path: '/symptoms/burns/',
    title: 'The bread burns',
    summary: 'One side comes out black.',
    aliases: ['black toast'],
    says: ['Too hot'],
  },
  {
    ...base,
    kind: 'cause',
    path: '/causes/crumbs/',
    title: 'Crumbs hold the lever up',
    summary: 'A crust under the lever keeps it from latching.',
    body: 'Seeds and raisins do the same.',
  },
  {
    ...base,
    kind: 'cause',
    path: '/causes/dial/',
    title: 'The dial is set too high',
    summary: 'The bread stays in too long.',
  },
  {
    ...base,
    kind: 'fix',
    path: '/fixes/empty-tray/',
    title: 'Empty the crumb tray',
    summary: 'Takes 3 minutes.',
    minutes: 3,
    loses: 'nothing',
    aliases: ['clean toaster'],
    places: [{ id: 'pull-the-tray', text: 'Pull the tray straight out.', step: 2 }],
  },
  {
    ...base,
    kind: 'fix',
    path: '/fixes/turn-dial/',
    title: 'Turn the dial down',
    summary: 'Takes 1 minute.',
    minutes: 1,
    loses: 'setting',
    places: [{ id: 'turn-it', text: 'Turn it to 3.', step: 1 }],
  },
];
const index = buildSearchIndex(articles, {
  language,
  synonyms: [
    ['dial', 'browning control', 'knob'],
    ['lever', 'slider'],
  ],
  risks: ['nothing', 'setting'],
});
const open = openCore(index.core);
const phrasesOf = phraseReader(open.terms);
const postings = Object.assign({}, ...index.shards) as (typeof index.shards)[number];

function search(
  text: string,
  { filter = {}, verbatim = false }: { readonly filter?: SearchFilter; readonly verbatim?: boolean } = {},
) {
  const query = readQuery(text, open.knowledge, { verbatim });
  const found = query.answerable ? findCandidates(query, postings, open.vocabulary) : [];
  const pool = poolOf(found, open.core, filter, 10);
  const ranked = rankEntries(
    query,
    pool.map((hit) => ({ ...hit, entry: index.blocks.flat()[hit.article] ?? assert.fail() })),
    { ...open, phrasesOf },
  );
  const chosen = chooseHits(ranked, open.core, filter);
  return {
    query,
    chosen,
    ranked: chosen.hits,
    paths: chosen.hits.map(({ article }) => articles[article]?.path),
  };
}

describe('Searching the toaster guide', () => {
  const firsts: readonly (readonly [about: string, query: string, path: string])[] = [
    ['the exact text of the display', 'E2', '/symptoms/pops-up/'],
    ['a text of the display inside a sentence', 'it says too hot', '/symptoms/burns/'],
    ['what people call it', 'bread comes up cold', '/symptoms/pops-up/'],
    [
      'a whole sentence with words that are nowhere',
      'Why does my toaster pop up every morning?',
      '/symptoms/pops-up/',
    ],
    ['another form of the word', 'emptying trays', '/fixes/empty-tray/'],
    ['a misspelling', 'emty tha crmb tary', '/fixes/empty-tray/'],
    ['swapped letters', 'toatser pops up', '/symptoms/pops-up/'],
    ['a synonym of one word', 'slider crumbs', '/causes/crumbs/'],
    ['a synonym of two words', 'browning control too high', '/causes/dial/'],
    ['a misspelt synonym that no article holds', 'turn the knbo', '/fixes/turn-dial/'],
    ['the words of a step', 'pull straight out', '/fixes/empty-tray/'],
    ['a word of the running text', 'raisins', '/causes/crumbs/'],
    ['the beginning of a word', 'crum', '/fixes/empty-tray/'],
    ['an order', 'turn dial', '/fixes/turn-dial/'],
    ['two words written as one', 'breadburns', '/symptoms/burns/'],
  ];
  for (const [about, query, path] of firsts)
    test(`finds ${about}: ${query}`, () => assert.equal(search(query).paths[0], path));

  for (const query of ['', '   ', '…?!', 'zxqv blorp', 'helicopter licence', '💥', 'x'.repeat(10_000)]) {
    test(`finds nothing for ${JSON.stringify(query.slice(0, 20))}`, () =>
      assert.deepEqual(search(query).paths, []));
  }

  test('finds nothing when most words are nowhere, and names them', () => {
    const { paths, query } = search('toaster helicopter licence');
    assert.deepEqual(paths, []);
    assert.deepEqual(query.unknown, ['helicopter', 'licence']);
  });

  test('leads to the step that answers', () =>
    assert.deepEqual(
      search('pull the tray straight out').ranked[0]?.places.map(({ id }) => id),
      ['pull-the-tray'],
    ));

  test('says how the spelling was mended, and leaves it alone when told to', () => {
    assert.equal(search('the toatser pops').query.mended, 'the toaster pops');
    assert.equal(search('toaster pops').query.mended, undefined);
    assert.deepEqual(search('toatser', { verbatim: true }).paths, []);
  });

  test('prefers fixes for "how do I" and causes and symptoms for "why"', () => {
    assert.equal(search('how do i turn the dial').query.asks, 'how');
    assert.equal(search('why is the dial').query.asks, 'why');
    assert.equal(search('empty tray').query.asks, 'how');
  });

  test('counts what each filter would leave', () => {
    const { chosen } = search('dial');
    assert.deepEqual(chosen.kinds, { symptom: 0, cause: 1, fix: 1 });
    assert.deepEqual(chosen.risks, { nothing: 0, setting: 1 });
    assert.deepEqual(search('dial', { filter: { kind: 'fix' } }).paths, ['/fixes/turn-dial/']);
    assert.deepEqual(search('dial', { filter: { loses: 'nothing' } }).paths, []);
  });

  test('asks only for terms that the query needs', () =>
    assert.deepEqual(termsOfQuery(search('the slider and crumbs').query).toSorted(), ['crumb', 'lever']));
});
