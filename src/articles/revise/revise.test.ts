import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { comparePermalinks, withFresh } from '../../domain/permalinks/compare.ts';
import { formatLedger } from '../../domain/permalinks/ledger.ts';
import { severityOf } from '../../domain/problems/problem.ts';
import { checkContent } from '../check-content.ts';
import { today, withCase } from '../fixtures/fixture-case.ts';
import { liveSiteOf } from '../permalinks/live-site.ts';
import { readContent } from '../read/content.ts';
import { openDesk, type Desk, type Refusal } from './desk.ts';
import { mergeArticles } from './merge.ts';
import { renameArticle } from './rename.ts';
import { settle } from './settle.ts';
import { similarArticles } from './similar.ts';
import { extractSteps, splitArticle } from './split.ts';

const secondFix = `---
title: Empty the crumb drawer
summary: Crumbs under the heater can hold the lever up.
minutes: 4
says: ["E2"]
solves:
  - { cause: crumbs-block-lever, works: often } # measured
  - { cause: magnet-without-power, works: rarely }
verify: The lever stays down.
sources: [{ title: "A second guide" }]
---
## Steps

1. On the back, find the edge of the tray.
2. Pull the tray straight out.
3. Shake the toaster over a sink. See [the first step](/fixes/empty-crumb-tray/#pull-the-tray-straight-out).
`;

/** The toaster with a second fix that says nearly the same, everything published. */
async function published(use: (desk: Desk, read: (file: string) => string) => void): Promise<void> {
  await withCase(undefined, async (path) => {
    writeFileSync(join(path, 'fixes', 'empty-crumb-drawer.md'), secondFix);
    writeFileSync(
      join(path, 'asked.yaml'),
      '- page: /fixes/empty-crumb-tray/\n  queries: [the drawer is full]\n',
    );
    const { fresh } = comparePermalinks([], liveSiteOf(readContent({ path, name: 'content' })));
    writeFileSync(join(path, 'permalinks.json'), formatLedger(withFresh([], fresh, today)));
    use(openDesk({ path, name: 'content' }), (file) => readFileSync(join(path, file), 'utf8'));
  });
}

/** Settles a desk; the check has no error then, and no published address is lost. */
function settled(desk: Desk, done: Refusal | object | undefined): readonly string[] {
  assert.ok(!done || !('errors' in done), JSON.stringify(done));
  const outcome = settle(desk, today);
  assert.ok('led' in outcome, JSON.stringify(outcome, null, 1));
  const { content, problems } = checkContent(desk.dir, today);
  assert.deepEqual(
    problems.filter((problem) => severityOf(problem) === 'error'),
    [],
  );
  assert.deepEqual(comparePermalinks(content.ledger?.entries ?? [], liveSiteOf(content)).lost, []);
  return outcome.led;
}

