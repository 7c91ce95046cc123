import { deepEqual, equal, ok } from 'node:assert/strict';
import { test } from 'node:test';
import { entryOf } from '../knowledge/knowledge-base.ts';
import { exampleBase } from '../knowledge/example-base.ts';
import { cardOf, isDrawable } from './card.ts';
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

test('the limit of hosts holds to the file', () => {
  equal(machinesOf(undefined, { articles: 1000, pages: 6400 }).json, true);
  equal(machinesOf(undefined, { articles: 1000, pages: 6401 }).json, false);
});

test('a card names its article, the minutes of a fix, and the site where its letters can be drawn', () => {
  const { site, fixes, causes } = exampleBase();
  const look = { accent: '#111111', paper: '#eeeeee' };
  const kinds = { symptom: { one: 'Symptom' }, cause: { one: 'Cause' }, fix: { one: 'Fix' } };
  const words = { kinds, timeOf: ({ minutes }: { minutes: number }) => `${minutes} min` };
  const tray = entryOf(fixes, 'empty-tray');
  deepEqual(cardOf(tray, { title: 'Toast' }, look, words), {
    title: 'empty-tray',
    kind: 'Fix',
    fact: '3 min',
    site: 'Toast',
    accent: '#111111',
    paper: '#eeeeee',
  });
  const accent = { light: '#222222', dark: '#333333' };
  const card = cardOf(entryOf(causes, 'crumbs'), { ...site, title: 'トースト', accent }, look, words);
  deepEqual([card.kind, card.fact, card.site, card.accent], ['Cause', '', '', '#222222']);
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

test('no sign of a title means anything in an index', () => {
  const text = indexFilesOf(indexOf(['A <b> `c` ~d~ x|y \\'])).get('llms.txt') ?? '';
  ok(text.includes('- [A \\<b> \\`c\\` \\~d\\~ x\\|y \\\\](https'), text);
});

test('an index that programs would cut off leads to lists that they do not, and no page is lost', () => {
  const titles = Array.from({ length: 2000 }, (_, at) => `Fix number ${at}`);
  const files = indexFilesOf(indexOf(titles));
  ok(files.size > 2);
  for (const [name, text] of files) ok(text.length <= 50_000, `${name} has ${text.length} signs`);
  const [, ...parts] = files;
  for (const [name] of parts) ok(files.get('llms.txt')?.includes(`(https://toast.example/${name})`), name);
  for (const [name, text] of parts) {
    // Each list is called by its first page and its last one, and notes stand in the first file only.
    const own = [...text.matchAll(/^- \[(.*?)\]/gm)].map(([, title]) => title);
    ok(files.get('llms.txt')?.includes(`/${name}): ${own[0]} – ${own.at(-1)}\n`), name);
    ok(!text.includes('A note.'));
  }
  const all = parts.map(([, text]) => text).join('');
  deepEqual(
    titles.filter((title) => !all.includes(`[${title}]`)),
    [],
  );
});
