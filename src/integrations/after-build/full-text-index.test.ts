import { equal, match, ok, rejects } from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { readContent } from '../../articles/read/content.ts';
import type { Article } from '../../domain/knowledge/article.ts';
import { elementsIn } from '../../html/elements.ts';
import { indexFullText, withSearchMarks } from './full-text-index.ts';

const path = fileURLToPath(new URL('../../../e2e/fixtures/toaster', import.meta.url));
const content = readContent({ path, name: 'toaster' });
const tray = content.articles.find(({ id }) => id === 'empty-crumb-tray')?.article as Article;
const out = mkdtempSync(join(tmpdir(), 'full-text-'));
after(() => rmSync(out, { recursive: true }));

test('what search is told of an article stands at the beginning of its main part, whatever its words hold', () => {
  const html = withSearchMarks('<main class="a > b"><h1>Tray</h1></main>', {
    ...tray,
    aliases: ['"quoted" & <b>'],
  });
  match(html, /^<main class="a > b" data-pagefind-body><span/);
  const marks = elementsIn(html).map(({ attributes }) => attributes);
  ok(marks.some((mark) => mark['data-pagefind-filter'] === 'kind:fix'));
  ok(marks.some((mark) => mark['data-pagefind-meta'] === 'aliases:"quoted" & <b>'));
  ok(marks.some((mark) => /^minutes:\d+$/.test(mark['data-pagefind-sort'] ?? '')));
  equal(elementsIn(html).filter(({ name }) => name === 'b').length, 0);
});

test('a page is named when it cannot be indexed, with the reason behind it', async () => {
  await rejects(indexFullText(out, content), (error: Error) => {
    match(error.message, /^\/\w+\/[\w-]+\/ could not be indexed\.$/);
    equal((error.cause as NodeJS.ErrnoException).code, 'ENOENT');
    return true;
  });
});
