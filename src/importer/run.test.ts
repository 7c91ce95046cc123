import assert from 'node:assert/strict';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { checkContent } from '../articles/check-content.ts';
import { oldSite } from './fixtures/old-site.ts';
import { htmlReport } from './report/html.ts';
import { reportOf } from './report/report.ts';
import { textReport } from './report/text.ts';
import { planImport, runImport, type RunOutcome } from './run.ts';

interface Sites {
  readonly old: string;
  readonly content: string;
}

/** A copy of the old site and an empty folder for the new one. */
function withSites(use: (sites: Sites) => void): void {
  const root = mkdtempSync(join(tmpdir(), 'mendbook-run-'));
  const sites = { old: join(root, 'old'), content: join(root, 'content') };
  try {
    cpSync(oldSite, sites.old, { recursive: true });
    mkdirSync(sites.content);
    use(sites);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

function run({ content }: Sites): RunOutcome {
  const outcome = runImport(content, false);
  if ('errors' in outcome) assert.fail(outcome.errors.join('\n'));
  return outcome;
}

/** Every file with its bytes and the moment it was written. */
function filesBelow(folder: string): ReadonlyMap<string, string> {
  return new Map(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => statSync(join(folder, name)).isFile())
      .sort()
      .map((name) => [
        name,
        `${statSync(join(folder, name)).mtimeMs} ${readFileSync(join(folder, name), 'utf8')}`,
      ]),
  );
}

const article = 'articles/only-a-workaround.md';
const fix = 'fixes/only-a-workaround-fix.md';

test('A second plan and a second run write nothing.', () => {
  withSites((sites) => {
    assert.ok(planImport(sites.content, sites.old, undefined).written);
    assert.ok(run(sites).wrote.length > 50);
    const before = filesBelow(sites.content);
    assert.ok(!planImport(sites.content, sites.old, undefined).written);
    assert.deepEqual(run(sites).wrote, []);
    assert.deepEqual(filesBelow(sites.content), before);
  });
});

test('A draft that nobody has touched follows its source; one that was edited gets a file beside it, and the check says so.', () => {
  withSites((sites) => {
    planImport(sites.content, sites.old, undefined);
    run(sites);
    const source = join(sites.old, article);
    const edit = (from: string, to: string): void =>
      writeFileSync(source, readFileSync(source, 'utf8').replace(from, to));
    edit('Add an empty row', 'Add two empty rows');
    assert.deepEqual(
      run(sites).wrote.filter((path) => path.endsWith('.md')),
      [fix],
    );
    assert.match(readFileSync(join(sites.content, fix), 'utf8'), /Add two empty rows/);
    writeFileSync(join(sites.content, fix), `${readFileSync(join(sites.content, fix), 'utf8')}\nMine.\n`);
    assert.equal(run(sites).states.get(fix), 'edited');
    edit('two empty rows', 'three empty rows');
    assert.equal(run(sites).states.get(fix), 'incoming');
    assert.match(readFileSync(join(sites.content, fix), 'utf8'), /two empty rows[\s\S]*Mine\./);
    assert.match(readFileSync(join(sites.content, `${fix}.incoming`), 'utf8'), /three empty rows/);
    const { problems } = checkContent({ path: sites.content, name: 'content' });
    assert.deepEqual(
      problems.filter(({ kind }) => kind === 'todo-incoming').map(({ place }) => place.file),
      [`content/${fix}`],
    );
    rmSync(join(sites.content, `${fix}.incoming`));
    assert.equal(run(sites).states.get(fix), 'edited');
    assert.ok(!existsSync(join(sites.content, `${fix}.incoming`)));
  });
});

test('What its author has deleted is not written again, and what somebody else has written is never overwritten.', () => {
  withSites((sites) => {
    mkdirSync(join(sites.content, 'symptoms'));
    writeFileSync(join(sites.content, 'symptoms/only-a-workaround.md'), 'mine');
    planImport(sites.content, sites.old, undefined);
    const first = run(sites);
    assert.equal(readFileSync(join(sites.content, 'symptoms/only-a-workaround.md'), 'utf8'), 'mine');
    assert.ok(first.states.has('symptoms/articles-only-a-workaround.md'));
    rmSync(join(sites.content, 'fixes/methods-as-h3-fix.md'));
    assert.equal(run(sites).states.get('fixes/methods-as-h3-fix.md'), 'deleted');
    assert.ok(!existsSync(join(sites.content, 'fixes/methods-as-h3-fix.md')));
  });
});

test('A link that lies in the place of a draft is not followed out of the content folder.', () => {
  withSites((sites) => {
    const victim = join(sites.old, '..', 'victim');
    writeFileSync(victim, 'precious');
    mkdirSync(join(sites.content, 'fixes'));
    symlinkSync(victim, join(sites.content, fix));
    planImport(sites.content, sites.old, undefined);
    run(sites);
    assert.equal(readFileSync(victim, 'utf8'), 'precious');
  });
});

test('The plan keeps what its author edited, and the run follows it.', () => {
  withSites((sites) => {
    planImport(sites.content, sites.old, 'https://old.example.org/docs');
    const path = join(sites.content, 'import.yaml');
    const text = readFileSync(path, 'utf8');
    assert.match(
      text,
      /^ {2}"articles\/runbook-stub\.md": runbook # headings Meaning, Impact, Diagnosis, Mitigation$/m,
    );
    writeFileSync(
      path,
      text
        .replace('"articles/methods-as-h3.md": article', '"articles/methods-as-h3.md": none')
        .replace('  symptom:\n', '  symptom:\n    - beobachtung\n'),
    );
    planImport(sites.content, sites.old, undefined);
    const again = readFileSync(path, 'utf8');
    assert.match(again, /"articles\/methods-as-h3\.md": none # edited/);
    assert.match(again, /^ {4}- beobachtung$/m);
    assert.match(again, /^baseUrl: "https:\/\/old\.example\.org\/docs"$/m);
    assert.ok(
      run(sites).made.leftOut.some(
        ({ path: left, reason }) => left.includes('methods-as-h3') && reason === 'by-hand',
      ),
    );
  });
});

test('Mistakes in import.yaml are told in sentences, and nothing is written.', () => {
  withSites((sites) => {
    assert.deepEqual(runImport(sites.content, false), {
      errors: ['There is no `content/import.yaml`. Write it with `npm run kb -- import plan FOLDER`.'],
    });
    writeFileSync(
      join(sites.content, 'import.yaml'),
      'source: ../old\nbaseUrl: nowhere\nheadings: { simptom: [x] }\nfiles: { a.md: blogg }\n',
    );
    const outcome = runImport(sites.content, false);
    assert.deepEqual('errors' in outcome && outcome.errors.map((error) => error.split('.')[0]), [
      '`baseUrl: nowhere` is no address like `https://example',
      '`simptom` in `headings` is no role',
      '`blogg` for `a',
    ]);
    assert.deepEqual(readdirSync(sites.content), ['import.yaml']);
  });
});

test('redirects.csv leads from every old page and heading to a place that exists.', () => {
  withSites((sites) => {
    planImport(sites.content, sites.old, 'https://old.example.org');
    run(sites);
    const rows = readFileSync(join(sites.content, 'redirects.csv'), 'utf8').trim().split('\n').slice(1);
    assert.ok(
      rows.includes(
        'https://old.example.org/articles/resolution-for-cause-n#resolution-for-cause-2,/fixes/resolution-for-cause-n-fix-2/',
      ),
    );
    assert.ok(
      rows.includes(
        'https://old.example.org/articles/only-a-workaround#status,/causes/only-a-workaround-cause/#status',
      ),
    );
    assert.ok(
      rows.includes(
        'https://old.example.org/articles/html-tables-and-breaks#gap,/causes/html-tables-and-breaks-cause/#what-happens',
      ),
    );
    const ends = rows.map((row) => row.slice(row.lastIndexOf(',') + 1));
    writeFileSync(
      join(sites.content, 'fixes/all.md'),
      `---\ntitle: All\nsummary: All\nminutes: 1\nprepares: true\nverify: x\n---\n\n## Steps\n\n1. ${ends.map((end) => `[x](${end})`).join(' ')}\n`,
    );
    const { problems } = checkContent({ path: sites.content, name: 'content' });
    assert.deepEqual(
      problems.filter(
        ({ kind, message }) => kind.startsWith('broken-') && !message.includes('Drafts do not count'),
      ),
      [],
    );
  });
});

test('The report tells everything in its first lines, as text and as one HTML file that runs nothing.', () => {
  withSites((sites) => {
    planImport(sites.content, sites.old, undefined);
    const report = reportOf(run(sites).made);
    const lines = textReport(report).split('\n').slice(0, 20).join('\n');
    for (const part of [
      /files: \d+ became drafts, \d+ were left out/,
      /\d+ blocks in = \d+ kept \+ \d+ moved \+ \d+ changed \+ \d+ dropped/,
      /To decide: /,
      /Dropped blocks: /,
      /Headings without a role: /,
      /Left out: /,
      /Links that lead nowhere: /,
    ])
      assert.match(lines, part);
    assert.match(textReport(report), /runbook-stub\.md: too-thin \(/);
    const html = htmlReport(report);
    assert.doesNotMatch(html, /<script|<iframe|<img|<link|<[^>]*\b(?:src|href|on\w+)=/i);
    assert.match(html, /&lt;iframe width=/);
  });
});
