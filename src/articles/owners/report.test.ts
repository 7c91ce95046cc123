import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Finding } from '../../domain/owners/findings.ts';
import { ownersPage, ownersText } from '../../reports/owners.ts';
import { checkContent } from '../check-content.ts';
import { knowledgeBaseOf } from '../check/plans.ts';
import { publishedOf } from '../drafts/drafts.ts';
import { today, withCase } from '../fixtures/fixture-case.ts';
import { ownersReport } from './report.ts';

type Edit = (file: string, change: (text: string) => string) => void;

/** The report of the toaster after some edits. */
async function reported(edits: (edit: Edit) => void): Promise<readonly Finding[]> {
  let found: readonly Finding[] | undefined;
  await withCase(undefined, async (path) => {
    edits((file, change) => {
      const text = (() => {
        try {
          return readFileSync(join(path, file), 'utf8');
        } catch {
          return '';
        }
      })();
      writeFileSync(join(path, file), change(text));
    });
    const { content, problems } = checkContent({ path, name: 'content' }, today);
    const all = knowledgeBaseOf(content);
    const finished = knowledgeBaseOf(publishedOf(content));
    assert.ok(all && finished);
    found = ownersReport({ content, finished, all, problems, since: () => '2026-11-20', today });
  });
  return found ?? [];
}

const of = (found: readonly Finding[], kind: Finding['kind']) =>
  found.filter((finding) => finding.kind === kind);

test('What an article lacks is told, and the one that more readers come to first.', async () => {
  const found = of(await reported(() => undefined), 'lacks');
  assert.deepEqual(
    found.find(({ about }) => about.includes('crumbs-block-lever'))?.says,
    '`crumbs-block-lever` has no source, no owner.',
  );
  assert.deepEqual(
    found.find(({ about }) => about.includes('empty-crumb-tray'))?.says,
    '`empty-crumb-tray` has no picture, no owner.',
  );
  const shares = found.map(({ readers }) => readers);
  assert.deepEqual(
    shares,
    [...shares].sort((a, b) => b - a),
  );
});

test('A cause with only a way round it is a dead end, and hurts everybody who has it.', async () => {
  const [end, ...more] = of(
    await reported((edit) =>
      edit('fixes/reset-the-base.mdx', (text) => text.replace('works: often', 'works: workaround')),
    ),
    'dead-end',
  );
  assert.deepEqual(more, []);
  assert.deepEqual(end?.about, ['magnet-without-power']);
  // Half of the readers come with each symptom; of 90 % with a known cause, half have it there, and all here.
  assert.ok(Math.abs(end.readers - (0.5 * 0.45 + 0.5 * 0.9)) < 1e-9);
});

test('A fix that another makes needless stands in no plan, and a preparation is not blamed for it.', async () => {
  const found = await reported((edit) =>
    edit(
      'fixes/polish-the-hook.md',
      () =>
        '---\ntitle: Polish the hook\nsummary: Polish it.\nminutes: 300\nsolves:\n  - { cause: crumbs-block-lever, works: rarely }\nverify: It shines.\n---\n\n## Steps\n\n1. Polish the hook.\n',
    ),
  );
  assert.deepEqual(
    of(found, 'fix-in-no-plan').map(({ about }) => about),
    [['polish-the-hook']],
  );
});

test('A cause of one symptom is named with that symptom.', async () => {
  const found = of(await reported(() => undefined), 'cause-of-one-symptom');
  assert.deepEqual(
    found.map(({ about }) => about),
    [['crumbs-block-lever']],
  );
  assert.match(found[0]?.says ?? '', /explains `pops-up-at-once` only/);
});

test('Drafts come with their age and what is to be decided.', async () => {
  const found = of(
    await reported((edit) =>
      edit(
        'fixes/turn-it-round.md',
        () =>
          '---\ntitle: Turn it round\nsummary: Turn it.\ndraft: true\n# TODO minutes: A guess.\nminutes: 3\nsolves:\n  - { cause: crumbs-block-lever, works: often }\nverify: It works.\n---\n\n## Steps\n\n1. Turn it round.\n',
      ),
    ),
    'draft',
  );
  assert.deepEqual(
    found.map(({ says }) => says),
    ['`turn-it-round` has 1 thing to decide, and is 4 days old.'],
  );
});

test('An abbreviation of two articles that the glossary does not know is a term without an entry.', async () => {
  const add = (text: string): string => `${text}\nThe PTC and the NTC get warm.\n`;
  const found = (glossary: string) =>
    reported((edit) => {
      edit('causes/crumbs-block-lever.mdx', add);
      edit('causes/magnet-without-power.mdx', add);
      edit('glossary.yaml', (text) => `${text}${glossary}`);
    });
  assert.deepEqual(
    of(
      await found('- { id: ntc, term: NTC, meaning: A part that tells how warm it is. }\n'),
      'term-without-entry',
    ).map(({ says }) => says),
    ['“PTC” stands in 2 articles and in no entry of the glossary.'],
  );
});

test('Long sentences of long words are hard to read, short ones are not.', async () => {
  const hard =
    'Notwithstanding considerable manufacturing tolerances, electromechanical retention mechanisms occasionally experience intermittent disengagement whenever accumulated particulate contamination obstructs complementary engagement surfaces throughout repeated operational sequences. ';
  const easy = 'The lever has a hook. Crumbs fall on it. Then it does not close. ';
  const found = (text: string) =>
    reported((edit) => edit('causes/crumbs-block-lever.mdx', (old) => `${old}\n${text.repeat(5)}\n`));
  assert.match(
    of(await found(hard), 'hard-to-read')[0]?.says ?? '',
    /`crumbs-block-lever` is hard to read \(LIX \d\d/,
  );
  assert.deepEqual(of(await found(easy), 'hard-to-read'), []);
});

test('A question that never pays and two fixes that say the same are a part of the report.', async () => {
  const found = await reported((edit) => {
    edit(
      'fixes/empty-crumb-drawer.md',
      () =>
        '---\ntitle: Empty the crumb drawer\nsummary: Crumbs can hold the lever up.\nminutes: 3\nsolves:\n  - { cause: crumbs-block-lever, works: often }\nverify: It stays.\n---\n\n## Steps\n\n1. On the back, find the edge of the tray.\n2. Pull the tray straight out.\n3. Tip it.\n',
    );
    edit('questions/does-the-light-come-on.yaml', (text) =>
      text.replace('title:', 'minutes: 90\ntitle:').replace(/\nminutes: 0[^\n]*/, ''),
    );
  });
  assert.deepEqual(
    of(found, 'near-duplicate').map(({ about }) => about),
    [['empty-crumb-drawer', 'empty-crumb-tray']],
  );
  assert.equal(of(found, 'question-does-not-pay').length, 1);
});

test('The text begins with the number of each kind; the page runs nothing and shows what authors write as text.', async () => {
  const found = await reported(() => undefined);
  assert.match(ownersText(found), /^ {4}1 {2}Causes that explain one symptom only\n/);
  const page = ownersPage(
    [{ kind: 'lacks', about: ['x'], readers: 0.5, says: '`<script>alert(1)</script>` has no owner.' }],
    'Toast & <b>',
  );
  assert.doesNotMatch(page, /<script/);
  assert.match(page, /<h1>Toast &amp; &lt;b&gt;: what to mend<\/h1>/);
  assert.match(page, /<td>50\.0 %<\/td>/);
});
