import assert from 'node:assert/strict';
import {
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { withCase } from '../fixtures/fixture-case.ts';
import { markupOf } from '../markup.ts';
import { readContent } from './content.ts';
import { contentReader } from './reader.ts';

for (const control of ['\0', '\ufdd0'])
  test(`A control character (${JSON.stringify(control)}) in an article is an error with its line.`, () =>
    withCase(undefined, async (path) => {
      const article = join(path, 'causes/crumbs-block-lever.mdx');
      const text = readFileSync(article, 'utf8');
      writeFileSync(article, text.replace(/\n## /, `\nBroken${control}here.\n\n## `));
      const [problem, ...more] = readContent({ path, name: 'content' }).problems;
      assert.deepEqual(more, []);
      assert.equal(problem?.kind, 'not-utf8');
      assert.equal(problem.place.line, text.slice(0, text.indexOf('\n## ')).split('\n').length + 1);
      assert.equal(problem.place.column, 'Broken'.length + 1);
    }));

test('A draft of a picture is left out of the check and of the pages alike.', () =>
  withCase(undefined, async (path) => {
    copyFileSync(join(path, 'pictures/stays-cold.svg'), join(path, 'pictures/_draft.svg'));
    const content = readContent({ path, name: 'content' });
    const ids = ['pops-up-at-once', 'stays-cold'];
    assert.deepEqual(
      content.pictures.map(({ id }) => id),
      ids,
    );
    assert.deepEqual([...markupOf(content).pictures.keys()], ids);
  }));

test('A reader reads again only after a file has changed.', () =>
  withCase(undefined, async (path) => {
    const read = contentReader({ path, name: 'content' });
    const first = read();
    assert.equal(read(), first);
    writeFileSync(join(path, 'glossary.yaml'), '[]\n');
    assert.notEqual(read(), first);
    assert.deepEqual(read().glossary.value, []);
  }));

test('A change behind a link, to a file or to a folder, is a change, and a circle of links ends.', () =>
  withCase(undefined, async (path) => {
    const away = join(path, '..', 'away');
    renameSync(join(path, 'causes'), away);
    symlinkSync(away, join(path, 'causes'));
    symlinkSync(path, join(path, 'pictures', 'again'));
    const read = contentReader({ path, name: 'content' });
    const first = read();
    assert.equal(read(), first);
    const file = join(away, 'crumbs-block-lever.mdx');
    writeFileSync(
      file,
      readFileSync(file, 'utf8').replace('Crumbs hold the lever up', 'Crumbs hold the lever'),
    );
    const titles = read().articles.map(({ article }) => article?.title);
    assert.ok(titles.includes('Crumbs hold the lever'));
  }));

test('A site without a promise promises what its title says.', () =>
  withCase(undefined, async (path) => {
    writeFileSync(join(path, 'site.yaml'), 'title: Toaster help\n');
    assert.equal(readContent({ path, name: 'content' }).site?.value.promise, 'Toaster help');
  }));

test('A text that looks like a number is the text as it stands, in values, names and edges.', () =>
  withCase(undefined, async (path) => {
    const symptom = join(path, 'symptoms', 'stays-cold.mdx');
    writeFileSync(
      symptom,
      readFileSync(symptom, 'utf8').replace(
        'picture:',
        'says: [0x80070005, 1e3, 0b11, true, 2026-11-24]\npicture:',
      ),
    );
    writeFileSync(
      join(path, 'ui-paths.yaml'),
      'browning:\n  - { for: toaster, versions: 10.10, path: [010, 1_0] }\n',
    );
    const { articles, uiPaths, problems } = readContent({ path, name: 'content' });
    assert.deepEqual(problems, []);
    assert.deepEqual(articles.find(({ id }) => id === 'stays-cold')?.article?.says, [
      '0x80070005',
      '1e3',
      '0b11',
      'true',
      '2026-11-24',
    ]);
    assert.deepEqual(uiPaths.value['browning'], [
      { for: 'toaster', versions: '10.10', path: ['010', '1_0'] },
    ]);
  }));

test('A byte order mark, or two of them, hide nothing, in no file.', () =>
  withCase(undefined, async (path) => {
    const before = readContent({ path, name: 'content' });
    for (const name of readdirSync(path, { recursive: true, encoding: 'utf8' }))
      if (/\.(?:yaml|mdx|svg)$/.test(name))
        writeFileSync(join(path, name), `\uFEFF\uFEFF${readFileSync(join(path, name), 'utf8')}`);
    const { articles, glossary, problems } = readContent({ path, name: 'content' });
    assert.deepEqual(problems, []);
    assert.deepEqual(glossary.value, before.glossary.value);
    assert.deepEqual(
      articles.map(({ article }) => article),
      before.articles.map(({ article }) => article),
    );
  }));

test('What systems, editors and programs that share files leave behind, drafts and notes are no part of a knowledge base.', () =>
  withCase(undefined, async (path) => {
    const dir = { path, name: 'content' };
    const before = readContent(dir);
    for (const folder of ['', 'fixes/', 'pictures/'])
      for (const name of [
        ...[
          '.DS_Store',
          '.#dry-it.mdx',
          '#dry-it.mdx#',
          'dry-it.mdx~',
          '~$dry-it.mdx',
          '4913',
          '.dry-it.mdx.swp',
        ],
        ...[
          'dry-it.mdx.swo',
          'dry-it.mdx.bak',
          'dry-it.mdx.orig',
          'dry-it.mdx.rej',
          'dry-it.mdx.tmp',
          'dry-it.mdx.partial',
          'sedAb3x9Z',
        ],
        ...[
          'dry-it.mdx___jb_tmp___',
          'dry-it.mdx.crdownload',
          'Thumbs.db',
          'desktop.ini',
          'Icon\r',
          'ehthumbs.db',
        ],
        ...['README.md', 'CHANGELOG.md', '_idea.mdx'],
      ])
        writeFileSync(join(path, folder, name), 'Not an article.');
    writeFileSync(join(path, 'STYLE-GUIDE.md'), 'How we write.');
    for (const name of [
      'drafts',
      'templates',
      '_old',
      'fixes/drafts',
      'fixes/@eaDir',
      '__MACOSX',
      'node_modules',
    ]) {
      mkdirSync(join(path, name));
      writeFileSync(join(path, name, 'idea.mdx'), 'Not an article.');
    }
    const after = readContent(dir);
    assert.deepEqual(after.problems, before.problems);
    assert.deepEqual(
      after.articles.map(({ id }) => id),
      before.articles.map(({ id }) => id),
    );
  }));

test('A name in small letters that is one of notes in capitals is that of an article', () =>
  withCase(undefined, async (path) => {
    const [fix = ''] = readdirSync(join(path, 'fixes'));
    copyFileSync(join(path, 'fixes', fix), join(path, 'fixes', `security${fix.slice(fix.lastIndexOf('.'))}`));
    const { articles } = readContent({ path, name: 'content' });
    assert.ok(articles.some(({ id }) => id === 'security'));
  }));

test('A link that leads nowhere, or to itself, is named; a file of the knowledge base is never taken for an empty one.', () =>
  withCase(undefined, async (path) => {
    rmSync(join(path, 'glossary.yaml'), { force: true });
    symlinkSync('nowhere.yaml', join(path, 'glossary.yaml'));
    symlinkSync('changes.yaml', join(path, 'changes.yaml'));
    symlinkSync('circle.mdx', join(path, 'fixes', 'circle.mdx'));
    symlinkSync('away', join(path, 'pages'));
    assert.deepEqual(
      readContent({ path, name: 'content' }).problems.map(({ kind, place }) => `${kind} ${place.file}`),
      [
        'unreadable-file content/fixes/circle.mdx',
        'unreadable-file content/pages',
        'unreadable-file content/glossary.yaml',
        'unreadable-file content/changes.yaml',
      ],
    );
  }));
