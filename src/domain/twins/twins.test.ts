import { deepEqual, equal, ok } from 'node:assert/strict';
import { test } from 'node:test';
import { isDrawable } from './card.ts';
import { indexFilesOf, type SiteIndex } from './llms-index.ts';
import { machinesOf } from './machines.ts';
import { twinPathOf } from './twin-address.ts';

test('a site has all files for programs while hosts take as many, then no file for each article, then no twins', () => {
  deepEqual(machinesOf(undefined, { articles: 1200, pages: 1600 }), {
    markdown: true,
    json: true,
    cards: false,
  });
  deepEqual(machinesOf(undefined, { articles: 3200, pages: 1000 }), {
    markdown: true,
    json: false,
    cards: false,
  });
  deepEqual(machinesOf(undefined, { articles: 4800, pages: 1600 }), {
    markdown: false,
    json: false,
    cards: false,
  });
});

test('pictures of articles are drawn only where the owner asks for them, and count as files', () => {
  deepEqual(machinesOf({ cards: true }, { articles: 12, pages: 3 }), {
    markdown: true,
    json: true,
    cards: true,
  });
  deepEqual(machinesOf({ cards: true }, { articles: 2700, pages: 900 }), {
    markdown: true,
    json: false,
    cards: true,
  });
  for (const title of ['Empty the tray', '“Störung E2” – was nun?', 'Очистить поддон', 'Άδειασε τον δίσκο'])
    equal(isDrawable(title), true, title);
  for (const title of ['トースト', 'Toast 🍞', 'خبز', '']) equal(isDrawable(title), false, title);
});

test('what the owner asks for counts, whatever the size', () => {
  deepEqual(machinesOf({ markdown: true }, { articles: 4800, pages: 1600 }), {
    markdown: true,
    json: false,
    cards: false,
  });
  deepEqual(machinesOf({ json: true }, { articles: 4800, pages: 1600 }), {
    markdown: false,
    json: true,
    cards: false,
  });
  deepEqual(machinesOf({ markdown: false }, { articles: 12, pages: 3 }), {
    markdown: false,
    json: true,
    cards: false,
  });
  // Room that the owner gave to facts is not there for twins.
  deepEqual(machinesOf({ json: true }, { articles: 3200, pages: 1000 }), {
    markdown: false,
    json: true,
    cards: false,
  });
});

test('the twin of a page stands beside it', () => {
  equal(twinPathOf('/'), '/index.md');
  equal(twinPathOf('/fixes/x/'), '/fixes/x.md');
});

const indexOf = (titles: readonly string[]): SiteIndex => ({
  title: 'Toast',
  description: 'Bread\ngoes in.',
  notes: ['A note.'],
  sections: [
    {
      name: 'fix',
      title: 'Fixes',
      entries: titles.map((title, at) => ({
        title,
        address: `https://toast.example/fixes/${at}.md`,
        summary: 'Two *words*.',
      })),
    },
    { name: 'cause', title: 'Causes', entries: [] },
  ],
  addressOf: (path) => `https://toast.example${path}`,
});

test('an index names every page in a line, with titles that mean nothing else, and no empty list', () => {
  deepEqual(
    [...indexFilesOf(indexOf(['Press [E2]', 'Wait']))],
    [
      [
        'llms.txt',
        `# Toast

> Bread goes in.

A note.

## Fixes

- [Press \\[E2\\]](https://toast.example/fixes/0.md): Two \\*words\\*.
- [Wait](https://toast.example/fixes/1.md): Two \\*words\\*.
`,
      ],
    ],
  );
});

test('an index that programs would cut off leads to lists that they do not, and no page is lost', () => {
  const titles = Array.from({ length: 2000 }, (_, at) => `Fix number ${at}`);
  const files = indexFilesOf(indexOf(titles));
  ok(files.size > 2);
  for (const [name, text] of files) ok(text.length <= 50_000, `${name} has ${text.length} signs`);
  const [, ...parts] = files;
  for (const [name] of parts) ok(files.get('llms.txt')?.includes(`(https://toast.example/${name})`), name);
  const all = parts.map(([, text]) => text).join('');
  deepEqual(
    titles.filter((title) => !all.includes(`[${title}]`)),
    [],
  );
});
