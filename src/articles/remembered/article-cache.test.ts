import { deepEqual, equal } from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { generate, writeFiles } from '../../../e2e/bench/generate.ts';
import { checkContent } from '../check-content.ts';
import { articleCache } from './article-cache.ts';
import type { TextFile } from '../content.ts';
import { foundIn, rememberArticles, rememberedArticle } from './article-memory.ts';

const root = mkdtempSync(join(tmpdir(), 'article-cache-'));
const dir = { path: join(root, 'content'), name: 'content' };
const file = join(root, 'articles');
const since = `${file}-since`;
after(() => {
  rememberArticles(undefined);
  rmSync(root, { recursive: true });
});
writeFiles(dir.path, generate({ articles: 60, questions: 1, words: [20, 40] }));

const told = (): unknown => JSON.parse(JSON.stringify(checkContent(dir, '2026-11-24').problems));
const edit = (name: string, text: string): void => {
  const path = join(dir.path, name);
  writeFileSync(path, `${readFileSync(path, 'utf8')}\n${text}\n`);
};
const bytes = (): Buffer => readFileSync(file);

/** A check that remembers; what it finds is what one finds that does not. */
function check(): void {
  const cache = articleCache(file);
  const found = told();
  cache.keep();
  deepEqual(found, told());
}

test('what an edit of one article has changed is written beside the rest, edit after edit', () => {
  check();
  const all = bytes();
  edit('fixes/fix-3.mdx', 'Please simply click here.');
  check();
  equal(bytes().equals(all), true);
  const first = statSync(since).size;
  edit('causes/cause-4.mdx', 'See [it](/fixes/none/).');
  check();
  equal(bytes().equals(all), true);
  equal(statSync(since).size > first, true);
  check();
  equal(statSync(since).size > first, true, 'nothing is lost by a check without an edit');
});

test('how many articles had to be read anew is known', () => {
  check();
  const cache = articleCache(file);
  equal(cache.missed(), 0);
  told();
  equal(cache.missed(), 0);
  edit('fixes/fix-4.mdx', 'Another sentence.');
  edit('causes/cause-5.mdx', 'Another sentence.');
  told();
  equal(cache.missed(), 2);
  cache.keep();
});

test('all is written again when much has changed, and what was written beside it then counts no more', () => {
  const all = bytes();
  const beside = readFileSync(since);
  for (const at of [5, 6, 7, 8, 9, 10, 11, 12]) edit(`fixes/fix-${at}.mdx`, 'See [it](/fixes/none/).');
  check();
  equal(bytes().equals(all), false);
  equal(readFileSync(since).equals(beside), true);
  check();
});

test('a file that was cut off counts as none', () => {
  writeFileSync(since, readFileSync(since).subarray(0, 20));
  check();
  writeFileSync(file, bytes().subarray(0, 1000));
  check();
  check();
});

const texts = Array.from({ length: 20 }, (_, at) => `text ${at}`);

/** Reads texts out of a cache of their own, looks at each, and at some once more; gives what had to be done for that. */
function doneFor(read: readonly string[], looked: readonly string[] = []): readonly string[] {
  const done: string[] = [];
  const cache = articleCache(join(root, 'texts'));
  for (const text of read) {
    const parts = { fields: true, raw: text, article: undefined, body: undefined, problems: [] };
    const article = rememberedArticle(
      [text],
      () => (done.push(`read ${text}`), parts),
      (known) => ({ ...known }) as unknown as TextFile,
    );
    foundIn(article, 'one', () => done.push(`found in ${text}`));
    if (looked.includes(text)) foundIn(article, 'another', () => done.push(`found more in ${text}`));
  }
  cache.keep();
  return done;
}

test('what was read and found once is not read or looked for again, whether it stands with all or beside them', () => {
  equal(doneFor(texts).length, 40);
  deepEqual(doneFor(texts), []);
  deepEqual(doneFor([...texts, 'late']), ['read late', 'found in late']);
  deepEqual(doneFor([...texts, 'late']), []);
  deepEqual(doneFor([...texts, 'late'], ['text 3']), ['found more in text 3']);
  deepEqual(doneFor([...texts, 'late'], ['text 3']), []);
});

test('what stands beside another file than the one that is there does not count', () => {
  deepEqual(doneFor([...texts, 'late']), []);
  rmSync(join(root, 'texts'));
  equal(doneFor(texts).length, 40);
  deepEqual(doneFor([...texts, 'late']), ['read late', 'found in late']);
});
