import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { openIndex, type IndexFiles } from './browser/search/index-files.ts';
import { search } from './browser/search/search.ts';
import { scoresOf, type Judged, type JudgedQuery } from './domain/search/relevance.ts';
import { quickIndexFiles } from './integrations/after-build/search-index.ts';
import { baseAt } from './integrations/base.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const textOf = (path: string): string => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');
const own = parse(textOf('content/queries.yaml')) as readonly JudgedQuery[];
const sample = JSON.parse(textOf('e2e/fixtures/queries-sample.json')) as readonly JudgedQuery[];
let index: IndexFiles;

// The index that the build writes, read as the browser reads it.
before(async () => {
  delete process.env['KB_CONTENT'];
  const { read, words } = baseAt(root);
  const files = quickIndexFiles(read(), words.search);
  globalThis.fetch = (address) => {
    const text = files.get(String(address).replace('/pagefind/', ''));
    return Promise.resolve(new Response(text ?? '', { status: text === undefined ? 404 : 200 }));
  };
  index = await openIndex();
});

for (const [name, queries, floor] of [
  ['our own queries', own, 0.93],
  ['the public sample', sample, 0.92],
] as const)
  test(`${name}: the right page is first nearly always, and nonsense finds nothing`, async () => {
    const judged: Judged[] = [];
    for (const query of queries) {
      const { results } = await search(index, { text: query.query, verbatim: false, most: 20 });
      judged.push({ ...query, results: results.map(({ entry }) => entry.path) });
    }
    const scores = scoresOf(judged);
    assert.ok(queries.length > 20);
    assert.ok(scores.hit1 >= floor, `the first is right for ${scores.hit1}`);
    assert.ok(scores.hit3 >= 0.98, `one of the first three is right for ${scores.hit3}`);
    assert.ok(scores.mrr >= 0.95, `mean reciprocal rank ${scores.mrr}`);
    assert.equal(scores.answeredNonsense, 0);
  });
