import { deepEqual, equal } from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { generate, writeFiles } from '../../../e2e/bench/generate.ts';
import { checkContent } from '../check-content.ts';
import { rememberArticles, type KnownArticle } from './article-memory.ts';

const root = mkdtempSync(join(tmpdir(), 'article-memory-'));
const dir = { path: join(root, 'content'), name: 'content' };
after(() => {
  rememberArticles(undefined);
  rmSync(root, { recursive: true });
});

const known = new Map<string, KnownArticle>();

/** Checks the content with the memory, or without; how many articles were read anew, and what was found. */
function check(remembering: boolean) {
  let read = 0;
  const get = (made: string): KnownArticle | undefined => {
    if (!known.has(made)) read += 1;
    return known.get(made);
  };
  rememberArticles(remembering ? { get, set: (made, article) => void known.set(made, article) } : undefined);
  const { problems } = checkContent(dir, '2026-11-24');
  return { read, problems: JSON.parse(JSON.stringify(problems)) as unknown };
}

test('each article is read once, whatever the check looks at, and only an edited one again; what is found is the same', () => {
  writeFiles(dir.path, generate({ articles: 60, questions: 1, words: [20, 40] }));
  equal(check(true).read, 60);
  deepEqual(check(true), { read: 0, problems: check(false).problems });
  const file = join(dir.path, 'fixes', 'fix-3.mdx');
  writeFileSync(file, `${readFileSync(file, 'utf8')}\nPlease simply click here. See [it](/fixes/none/).\n`);
  deepEqual(check(true), { read: 1, problems: check(false).problems });
  const paths = join(dir.path, 'ui-paths.yaml');
  writeFileSync(paths, `${readFileSync(paths, 'utf8')}other:\n  - { for: device, path: [Belt, Click] }\n`);
  deepEqual(check(true), { read: 0, problems: check(false).problems });
});