test('A renamed article keeps its old address, and everything that named it names the new id.', () =>
  published((desk, read) => {
    settled(desk, renameArticle(desk, 'empty-crumb-tray', 'clean-tray'));
    assert.match(read('fixes/clean-tray.mdx'), /^was: \[empty-crumb-tray\]$/m);
    assert.match(read('fixes/reset-the-base.mdx'), /^requires: \[clean-tray\]$/m);
    assert.match(read('fixes/empty-crumb-drawer.md'), /\/fixes\/clean-tray\/#pull-the-tray-straight-out/);
    assert.match(read('glossary.yaml'), /link: \/fixes\/clean-tray\//);
    assert.match(read('asked.yaml'), /^- page: \/fixes\/clean-tray\/$/m);
    assert.ok(!existsSync(join(desk.dir.path, 'fixes/empty-crumb-tray.mdx')));
  }));

test('A page of the owner’s own is renamed like an article, and follows the articles that it links to.', () =>
  published((desk, read) => {
    mkdirSync(join(desk.dir.path, 'pages'));
    const page = (title: string, text: string): string =>
      `---\ntitle: ${title}\nsummary: Ours.\n---\n${text}\n`;
    writeFileSync(
      join(desk.dir.path, 'pages/about.mdx'),
      page('About us', 'See [the tray](/fixes/empty-crumb-tray/#steps).'),
    );
    writeFileSync(join(desk.dir.path, 'pages/privacy.mdx'), page('What we keep', 'See [us](/pages/about/).'));
    const next = openDesk(desk.dir);
    settled(next, renameArticle(next, 'about', 'who-we-are'));
    assert.match(read('pages/who-we-are.mdx'), /^was: \[about\]$/m);
    assert.match(read('pages/privacy.mdx'), /\(\/pages\/who-we-are\/\)/);
    const last = openDesk(desk.dir);
    settled(last, renameArticle(last, 'empty-crumb-tray', 'clean-tray'));
    assert.match(read('pages/who-we-are.mdx'), /\/fixes\/clean-tray\/#steps/);
    const other = openDesk(desk.dir);
    assert.ok(renameArticle(other, 'clean-tray', 'privacy'));
  }));

test('A renamed cause and a renamed symptom are found in questions, groups and links.', () =>
  published((desk, read) => {
    settled(desk, renameArticle(desk, 'magnet-without-power', 'dead-magnet'));
    assert.match(read('questions/does-the-light-come-on.yaml'), /dead-magnet/);
    const next = openDesk(desk.dir);
    settled(next, renameArticle(next, 'stays-cold', 'cold'));
    assert.match(read('site.yaml'), /symptoms: \[pops-up-at-once, cold\]/);
    assert.match(read('symptoms/pops-up-at-once.mdx'), /symptom: cold, .*\n[\s\S]*\(\/symptoms\/cold\/\)/);
  }));

test('An article may take back the id that it had, and no other may.', () =>
  published((desk) => {
    settled(desk, renameArticle(desk, 'empty-crumb-tray', 'clean-tray'));
    const other = openDesk(desk.dir);
    const refusal = renameArticle(other, 'reset-the-base', 'empty-crumb-tray');
    assert.match(refusal?.errors.join() ?? '', /was the id of `content\/fixes\/clean-tray\.mdx`/);
    settled(other, renameArticle(other, 'clean-tray', 'empty-crumb-tray'));
    assert.deepEqual(
      readContent(desk.dir).articles.find(({ id }) => id === 'empty-crumb-tray')?.article?.was,
      ['clean-tray'],
    );
  }));

test('Of two fixes that say the same one stays, with the edges of both, and each step of the other leads to its twin or a note.', () =>
  published((desk, read) => {
    const done = mergeArticles(desk, 'empty-crumb-tray', 'empty-crumb-drawer');
    const led = settled(desk, done);
    const fix = readContent(desk.dir).articles.find(({ id }) => id === 'empty-crumb-tray')?.article;
    assert.ok(fix?.kind === 'fix');
    assert.deepEqual(
      fix.solves.map(({ cause, works }) => `${cause} ${works}`),
      ['crumbs-block-lever almost-always', 'magnet-without-power rarely'],
    );
    assert.deepEqual(fix.was, ['empty-crumb-drawer']);
    assert.deepEqual(fix.says, ['E2']);
    assert.deepEqual(
      fix.sources.map(({ title }) => title),
      ['Model T2 user guide, Cleaning', 'A second guide'],
    );
    assert.deepEqual(led, [
      '/fixes/empty-crumb-drawer/#shake-the-toaster-over-a-sink → /fixes/empty-crumb-tray/, with a note',
    ]);
    assert.match(
      read('tombstones.yaml'),
      /page: \/fixes\/empty-crumb-drawer\/, anchor: shake-the-toaster-over-a-sink/,
    );
    assert.ok(done && 'left' in done && done.left.some((passage) => passage.startsWith('Shake the toaster')));
  }));

test('Causes are merged with their edges on both sides, and no edge stands twice.', () =>
  published((desk, read) => {
    settled(desk, mergeArticles(desk, 'magnet-without-power', 'crumbs-block-lever'));
    assert.match(read('fixes/empty-crumb-drawer.md'), /cause: magnet-without-power, works: rarely/);
    assert.doesNotMatch(read('fixes/empty-crumb-drawer.md'), /crumbs-block-lever/);
    assert.match(read('fixes/empty-crumb-tray.mdx'), /cause: magnet-without-power, works: almost-always/);
  }));

test('A published page is not merged into a draft, and only articles of one kind become one.', () =>
  published((desk) => {
    const errors = (done: Refusal | object): string => ('errors' in done ? String(done.errors) : '');
    assert.match(errors(mergeArticles(desk, 'empty-crumb-tray', 'stays-cold')), /only two of a kind/);
    assert.match(
      errors(mergeArticles(desk, 'empty-crumb-trai', 'stays-cold')),
      /Did you mean `empty-crumb-tray`/,
    );
    writeFileSync(
      join(desk.dir.path, 'fixes', 'empty-crumb-drawer.md'),
      secondFix.replace('minutes: 4', 'draft: true\nminutes: 4'),
    );
    const again = openDesk(desk.dir);
    assert.match(
      errors(mergeArticles(again, 'empty-crumb-drawer', 'empty-crumb-tray')),
      /a published page cannot become one/,
    );
  }));

test('Steps that become a fix of their own keep their links, and the others are numbered anew.', () =>
  published((desk, read) => {
    const led = settled(
      desk,
      splitArticle(
        desk,
        'empty-crumb-drawer',
        { first: 1, last: 2 },
        { id: 'pull-tray', title: 'Pull the tray' },
      ),
    );
    assert.match(read('fixes/pull-tray.md'), /1\. On the back[^\n]*\n2\. Pull the tray straight out\.\n$/);
    assert.match(read('fixes/empty-crumb-drawer.md'), /^1\. Shake the toaster/m);
    assert.ok(
      led.includes(
        '/fixes/empty-crumb-drawer/#pull-the-tray-straight-out → /fixes/pull-tray/#pull-the-tray-straight-out',
      ),
    );
  }));

test('The last step goes with all its lines, and what follows the list stays.', () =>
  published((desk, read) => {
    const path = join(desk.dir.path, 'fixes', 'empty-crumb-drawer.md');
    const long = '3. Shake the toaster over a sink,\nall of it.\n\n   Not over the carpet.\n\n   - Twice.\n';
    writeFileSync(path, `${secondFix.replace(/^3\. .*\n/m, long)}\nThe tray is clean now.\n`);
    const again = openDesk(desk.dir);
    settled(
      again,
      splitArticle(
        again,
        'empty-crumb-drawer',
        { first: 3, last: 3 },
        { id: 'shake-toaster', title: 'Shake the toaster' },
      ),
    );
    assert.match(
      read('fixes/shake-toaster.md'),
      /1\. Shake the toaster over a sink,\nall of it\.\n\n {3}Not over the carpet\.\n\n {3}- Twice\.\n$/,
    );
    const rest = read('fixes/empty-crumb-drawer.md');
    assert.match(rest, /^2\. .*\n\nThe tray is clean now\.\n$/m);
    assert.doesNotMatch(rest, /carpet|Twice|all of it/);
  }));

test('A section becomes an article of its own, and links to its heading lead there.', () =>
  published((desk, read) => {
    const led = settled(
      desk,
      splitArticle(
        desk,
        'crumbs-block-lever',
        { heading: 'How to recognise it' },
        { id: 'gritty-lever', title: 'The lever is gritty' },
      ),
    );
    assert.match(read('causes/gritty-lever.mdx'), /explains:\n {2}- \{ symptom: pops-up-at-once/);
    assert.deepEqual(led, [
      '/causes/crumbs-block-lever/#how-to-recognise-it → /causes/gritty-lever/#how-to-recognise-it',
    ]);
    for (const file of ['fixes/empty-crumb-tray.mdx', 'fixes/empty-crumb-drawer.md'])
      assert.match(read(file), /cause: gritty-lever, works/);
  }));

test('First steps that fixes share become one that they require.', () =>
  published((desk, read) => {
    const led = settled(
      desk,
      extractSteps(
        desk,
        ['empty-crumb-tray', 'empty-crumb-drawer'],
        { id: 'open-the-back', title: 'Open the back' },
        undefined,
      ),
    );
    assert.match(read('fixes/open-the-back.mdx'), /prepares: true/);
    assert.doesNotMatch(read('fixes/open-the-back.mdx'), /solves/);
    for (const file of ['fixes/empty-crumb-tray.mdx', 'fixes/empty-crumb-drawer.md'])
      assert.match(read(file), /^requires: \[open-the-back\]$/m);
    assert.match(read('fixes/empty-crumb-tray.mdx'), /<Steps>\n1\. Tip the crumbs/);
    assert.match(
      read('fixes/empty-crumb-drawer.md'),
      /\]\(\/fixes\/open-the-back\/#pull-the-tray-straight-out\)/,
    );
    assert.equal(led.filter((line) => line.includes('→ /fixes/open-the-back/#')).length, 4);
  }));

test('Drafts that become one leave no note, for nobody has a link to them.', () =>
  published((desk) => {
    for (const id of ['first-draft', 'second-draft'])
      writeFileSync(
        join(desk.dir.path, 'fixes', `${id}.md`),
        secondFix
          .replace('minutes: 4', 'draft: true\nminutes: 4')
          .replace('says: ["E2"]\n', '')
          .replace('2. Pull', `2. See ${id}. Pull`),
      );
    const drafts = openDesk(desk.dir);
    settled(drafts, mergeArticles(drafts, 'first-draft', 'second-draft'));
    assert.ok(!existsSync(join(desk.dir.path, 'tombstones.yaml')));
    assert.deepEqual(readContent(desk.dir).articles.find(({ id }) => id === 'first-draft')?.article?.was, [
      'second-draft',
    ]);
  }));

test('Where the check would find an error, nothing is written.', () =>
  published((desk, read) => {
    const before = read('fixes/empty-crumb-tray.mdx');
    const done = splitArticle(
      desk,
      'empty-crumb-tray',
      { heading: 'Steps' },
      { id: 'other', title: 'Other' },
    );
    assert.equal(done, undefined);
    assert.ok('problems' in settle(desk, today));
    assert.equal(read('fixes/empty-crumb-tray.mdx'), before);
    assert.ok(!existsSync(join(desk.dir.path, 'fixes/other.mdx')));
  }));

test('Two fixes with the same first steps and nearly the same title are named, with the reason and the command.', () =>
  published((desk) => {
    const [pair, ...more] = similarArticles(desk.content);
    assert.deepEqual(more, []);
    assert.deepEqual(pair?.ids, ['empty-crumb-drawer', 'empty-crumb-tray']);
    assert.deepEqual(pair.because.slice(0, 2), [
      'Their first 2 steps are the same, of 3 and 3.',
      '75 % of the words of their titles are the same.',
    ]);
    assert.match(pair.command, /^kb extract NEW-ID "Title" empty-crumb-drawer empty-crumb-tray$/);
  }));
