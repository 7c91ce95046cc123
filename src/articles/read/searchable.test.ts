import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { withCase } from '../fixtures/fixture-case.ts';
import { readContent } from './content.ts';
import { searchableArticles } from './searchable.ts';

test('A page of the owner’s own is found by its title, by what people call it, by its headings and by its text', async () => {
  await withCase(undefined, async (path) => {
    mkdirSync(join(path, 'pages'));
    const page = `---\ntitle: What we keep\nsummary: Nothing.\naliases: [cookies]\n---\n## Logs\n\nNone at all.\n`;
    writeFileSync(join(path, 'pages', 'privacy.mdx'), page);
    const found = searchableArticles(readContent({ path, name: 'content' }), () => '');
    assert.deepEqual(
      found.filter(({ kind }) => kind === 'page'),
      [
        {
          kind: 'page',
          path: '/pages/privacy/',
          title: 'What we keep',
          summary: 'Nothing.',
          short: undefined,
          says: [],
          aliases: ['cookies'],
          facts: [],
          twins: [],
          places: [{ id: 'logs', text: 'Logs' }],
          body: [[0, 'None at all.']],
        },
      ],
    );
  });
});
