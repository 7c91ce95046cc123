import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { checkContent } from '../check-content.ts';
import { today, withCase } from '../fixtures/fixture-case.ts';

/** The writing rules that one change of the valid knowledge base breaks. */
async function rulesAfter(file: string, from: string, to: string): Promise<readonly string[]> {
  let rules: readonly string[] = [];
  await withCase(undefined, async (path) => {
    const text = readFileSync(join(path, file), 'utf8');
    assert.ok(text.includes(from), from);
    mkdirSync(path, { recursive: true });
    writeFileSync(
      join(path, file),
      text.replace(from, () => to),
    );
    const { problems } = checkContent({ path, name: 'content' }, today);
    rules = problems.filter(({ kind }) => kind.startsWith('writing-')).map(({ kind }) => kind);
  });
  return rules;
}

const fix = 'fixes/empty-crumb-tray.mdx';
const step = '3. Tip the crumbs into a bin.';
const stepIs = (words: string) => rulesAfter(fix, step, `3. ${words}`);
const textIs = (words: string) => rulesAfter(fix, 'This takes them out.', words);
const titleIs = (kind: 'fix' | 'symptom', title: string) =>
  kind === 'fix'
    ? rulesAfter(fix, 'title: Empty the crumb tray', `title: "${title}"`)
    : rulesAfter('symptoms/stays-cold.mdx', 'title: The toaster stays cold', `title: "${title}"`);

describe('A step that names its condition first is right, whatever its words', () => {
  const right = [
    'If the tray is full, tip it out.',
    'Check if the light blinks.',
    'Look and see if the tray is full.',
    'Ask a friend if it smells.',
    'Hold the button, even if it gets warm.',
    'Press **Clean** and, if asked, confirm.',
    'Note the colour, and if it fades.',
    'Let go only if the light is green.',
    'Press **If lit** once.',
    'Find out if the tray fits.',
  ];
  for (const words of right) test(words, async () => assert.deepEqual(await stepIs(words), []));
  const late = [
    'Tip the tray out if it is full.',
    'Press **Clean** if the light blinks.',
    'On the base, press the button if it is lit.',
    'Tip it out, if it is full.',
  ];
  for (const words of late)
    test(words, async () => assert.deepEqual(await stepIs(words), ['writing-condition-first']));
});

describe('A step may hold what belongs to one action', () => {
  const one = [
    'Press the button and let go.',
    'Turn the dial off and on again.',
    'Wait until the light is out, and then some.',
    'Pull the tray. It is hot. Take care.',
    'Press **Now then** twice.',
    'If it then blinks, wait.',
    'The light then goes out. Wait for it.',
  ];
  for (const words of one) test(words, async () => assert.deepEqual(await stepIs(words), []));
  const more = [
    'Pull the tray and then tip it out.',
    'Pull the tray, then tip it out.',
    'On the base, press the button, then wait.',
    'Pull the tray. Tip it out. Push it in.',
  ];
  for (const words of more)
    test(words, async () => assert.deepEqual(await stepIs(words), ['writing-one-action']));
});

describe('A step names the place before what is there', () => {
  const right = [
    'In **Menu**, press **Clean**.',
    'Open **Clean** in **Menu**',
    'Press **Clean** in the left row.',
    'Press **Clean** in 3 seconds.',
  ];
  for (const words of right.filter((words) => !words.startsWith('Open')))
    test(words, async () => assert.deepEqual(await stepIs(words), []));
  const wrong = [
    'Press **Clean** in **Menu**.',
    'Turn **Crisp** off in <Path to="browning" />.',
    'Press **Clean** under the **Menu** row.',
  ];
  for (const words of wrong)
    test(words, async () => assert.deepEqual(await stepIs(words), ['writing-place-first']));
});

describe('A title is judged by the words of its author', () => {
  const right: readonly ['fix' | 'symptom', string][] = [
    ['fix', 'Bring the lever back'],
    ['fix', 'Press and hold the lever'],
    ['fix', 'Do nothing for a day'],
    ['fix', 'Unplug it'],
    ['fix', 'Clean it with Model T2 and Toaster help'],
    ['symptom', 'It says “Please Wait Here” for hours'],
    ['symptom', 'The reset button does nothing'],
    ['symptom', 'A light comes on after a restart'],
    ['symptom', 'Is my toaster broken?'],
    ['symptom', 'E2 and E3 LED blink'],
  ];
  for (const [kind, title] of right)
    test(`${kind}: ${title}`, async () => assert.deepEqual(await titleIs(kind, title), []));
  const wrong: readonly ['fix' | 'symptom', string, string][] = [
    ['fix', 'How to empty the tray', 'writing-fix-title'],
    ['fix', 'Cleans the tray', 'writing-fix-title'],
    ['fix', 'Your tray is full', 'writing-fix-title'],
    ['fix', 'Cleaning', 'writing-fix-title'],
    ['fix', 'Empty The Crumb Tray Now', 'writing-title-case'],
    ['fix', 'Empty it.', 'writing-title-period'],
    ['symptom', 'Fix a cold toaster', 'writing-symptom-title'],
    ['symptom', 'Troubleshooting the lever', 'writing-symptom-title'],
    ['symptom', 'Restart your toaster', 'writing-symptom-title'],
  ];
  for (const [kind, title, rule] of wrong)
    test(`${kind}: ${title}`, async () => assert.deepEqual(await titleIs(kind, title), [rule]));
});

