import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { randomFrom } from './domain/plan/random.ts';
import { search } from './domain/search/results.ts';
import { openEngine, type Engine } from './domain/search/engine.ts';
import { scoresOf, type Judged, type JudgedQuery, type Scores } from './reports/relevance.ts';
import { searchFileOf } from './integrations/after-build/search-file.ts';
import { baseAt } from './integrations/base.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const load = (path: string): readonly JudgedQuery[] =>
  parse(readFileSync(new URL(`../${path}`, import.meta.url), 'utf8')) as readonly JudgedQuery[];
let engine: Engine;

// The index that the build writes, asked as the browser asks it.
before(async () => {
  delete process.env['KB_CONTENT'];
  const { read, words } = baseAt(root);
  engine = await openEngine(await searchFileOf(read(), words.search));
});

// What people type who did not write the articles stands beside the writers' own queries.
for (const [path, floor] of [
  ['content/queries.yaml', { hit1: 0.95, hit3: 0.97, mrr: 0.94, refused: 1 }],
  ['e2e/fixtures/queries/first.json', { hit1: 0.92, hit3: 0.98, mrr: 0.95, refused: 1 }],
  ['e2e/fixtures/queries/real.json', { hit1: 0.88, hit3: 0.97, mrr: 0.93, refused: 0.8 }],
  ['e2e/fixtures/queries/people.yaml', { hit1: 0.9, hit3: 0.96, mrr: 0.93, refused: 1 }],
  ['e2e/fixtures/queries/unseen.yaml', { hit1: 0.9, hit3: 0.95, mrr: 0.93, refused: 1 }],
  ['e2e/fixtures/queries/fresh.yaml', { hit1: 0.9, hit3: 0.95, mrr: 0.93, refused: 0.95 }],
  ['e2e/fixtures/queries/tune.yaml', { hit1: 0.92, hit3: 0.96, mrr: 0.94, refused: 0.9 }],
  ['e2e/fixtures/queries/tune-2.yaml', { hit1: 0.9, hit3: 0.95, mrr: 0.92, refused: 0.95 }],
  ['e2e/fixtures/queries/tune-3.yaml', { hit1: 0.84, hit3: 0.95, mrr: 0.9, refused: 0.9 }],
  ['e2e/fixtures/queries/holdout.yaml', { hit1: 0.88, hit3: 0.95, mrr: 0.91, refused: 0.85 }],
  ['e2e/fixtures/queries/set-aside.yaml', { hit1: 0.88, hit3: 0.95, mrr: 0.92, refused: 0.95 }],
  ['e2e/fixtures/queries/set-aside-2.yaml', { hit1: 0.82, hit3: 0.9, mrr: 0.86, refused: 0.7 }],
  ['e2e/fixtures/queries/set-aside-3.yaml', { hit1: 0.78, hit3: 0.9, mrr: 0.84, refused: 0.9 }],
  ['e2e/fixtures/queries/others-apart.yaml', { hit1: 0.75, hit3: 0.88, mrr: 0.81, refused: 1 }],
  ['e2e/fixtures/queries/nothing.yaml', { hit1: 1, hit3: 1, mrr: 1, refused: 0.95 }],
] as const satisfies readonly (readonly [path: string, floor: Scores])[])
  test(`${path}: the right page is first nearly always, and nonsense finds nothing`, async () => {
    const judged: Judged[] = [];
    for (const query of load(path)) {
      const { results } = await search(engine, { text: query.query });
      assert.ok(results.length <= 10);
      judged.push({ ...query, results: results.map(({ article }) => article.path) });
    }
    assert.ok(judged.length > 20);
    const scores = scoresOf(judged);
    for (const name of ['hit1', 'hit3', 'mrr', 'refused'] as const)
      assert.ok(scores[name] >= floor[name], `${name} is ${scores[name]}, below ${floor[name]}`);
  });

test('half a word takes results away next to never, at any length of a query', async () => {
  const lost: string[] = [];
  let beginnings = 0;
  for (const { query, expect } of load('e2e/fixtures/queries/first.json')) {
    if (expect.length === 0) continue;
    let found = false;
    for (let length = 3; length <= query.length; length++) {
      const text = query.slice(0, length);
      const { results } = await search(engine, { text, typing: true });
      beginnings += 1;
      if (found && results.length === 0) lost.push(text);
      found = results.length > 0;
    }
  }
  assert.ok(beginnings > 500);
  assert.ok(lost.length / beginnings < 0.01, lost.join(', '));
});

test('the four rarest words of a sentence find an article that says them in one, however likely others are', async () => {
  const { profiles = [], terms, docsOf } = engine;
  const random = randomFrom(5);
  let [asked, found] = [0, 0];
  for (const { text } of profiles.flatMap(({ passages }) =>
    passages.filter(({ kind }) => /^(?:body|fact)$/.test(kind)),
  )) {
    const words = terms.read(text).filter(({ isStopWord, word }) => !isStopWord && /\p{L}{3}/u.test(word));
    if (random() > 0.25 || words.length < 4) continue;
    const rarest = words
      .sort((a, b) => docsOf(a.term) - docsOf(b.term))
      .slice(0, 4)
      .sort((a, b) => a.start - b.start);
    const right = profiles
      .filter(({ passages }) => passages.some(({ all }) => rarest.every(({ term }) => all.has(term))))
      .map(({ article }) => article.path);
    if (right.length > 4) continue;
    const { results } = await search(engine, { text: rarest.map(({ word }) => word).join(' ') });
    asked += 1;
    if (results.slice(0, 3).some(({ article }) => right.includes(article.path))) found += 1;
  }
  assert.ok(asked > 300, `${asked} were asked`);
  assert.ok(found / asked >= 0.97, `${found} of ${asked} were found`);
});

test('what stands in one sentence of a body only is found by two of its rare words', async () => {
  const { profiles = [], terms, docsOf } = engine;
  let asked = 0;
  let found = 0;
  for (const { article, passages } of profiles) {
    for (const { kind, text } of passages.filter((_, at) => at % 3 === 0)) {
      const words = terms
        .read(text)
        .filter(({ isStopWord, word, term }) => !isStopWord && /\p{L}{3}/u.test(word) && docsOf(term) <= 8);
      if ((kind !== 'body' && kind !== 'fact') || words.length < 2) continue;
      const query = words.slice(0, 3).map(({ word }) => word);
      const { results } = await search(engine, { text: query.join(' ') });
      asked += 1;
      if (results.slice(0, 3).some((result) => result.article.path === article.path)) found += 1;
    }
  }
  assert.ok(asked > 40, `${asked} were asked`);
  assert.ok(found / asked >= 0.97, `${found} of ${asked} were found`);
});

test('what stands on the screen, and what an article is called, leads to its article when it is typed as it stands', async () => {
  const owners = new Map<string, string[]>();
  for (const { article } of engine.profiles ?? [])
    if (article.kind !== 'term')
      for (const text of [article.title, article.short ?? article.title, ...article.says])
        owners.set(text, [...(owners.get(text) ?? []), article.path]);
  const astray: string[] = [];
  for (const [text, paths] of owners) {
    const [first] = (await search(engine, { text })).results;
    if (!paths.includes(first?.article.path ?? '')) astray.push(`${text} → ${first?.article.path}`);
  }
  assert.ok(owners.size > 150, `${owners.size} were asked`);
  assert.ok(astray.length / owners.size < 0.02, astray.join(', '));
});
