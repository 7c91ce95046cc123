import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { problemsOf } from '../check-content.ts';
import { fixtures, withCase } from '../fixtures/fixture-case.ts';
import { liveSiteOf } from '../permalinks/live-site.ts';
import { readContent } from '../read/content.ts';
import { siteContentOf } from '../site-content.ts';
import { publishedOf, todosIn } from './drafts.ts';

const draftFix = `---
title: Turn the base round
summary: The base may stand the wrong way round.
draft: true
# TODO minutes: A guess.
minutes: 2
cost: "A coin # TODO works: none"
solves:
  - { cause: crumbs-block-lever, works: almost-always } # TODO works: How often?
verify: The lever stays down.
---

## Steps

1. Turn the base round.

   \`\`\`html
   <!-- TODO text: this is code -->
   \`\`\`

<!-- TODO picture: The base from below -->
`;

/** The valid knowledge base of the fixtures with one draft of a fix. */
async function withDraft(use: (content: ReturnType<typeof readContent>) => void): Promise<void> {
  await withCase(undefined, async (path) => {
    writeFileSync(join(path, 'fixes', 'turn-the-base-round.md'), draftFix);
    use(readContent({ path, name: 'content' }));
  });
}

test('What is to be decided stands in comments of fields and text, each with its line; texts and code that look like it ask nothing.', async () => {
  await withDraft((content) => {
    const file = content.articles.find(({ id }) => id === 'turn-the-base-round');
    assert.ok(file);
    assert.deepEqual(todosIn(file), [
      { word: 'minutes', ask: 'A guess.', line: 5, column: 1 },
      { word: 'works', ask: 'How often?', line: 9, column: 57 },
      { word: 'picture', ask: 'The base from below', line: 21, column: 1 },
    ]);
  });
});

test('A draft has its page and its banner in dev, but the plans of finished symptoms do not know it.', async () => {
  await withDraft((content) => {
    const shown = siteContentOf(content, 'quick');
    assert.deepEqual([...shown.drafts], [['turn-the-base-round', 3]]);
    assert.ok(shown.base.fixes.has('turn-the-base-round'));
    const built = siteContentOf(publishedOf(content), 'quick');
    assert.deepEqual(shown.views, built.views);
    assert.doesNotMatch(JSON.stringify([...built.views]), /turn-the-base-round/);
  });
});

test('The built site and the ledger hold no draft.', async () => {
  await withDraft((content) => {
    const published = publishedOf(content);
    const built = siteContentOf(published, 'quick');
    assert.equal(built.drafts.size, 0);
    assert.ok(!built.base.fixes.has('turn-the-base-round'));
    assert.doesNotMatch(JSON.stringify([...liveSiteOf(published).pages]), /turn-the-base-round/);
    assert.match(JSON.stringify([...liveSiteOf(content).pages]), /turn-the-base-round/);
  });
});

test('A page of the owner’s own that is a draft is shown in dev, with its banner, and nowhere else.', async () => {
  await withCase(undefined, async (path) => {
    mkdirSync(join(path, 'pages'));
    const page = `---\ntitle: Who we are\nsummary: Bakers.\ndraft: true\n---\nWe bake.\n\n{/* TODO text: Since when? */}\n`;
    writeFileSync(join(path, 'pages', 'who-we-are.mdx'), page);
    const content = readContent({ path, name: 'content' });
    const shown = siteContentOf(content, 'quick');
    assert.deepEqual([...shown.drafts], [['who-we-are', 1]]);
    assert.deepEqual(
      shown.pages.map(({ id }) => id),
      ['who-we-are'],
    );
    const published = publishedOf(content);
    assert.deepEqual(siteContentOf(published, 'quick').pages, []);
    assert.doesNotMatch(JSON.stringify([...liveSiteOf(published).pages]), /who-we-are/);
    assert.deepEqual(
      problemsOf(content).map(({ kind }) => kind),
      ['todo-text'],
    );
  });
});

test('Content without drafts is handed on as it is.', () => {
  const content = readContent({ path: join(fixtures, 'valid'), name: 'valid' });
  assert.equal(publishedOf(content), content);
});