describe('A text neither blames nor promises nor hurries', () => {
  const right = [
    'If you forgot the code, this resets it.',
    'This is not your fault.',
    'It almost always works.',
    'Nothing is guaranteed.',
    'It may fix the lever.',
    'Adjust the tray. It is justified.',
    'The screen says “Please wait”.',
    'Press **Just Toast** now.',
    'It failed.',
    'Bread > toast, and 3 > 2.',
    'The dial goes from A to B.',
  ];
  for (const words of right) test(words, async () => assert.deepEqual(await textIs(words), []));
  const wrong: readonly [string, string][] = [
    ['You forgot the tray.', 'writing-blame'],
    ['It is your own fault.', 'writing-blame'],
    ['It always works.', 'writing-promise'],
    ['This will fix it.', 'writing-promise'],
    ['It is guaranteed.', 'writing-promise'],
    ['Just wait.', 'writing-plain-words'],
    ['This is easily done.', 'writing-plain-words'],
    ['Open Menu › Browning now.', 'writing-typed-path'],
    ['Open **Menu** > **Browning**.', 'writing-typed-path'],
    ['Go to “Menu → Browning”.', 'writing-typed-path'],
    [`${'word '.repeat(25)}word.`, 'writing-long-sentence'],
  ];
  for (const [words, rule] of wrong) test(words, async () => assert.deepEqual(await textIs(words), [rule]));
});

test('In a language that nobody has written rules for, only those that need no words apply.', async () => {
  assert.deepEqual(
    await rulesAfter('site.yaml', 'title: Toaster help', 'title: Toaster help\nlanguage: fr'),
    [],
  );
  await withCase(undefined, async (path) => {
    writeFileSync(join(path, 'site.yaml'), `${readFileSync(join(path, 'site.yaml'), 'utf8')}language: fr\n`);
    writeFileSync(
      join(path, fix),
      readFileSync(join(path, fix), 'utf8')
        .replace('title: Empty the crumb tray', 'title: Emptying The Crumb Tray.')
        .replace(step, '3. Please tip it out if it is full.'),
    );
    const { problems } = checkContent({ path, name: 'content' }, today);
    assert.deepEqual(
      problems.map(({ kind }) => kind),
      ['writing-title-period', 'language-without-words'],
    );
  });
});

test('A denied promise and a name that sounds like one are no promises.', async () => {
  for (const text of [
    'Nobody can guarantee that it works.',
    'It doesn’t mean that it always works.',
    'A new battery will not be the one that will fix it.',
    'Look at the Toast Guarantee first.',
  ])
    assert.deepEqual(await textIs(text), [], text);
  assert.deepEqual(await textIs('Nothing is lost. It always works.'), ['writing-promise']);
});

test('A rewrite is proposed only where it is the whole sentence.', async () => {
  const hints = async (step: string) => {
    let found: readonly string[] = [];
    await withCase(undefined, async (path) => {
      const file = join(path, fix);
      writeFileSync(file, readFileSync(file, 'utf8').replace('Pull the tray straight out.', step));
      found = checkContent({ path, name: 'content' }, today).problems.map(({ hint }) => hint);
    });
    return found;
  };
  assert.deepEqual(await hints('Press **Clean** in **Menu**.'), ['Write `In **Menu**, press **Clean**.`.']);
  assert.deepEqual(await hints('Press **Clean** in **Menu** and wait for the light.'), [
    'Begin the step with the place: `In **Menu**, …`.',
  ]);
  assert.deepEqual(await hints('Press the button if the light blinks.'), [
    'Write `If the light blinks, press the button.`.',
  ]);
  assert.deepEqual(await hints('Press the button if the light blinks; the fan stops.'), [
    'Begin the step with the condition: `If the light blinks, ….`',
  ]);
});

/** The problems of a base whose texts say this of crumbs, and with a title that has its words in capitals. */
async function kindsWhere(texts: string): Promise<readonly string[]> {
  let found: readonly string[] = [];
  await withCase(undefined, async (path) => {
    const file = join(path, fix);
    const text = readFileSync(file, 'utf8').replace(
      /^title: .*$/m,
      'title: Clean Toastmaster and Crumbkeeper',
    );
    writeFileSync(file, text.replace('Tip the crumbs', texts));
    found = checkContent({ path, name: 'content' }, today).problems.map(({ kind }) => kind);
  });
  return found;
}

test('A word that the texts write with a capital in every sentence is a name, also in a title.', async () => {
  const title = 'Clean Toastmaster And Crumbkeeper Now';
  assert.deepEqual(await titleIs('fix', title), ['writing-title-case']);
  assert.deepEqual(await kindsWhere('With Toastmaster and Crumbkeeper, tip the crumbs'), []);
});

test('A word that only begins a sentence, or that a text writes small as well, is no name.', async () => {
  const isCase = ['writing-title-case'];
  assert.deepEqual(await kindsWhere('Tip it. Toastmaster helps. Crumbkeeper helps. Tip the crumbs'), isCase);
  const small = 'With Toastmaster and Crumbkeeper, or a toastmaster and a crumbkeeper, tip the crumbs';
  assert.deepEqual(await kindsWhere(small), isCase);
});
