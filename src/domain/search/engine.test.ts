import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countOf, knowledgeOf, openEngine } from './engine.ts';
import { exampleArticle, exampleFile, exampleLanguage } from './example-small.ts';
import { termsFor } from './language.ts';
import type { SearchArticle } from './index.ts';
import { profileOf } from './profile.ts';

const file = exampleFile({
  synonyms: [['the gap', 'slot']],
  topics: 'toaster4 lever1',
  elsewhere: 'dish washer,fridge,lovers',
  right: 'broad trial',
});
const terms = termsFor(exampleLanguage, file.synonyms);
const knowledge = knowledgeOf(file, terms, {
  docs: new Map([['lever', 3]]),
  count: 9,
  all: 50,
  words: [
    { word: 'levers', docs: 3 },
    { word: 'trail', docs: 7 },
  ],
});

test('A term says what the topics of the file say, and how rare it is', () => {
  assert.deepEqual(['toaster', 'lever', 'crumb'].map(knowledge.topicOf), [2, 0.5, 0]);
  assert.deepEqual(['lever', 'crumb'].map(knowledge.docsOf), [3, 0]);
  assert.deepEqual(
    ['lever', 'crumb', 'lever'].map(knowledge.weightOf),
    [1 + 10 / 3.5, 21, 1 + 10 / 3.5].map(Math.log),
  );
  assert.deepEqual(['lever', 'crumb'].map(knowledge.shareOf), [0.06, 0.01]);
});

test('Words that name other things are counted wherever they stand in a row', () => {
  const { elsewhereIn } = knowledge;
  assert.deepEqual([' my dish washer fridge ', ' my dish ', ' fridge a fridge '].map(elsewhereIn), [3, 0, 2]);
  assert.equal(knowledgeOf(exampleFile(), terms, countOf([])).elsewhereIn(' fridge '), 0);
});

test('Known are the words of articles and of synonyms, but no stop words; right words are no slips, and words for other things neither', () => {
  const { completions, corrections } = knowledge.vocabulary;
  assert.deepEqual(
    ['le', 'ga', 'th'].map((start) => completions(start)),
    [['levers'], ['gap'], []],
  );
  assert.deepEqual(['levres', 'trial', 'lovers'].map(corrections), [['levers'], [], []]);
});

test('Terms are counted over all articles, each once per article', () => {
  const articles = [exampleArticle('Levers', { summary: 'The lever' }), exampleArticle('Lever crumb')];
  const counted = countOf(articles.map((article) => profileOf(article, terms)));
  assert.deepEqual(counted, {
    docs: new Map([
      ['lever', 2],
      ['crumb', 1],
    ]),
    count: 2,
    all: 3,
    words: [
      { word: 'levers', docs: 1 },
      { word: 'lever', docs: 2 },
      { word: 'crumb', docs: 1 },
    ],
  });
});

async function found(
  articles: readonly SearchArticle[],
  wanted: Readonly<Record<string, number>>,
): Promise<readonly string[]> {
  const engine = await openEngine(exampleFile({ articles }));
  const profiles = await engine.find(new Map(Object.entries(wanted)));
  return profiles.map(({ article }) => article.title);
}

test('What names an article is found before what says the same in its text', async () => {
  const text = exampleArticle('Bread toaster', { body: [[-1, 'Lever crumb']] });
  const name = exampleArticle('Lever crumb', { body: [[-1, 'Bread toaster']] });
  assert.deepEqual(await found([text, name], { lever: 1 }), ['Lever crumb', 'Bread toaster']);
});

test('An article with one word in its name is found before one with that and a guess in its text', async () => {
  const text = exampleArticle('Seed', { body: [[-1, 'Lever crumb']] });
  const name = exampleArticle('Lever', { body: [[-1, 'Bread slot']] });
  const others = ['Door', 'Cord'].map((title) => exampleArticle(title));
  assert.deepEqual(await found([text, name, ...others], { lever: 1, crumb: 0.6 }), ['Lever', 'Seed']);
});

test('A term that is trusted more finds its articles first', async () => {
  const articles = [exampleArticle('Crumb'), exampleArticle('Lever'), exampleArticle('Slot')];
  assert.deepEqual(await found(articles, { crumb: 0.3, lever: 1 }), ['Lever', 'Crumb']);
});

test('No more than 24 articles are looked at closely', async () => {
  const articles = Array.from({ length: 30 }, (_, at) => exampleArticle(`Lever ${at}`));
  assert.equal((await found(articles, { lever: 1 })).length, 24);
});

test('Opening pauses before each article and before the end; nothing is left to learn then', async () => {
  let pauses = 0;
  const articles = [exampleArticle('Crumb'), exampleArticle('Lever')];
  const engine = await openEngine(exampleFile({ articles }), () => {
    pauses++;
    return Promise.resolve();
  });
  assert.equal(pauses, 3);
  assert.equal(engine.profiles?.length, 2);
  await engine.learn('crumb').then(() => assert.equal(engine.docsOf('crumb'), 1));
});

test('A file without articles finds nothing', async () => {
  const engine = await openEngine(exampleFile());
  assert.deepEqual(engine.profiles, []);
  assert.deepEqual(await engine.find(new Map([['lever', 1]])), []);
});
