import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parse } from 'yaml';
import { importOldSite, importTexts, oldArticle, textOf, todosOf } from './fixtures/old-site.ts';
import type { Import } from './import-folder.ts';
import { reportOf } from './report/report.ts';

const made = importOldSite();
const report = reportOf(made);

function fieldsOf(path: string, from: Import = made): Record<string, unknown> {
  return parse(textOf(from, path).split(/^---$/m)[1] ?? '') as Record<string, unknown>;
}

function bodyOf(path: string, from: Import = made): string {
  return textOf(from, path).split(/^---$/m).slice(2).join('---').trim();
}

function fileReport(name: string) {
  const file = report.files.find(({ path }) => path.includes(name));
  assert.ok(file, `${name} is not in the report.`);
  return file;
}

describe('Structures of old articles', () => {
  test('Bullets below the cause become causes, and one fix for both asks which it solves.', () => {
    assert.deepEqual(fieldsOf('symptoms/two-causes-in-bullets.md'), {
      title: 'The boiler shows E7 and stays cold',
      summary: 'The display shows E7, and the water stays cold.',
      draft: true,
      says: ['E7'],
      checkedOn: '2024-03-14',
      sources: [{ title: 'KB 40711' }],
    });
    assert.equal(fieldsOf('causes/two-causes-in-bullets-cause.md')['title'], 'The filter is full of lime');
    assert.equal(
      fieldsOf('causes/two-causes-in-bullets-cause-2.md')['title'],
      'The pump was switched off at the wall',
    );
    assert.deepEqual(fieldsOf('fixes/two-causes-in-bullets-fix.md')['solves'], [
      { cause: 'two-causes-in-bullets-cause', works: 'often' },
      { cause: 'two-causes-in-bullets-cause-2', works: 'often' },
    ]);
    assert.deepEqual(todosOf(made, 'fixes/two-causes-in-bullets-fix.md'), [
      'edge',
      'minutes',
      'split',
      'title',
      'verify',
      'works',
    ]);
    assert.deepEqual(todosOf(made, 'symptoms/two-causes-in-bullets.md'), ['platform']);
    assert.deepEqual(fileReport('two-causes-in-bullets').blocks, {
      in: 9,
      kept: 6,
      moved: 1,
      changed: 0,
      dropped: 2,
    });
  });

  test('A resolution for cause N solves exactly that cause, and a link to its heading leads to the page of the fix.', () => {
    assert.equal(fieldsOf('causes/resolution-for-cause-n-cause-2.md')['title'], 'The remote is stuck');
    assert.deepEqual(fieldsOf('fixes/resolution-for-cause-n-fix.md')['solves'], [
      { cause: 'resolution-for-cause-n-cause', works: 'often' },
    ]);
    assert.deepEqual(fieldsOf('fixes/resolution-for-cause-n-fix-2.md')['solves'], [
      { cause: 'resolution-for-cause-n-cause-2', works: 'often' },
    ]);
    assert.match(
      bodyOf('fixes/resolution-for-cause-n-fix-2.md'),
      /\[Resolution for cause 1\]\(\/fixes\/resolution-for-cause-n-fix\/\)/,
    );
    assert.deepEqual(todosOf(made, 'causes/resolution-for-cause-n-cause.md'), ['likelihood', 'title']);
    assert.ok(!todosOf(made, 'fixes/resolution-for-cause-n-fix.md').includes('edge'));
  });

  test('Methods under headings are a fix each, and a remark stays with the method that it names.', () => {
    assert.equal(fieldsOf('fixes/methods-as-h3-fix.md')['title'], 'Turn it by keys');
    assert.equal(fieldsOf('fixes/methods-as-h3-fix-2.md')['title'], 'Turn it in the settings');
    assert.match(bodyOf('fixes/methods-as-h3-fix-2.md'), /> \[!IMPORTANT\]\n> Method 2 needs an account/);
    assert.doesNotMatch(bodyOf('fixes/methods-as-h3-fix.md'), /Important/);
    assert.deepEqual(todosOf(made, 'fixes/methods-as-h3-fix-2.md'), ['minutes', 'place', 'verify', 'works']);
  });

  test('A workaround is one, the cause says that it has no cure, and its status stays with it.', () => {
    assert.deepEqual(fieldsOf('fixes/only-a-workaround-fix.md')['solves'], [
      { cause: 'only-a-workaround-cause', works: 'workaround' },
    ]);
    assert.deepEqual(todosOf(made, 'causes/only-a-workaround-cause.md'), ['cure', 'title']);
    assert.match(bodyOf('causes/only-a-workaround-cause.md'), /## Status\n\nWe are working on it\./);
  });

  test('Paragraphs with code become steps, and the code stays byte for byte.', () => {
    const body = bodyOf('fixes/prose-resolution-with-code-fix.md');
    assert.equal(body.match(/^\d+\. /gm)?.length, 2);
    for (const code of ['runner stop\nrm /var/lib/runner/*.lock', '$ runner start\nready'])
      assert.ok(body.includes(code.replace(/^/gm, '   ')), `${code} is not in\n${body}`);
    assert.deepEqual(fieldsOf('symptoms/prose-resolution-with-code.md')['says'], ['lock held by pid 0']);
    assert.ok(todosOf(made, 'fixes/prose-resolution-with-code-fix.md').includes('loses'));
    assert.ok(todosOf(made, 'fixes/prose-resolution-with-code-fix.md').includes('steps'));
  });

  test('Conditions of a diagnosis are proposed causes, those of a mitigation fixes, and the diagnosis is a check.', () => {
    const id = 'runbook-diagnosis-holds-causes';
    assert.deepEqual(fieldsOf(`symptoms/${id}.md`)['says'], ['TankLevelTooHigh']);
    assert.deepEqual(fieldsOf(`symptoms/${id}.md`)['aliases'], ['tank level too high']);
    assert.equal(fieldsOf(`causes/${id}-cause.md`)['title'], 'The outlet is shut');
    assert.equal(fieldsOf(`causes/${id}-cause-2.md`)['title'], 'Too much flows in');
    assert.deepEqual(fieldsOf(`fixes/${id}-fix.md`)['solves'], [{ cause: `${id}-cause`, works: 'often' }]);
    assert.deepEqual(fieldsOf(`fixes/${id}-fix-2.md`)['solves'], [
      { cause: `${id}-cause-2`, works: 'often' },
    ]);
    assert.deepEqual(fieldsOf(`fixes/${id}-check.md`)['solves'], [
      { cause: `${id}-cause`, works: 'confirms' },
      { cause: `${id}-cause-2`, works: 'confirms' },
    ]);
    const toOther = report.deadLinks.filter(({ target }) => target === 'TankInletOpen.md');
    assert.deepEqual(toOther, [
      { target: 'TankInletOpen.md', why: 'not-in-the-folder', from: [`articles/${id}.md`] },
    ]);
  });

  test('A runbook that says nothing is left out, with what it says.', () => {
    const stub = made.leftOut.find(({ path }) => path === 'articles/runbook-stub.md');
    assert.deepEqual(stub, {
      path: 'articles/runbook-stub.md',
      reason: 'too-thin',
      detail: '“Diagnosis” says only “TODO”; “Mitigation” says only “Contact the vendor.”',
    });
  });

  test('Tabs are fixes, an include is read, and a picture is asked for with its words.', () => {
    const id = 'tabs-includes-images-escapes';
    assert.deepEqual(fieldsOf(`symptoms/${id}.md`)['says'], ['<unknown>']);
    assert.match(bodyOf(`causes/${id}-cause.md`), /The name of the account was never filled in\./);
    assert.match(
      bodyOf(`symptoms/${id}.md`),
      /<!-- TODO picture: A badge with the word unknown in place of the name -->/,
    );
    assert.match(textOf(made, `fixes/${id}-fix.md`), /TODO platform: It is for “On the phone”/);
    assert.match(textOf(made, `fixes/${id}-fix-2.md`), /TODO link: .*\/account\/profile/);
    const based = importOldSite({ baseUrl: 'https://example.org/docs' });
    assert.match(
      bodyOf(`fixes/${id}-fix-2.md`, based),
      /\]\(https:\/\/example\.org\/account\/profile\?view=full#name\)/,
    );
  });

  test('HTML becomes Markdown, comments are not published, and an anchor keeps its place.', () => {
    const id = 'html-tables-and-breaks';
    assert.match(bodyOf(`symptoms/${id}.md`), /\| Model \| Sensor \|\n\| -+ \| -+ \|\n\| P1 P2 \| Gap    \|/);
    assert.match(bodyOf(`fixes/${id}-fix.md`), /1\. Open the lid\.\n2\. Move the sensor to the left\./);
    assert.deepEqual(fieldsOf(`causes/${id}-cause.md`)['anchors'], [{ anchor: 'gap', now: 'what-happens' }]);
    assert.ok(made.files.every(({ text }) => !text.includes('ask the vendor')));
    assert.ok(
      fileReport(id).notes.some(({ why, words }) => why === 'comment' && words.includes('ask the vendor')),
    );
  });

  test('A byte-order mark, Windows line ends and German words change nothing, and the language is asked for.', () => {
    const id = 'bom-crlf-non-ascii';
    assert.equal(fieldsOf(`symptoms/${id}.md`)['title'], 'Kassenlade öffnet nicht – „Fehler 12“');
    assert.equal(bodyOf(`fixes/${id}-fix.md`), '## Steps\n\n1. Riegel lösen.\n2. Lade schließen.');
    assert.deepEqual(todosOf(made, `symptoms/${id}.md`), ['language']);
    assert.equal(fileReport(id).blocks.kept, fileReport(id).blocks.in);
  });

  test('Without a cause one is asked for, a reset asks what is lost, and a last look becomes the way to verify.', () => {
    const id = 'no-cause-heading-reset-loses-data';
    assert.deepEqual(fieldsOf(`symptoms/${id}.md`)['codes'], ['0x80070522']);
    assert.deepEqual(todosOf(made, `causes/${id}-cause.md`), ['cause']);
    const fix = fieldsOf(`fixes/${id}-fix.md`);
    assert.equal(fix['loses'], 'data');
    assert.deepEqual(fix['lost'], ['all alarms']);
    assert.equal(fix['verify'], 'Verify that the clock shows the right hour.');
    assert.ok(todosOf(made, `fixes/${id}-fix.md`).includes('loses'));
    assert.match(
      bodyOf(`fixes/${id}-fix.md`),
      /^## Before you start\n\n\*\*Warning:\*\* This deletes all alarms\./,
    );
    assert.ok(fileReport(id).notes.some(({ why }) => why.includes('step 3 became `verify`')));
  });

  test('A blog article loses its advertisements and nothing else.', () => {
    const file = fileReport('blog-with-ads');
    assert.deepEqual([file.family, file.symptoms, file.causes, file.fixes], ['blog', 1, 2, 3]);
    assert.deepEqual(file.blocks, { in: 16, kept: 4, moved: 0, changed: 4, dropped: 8 });
    assert.equal(fieldsOf('fixes/blog-with-ads-fix-3.md')['loses'], 'data');
    assert.match(textOf(made, 'fixes/blog-with-ads-fix.md'), /TODO title: The heading is a question/);
  });

  test('The article that the site was made for gives nine fixes, three causes and asks twice what is lost.', () => {
    const file = fileReport('undelivered-imessages');
    assert.deepEqual([file.symptoms, file.causes, file.fixes, file.blocks.in], [1, 3, 9, 88]);
    assert.equal(file.decisions['loses'], 2);
    const { constructs } =
      made.documents.find(({ source }) => source.path.includes('undelivered'))?.source ?? assert.fail();
    assert.equal(constructs.get('glued bold'), 22);
    assert.equal(constructs.get('typed path'), 8);
    // 17 pieces of HTML, 7 pictures, 3 times "Close", a credit, a disclaimer, 2 advertisements and the line above a list of links.
    assert.equal(file.blocks.dropped, 32);
  });

  test('An HTML page and an entry of a help desk are articles like the others.', () => {
    assert.match(
      bodyOf('fixes/gate-stays-shut-fix.md'),
      /1\. Wipe the sensor\.\n2\. Press the key again\. <!-- TODO picture: the key with an arrow -->/,
    );
    assert.equal(fieldsOf('symptoms/360001-scale-dark.md')['title'], 'The scale shows nothing');
    assert.match(bodyOf('fixes/360001-scale-dark-fix.md'), /1\. Open the lid\.\n2\. Put in a new battery\./);
    assert.ok(made.files.every(({ text }) => !/alert\(1\)|track\(\)|steal|All rights|Home/.test(text)));
    assert.ok(
      made.leftOut.some(({ path, reason }) => path.endsWith('#360002-hours') && reason === 'no-structure'),
    );
  });
});

describe('Headings in other forms', () => {
  const shape = (made: Import) =>
    made.files.map(({ path, text }) => [path, text.split(/^---$/m).slice(2).join('---')]);
  const plain =
    '## Symptoms\n\nIt is dark.\n\n## Cause\n\nThe plug is out.\n\n## Resolution\n\n1. Put the plug in.\n';
  const same: Readonly<Record<string, string>> = {
    'in capitals': plain.replace(/## (\w+)/g, (_, name: string) => `## ${name.toUpperCase()}`),
    'with colons': plain.replace(/## (\w+)/g, '## $1:'),
    'of the first level': plain.replaceAll('## ', '# '),
    'of the fourth level': plain.replaceAll('## ', '#### '),
    'in bold': plain.replace(/## (\w+)/g, '**$1**'),
    'in bold with a colon': plain.replace(/## (\w+)/g, '**$1:**'),
    underlined: plain.replace(/## (\w+)/g, '$1\n---'),
    numbered: plain.replace(/## (\w+)/g, '## 1. $1'),
  };
  for (const [form, text] of Object.entries(same))
    test(`Headings ${form} mean the same.`, () =>
      assert.deepEqual(shape(importTexts({ 'lamp.md': text })), shape(importTexts({ 'lamp.md': plain }))));

  test('Headings of another language mean what import.yaml says.', () => {
    const german = plain
      .replace('Symptoms', 'Symptome')
      .replace('Cause', 'Ursache')
      .replace('Resolution', 'Abhilfe');
    assert.equal(importTexts({ 'lamp.md': german }).documents.length, 0);
    const headings = new Map([
      ['symptome', 'symptom'],
      ['ursache', 'cause'],
      ['abhilfe', 'fix'],
    ] as const);
    assert.deepEqual(
      shape(importTexts({ 'lamp.md': german }, { headings })),
      shape(importTexts({ 'lamp.md': plain })),
    );
  });

  test('A cause and its resolution in another language find each other by their number.', () => {
    const headings = new Map([
      ['symptome', 'symptom'],
      ['ursache', 'cause'],
      ['lösung', 'fix'],
    ] as const);
    const text =
      '## Symptome\n\nEs ist dunkel.\n\n## Ursache 1: Der Stecker ist draußen\n\nEr liegt da.\n\n## Ursache 2: Die Birne ist kaputt\n\nSie ist schwarz.\n\n' +
      '## Lösung für Ursache 2\n\n1. Birne wechseln.\n\n## Lösung für Ursache 1\n\n1. Stecker einstecken.\n';
    const german = importTexts({ 'lampe.md': text }, { headings });
    assert.deepEqual(fieldsOf('fixes/lampe-fix.md', german)['solves'], [
      { cause: 'lampe-cause-2', works: 'often' },
    ]);
    assert.deepEqual(fieldsOf('fixes/lampe-fix-2.md', german)['solves'], [
      { cause: 'lampe-cause', works: 'often' },
    ]);
  });

  test('A family that import.yaml names is taken; `none` leaves a file out.', () => {
    const families = new Map([['articles/only-a-workaround.md', 'none']] as const);
    const left = importOldSite({ families }).leftOut.find(({ path }) => path.includes('only-a-workaround'));
    assert.equal(left?.reason, 'by-hand');
  });
});

test('A long list of steps is cut into lists that the check lets pass, and nothing of it is lost.', () => {
  const steps = Array.from({ length: 30 }, (_, index) => `1. Turn the screw number ${index + 1}.`).join('\n');
  const long = importTexts({ 'screws.md': `## Problem\n\nIt is loose.\n\n## Fix\n\n${steps}\n` });
  const body = bodyOf('fixes/screws-fix.md', long);
  assert.deepEqual(body.match(/number \d+/g)?.length, 30);
  assert.ok(todosOf(long, 'fixes/screws-fix.md').includes('split'));
});

test('A remark within a step stays a remark of that step, and words that only announce the steps are no summary.', () => {
  const text =
    '## Symptoms\n\nIt is dark.\n\n## Cause\n\nThe plug is out.\n\n## Resolution\n\nTo fix this, follow these steps:\n\n1. Put it in.\n\n    > [!CAUTION]\n    > It may be hot.\n\n2. Switch it on.\n';
  const lamp = importTexts({ 'lamp.md': text });
  assert.match(
    bodyOf('fixes/lamp-fix.md', lamp),
    /1\. Put it in\.\n\n {3}> \[!CAUTION\]\n {3}> It may be hot\./,
  );
  assert.equal(fieldsOf('fixes/lamp-fix.md', lamp)['summary'], 'Put it in.');
});

test('Ids come from the names of files and stay when titles change.', () => {
  const text = oldArticle('only-a-workaround');
  const one = importTexts({
    'a/TankLevelTooHigh.md': text,
    'b/TankLevelTooHigh.md': text,
    'Kassenlade öffnet nicht.md': text,
    'c/index.md': text,
  });
  assert.deepEqual(
    one.documents.map(({ drafts }) => drafts[0]?.id),
    ['tank-level-too-high', 'b-tank-level-too-high', 'kassenlade-oeffnet-nicht', 'c'],
  );
  const titled = importTexts({ 'a/TankLevelTooHigh.md': `---\ntitle: Something else\n---\n${text}` });
  assert.equal(titled.documents[0]?.drafts[0]?.id, 'tank-level-too-high');
});
