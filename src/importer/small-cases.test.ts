import assert from 'node:assert/strict';
import { test } from 'node:test';
import { importTexts, textOf, todosOf } from './fixtures/old-site.ts';
import { matchHeading } from './shape/headings.ts';
import { reportOf } from './report/report.ts';
import { textReport } from './report/text.ts';

const lamp = `# The lamp flickers

## Symptoms
The lamp flickers, see [a](gone.md) and [b](lost.md).

## Cause

### Cause 1: The bulb is loose
It was turned by hand, and nobody tightened it.

### Cause 2: The wire is bent
A bent wire breaks inside.

## Resolution for cause 2
1. Turn the lamp off.
2. Replace the wire.
3. Check that the lamp stays lit.

## Resolution for cause 1
1. Tighten the bulb.
2. Turn the lamp on.
`;
const made = importTexts({ 'lamp.md': lamp });

test('A heading that only stands above numbered causes is no cause of its own, and is counted.', () => {
  assert.deepEqual(
    made.files.map(({ path }) => path).filter((path) => path.startsWith('causes/')),
    ['causes/lamp-cause.md', 'causes/lamp-cause-2.md'],
  );
  const [file] = reportOf(made).files;
  assert.equal(file?.blocks.dropped, 1);
  assert.match(textReport(reportOf(made)), /stands above headings that became articles/);
});

test('A numbered cause below a heading has its own words as title and summary, and the fix of its number.', () => {
  const cause = textOf(made, 'causes/lamp-cause-2.md');
  assert.match(cause, /^title: The wire is bent$/m);
  assert.match(cause, /^summary: A bent wire breaks inside\.$/m);
  assert.match(textOf(made, 'fixes/lamp-fix.md'), /cause: lamp-cause-2, works: often/);
  assert.match(textOf(made, 'fixes/lamp-fix-2.md'), /cause: lamp-cause, works: often/);
});

test('Numbered solutions below a heading of their own are not those of the last cause, whatever stands above them.', () => {
  for (const intro of ['', 'Try these.\n\n']) {
    const base = importTexts({
      'tap.md': `# The tap drips\n\n## Symptoms\nIt drips.\n\n## Causes\n1. The seal is worn out.\n2. The pressure is too high.\n\n## Solutions\n${intro}### Solution 1: Change the seal\n1. Change the seal.\n\n### Solution 2: Turn a valve\n1. Turn the valve at the wall.\n`,
    });
    const fixes = base.files.filter(({ path }) => path.startsWith('fixes/'));
    for (const title of ['Change the seal', 'Turn a valve']) {
      const { path, text } = fixes.find((fix) => fix.text.includes(`title: ${title}`))!;
      assert.ok(todosOf(base, path).includes('edge'), text);
    }
    const turn = fixes.find(({ text }) => text.includes('title: Turn a valve'))!;
    assert.match(turn.text, /cause: tap-cause-2,/);
  }
});

test('A solution below the heading of a cause is for that cause.', () => {
  const nested = importTexts({
    'tap.md':
      '# The tap drips\n\n## Symptoms\nIt drips.\n\n## Cause 1: The seal is worn out\nIt is old.\n\n### Resolution\n1. Change it.\n\n## Cause 2: The pressure is too high\nThe pump pushes.\n\n### Resolution\n1. Turn the valve.\n',
  });
  assert.match(
    textOf(nested, 'fixes/tap-fix-2.md'),
    /solves:\n {2}- \{ cause: tap-cause-2, works: often \}\n(?! {2}-)/,
  );
  assert.ok(!todosOf(nested, 'fixes/tap-fix-2.md').includes('edge'));
});

test('A last step that only looks becomes `verify`, and the steps before it stay.', () => {
  const fix = textOf(made, 'fixes/lamp-fix.md');
  assert.match(fix, /^verify: Check that the lamp stays lit\.$/m);
  assert.match(fix, /## Steps\n\n1\. Turn the lamp off\.\n2\. Replace the wire\.\n*$/);
});

test('Bullets of which one says too little are the text of one cause, not causes.', () => {
  const rusty = importTexts({
    'gate.md':
      '# The gate stays shut\n\n## Symptoms\nIt stays shut.\n\n## Cause\nOne of these:\n\n- Rust\n- The motor that lifts it is broken\n\n## Resolution\n1. Oil the hinge.\n',
  });
  assert.equal(rusty.files.filter(({ path }) => path.startsWith('causes/')).length, 1);
  assert.match(textOf(rusty, 'causes/gate-cause.md'), /- Rust\n- The motor that lifts it is broken/);
});

test('Causes under headings without words below them are told by their headings.', () => {
  const bare = importTexts({
    'door.md':
      '# The door sticks\n\n## Symptoms\nIt sticks.\n\n## Cause\n\n### The frame is wet\n\n### The hinge is bent\n\n## Resolution\n1. Wait for dry days.\n',
  });
  assert.match(textOf(bare, 'causes/door-cause.md'), /^summary: The frame is wet\.?$/m);
  assert.match(textOf(bare, 'causes/door-cause-2.md'), /^title: The hinge is bent$/m);
});

test('An alert keeps what it says and loses only its sign.', () => {
  const warned = importTexts({
    'saw.md':
      '# The saw is loud\n\n## Symptoms\nIt is loud.\n\n## Cause\nThe blade is dull.\n\n## Resolution\n> [!WARNING]\n> Keep your hands away.\n>\n> Wear gloves.\n\n1. Change the blade.\n',
  });
  assert.match(
    textOf(warned, 'fixes/saw-fix.md'),
    /> \[!WARNING\]\n> Keep your hands away\.\n>\n> Wear gloves\./,
  );
});

test('Links that lead nowhere come by the number of articles that have them, and one is one.', () => {
  const two = importTexts({ 'lamp.md': lamp, 'lamp-2.md': lamp.replace('[a](gone.md) and ', '') });
  const dead = reportOf(two).deadLinks;
  assert.deepEqual(
    dead.map(({ target, from }) => [target, from.length]),
    [
      ['lost.md', 2],
      ['gone.md', 1],
    ],
  );
  assert.match(textReport(reportOf(two)), /Drafts: 2 symptoms, 4 causes, 4 fixes\./);
  assert.match(
    textReport(reportOf(made)),
    /^1 file: 1 became a draft, 0 were left out\.\nDrafts: 1 symptom, 2 causes, 2 fixes\./,
  );
});

test('A word that only hedges the name of a section does not hide it.', () => {
  const map = new Map([
    ['root cause', 'cause'],
    ['mitigations', 'fix'],
  ] as const);
  assert.deepEqual(matchHeading('Possible Mitigations', map), { role: 'fix' });
  assert.deepEqual(matchHeading('Root Cause Analysis:', map), { role: 'cause' });
  assert.equal(matchHeading('Possible pumps', map), undefined);
});
