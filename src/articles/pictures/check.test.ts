import assert from 'node:assert/strict';
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import sharp from 'sharp';
import { problemsOf } from '../check-content.ts';
import { withCase } from '../fixtures/fixture-case.ts';
import { readContent } from '../read/content.ts';

const png = await sharp({ create: { width: 40, height: 20, channels: 3, background: '#888' } })
  .png()
  .toBuffer();

/** What the check says of a text in an article, of a knowledge base with the screenshot `screen` and its look for dark pages. */
async function problemsFor(text: string, change?: (path: string) => void): Promise<readonly string[]> {
  let found: readonly string[] = [];
  await withCase(undefined, async (path) => {
    for (const name of ['screen.png', 'screen.dark.png']) writeFileSync(join(path, 'pictures', name), png);
    appendFileSync(join(path, 'causes/crumbs-block-lever.mdx'), `\n${text}\n`);
    change?.(path);
    found = problemsOf(readContent({ path, name: 'content' })).map(({ kind, hint }) => `${kind}: ${hint}`);
  });
  return found;
}

test('a screenshot is shown with words for those who cannot see it, as an image and as a component alike', async () => {
  for (const text of [
    '![A screen](pictures/screen.png)',
    '![A screen](/pictures/screen.png)',
    '![A screen][it]\n\n[it]: ../pictures/screen.png',
    '<Picture id="screen" alt="A screen" />',
  ])
    assert.deepEqual(await problemsFor(text), [], text);
});

test('without words it is a problem; a drawing brings its own', async () => {
  const hint = 'missing-alt: Write `<Picture id="screen" alt="what is to be seen" />`.';
  assert.deepEqual(await problemsFor('<Picture id="screen" />'), [hint]);
  assert.deepEqual(await problemsFor('<Picture id="screen" alt=" " />'), [hint]);
  assert.deepEqual(await problemsFor('![](pictures/screen.png)'), [
    'missing-alt: Write `![what is to be seen](pictures/screen.png)`.',
  ]);
  assert.deepEqual(await problemsFor('![A screen](pictures/screen.png)\n\n<Picture id="stays-cold" />'), []);
});

test('a picture that is not there is a problem with the one that was meant', async () => {
  const elsewhere = (path: string): void =>
    appendFileSync(join(path, 'fixes/empty-crumb-tray.mdx'), '\n<Picture id="screen" alt="A screen" />\n');
  for (const [text, hint] of [
    ['![A](pictures/screem.png)', 'Did you mean `pictures/screen.png`?'],
    ['![A](pictures/screen.jpg)', 'Did you mean `pictures/screen.png`?'],
    ['![A](pictures/stays-cold.png)', 'Did you mean `pictures/stays-cold.svg`?'],
    ['![A](pictures/screen.PNG)', 'Did you mean `pictures/screen.png`?'],
    ['![A](pictures/screen.dark.png)', 'Write `pictures/screen.png`.'],
    ['<Picture id="screen.png" alt="A" />', 'Did you mean `<Picture id="screen" />`?'],
    ['<Picture id="screen.dark" alt="A" />', 'Did you mean `<Picture id="screen" />`?'],
  ] as const)
    assert.deepEqual(await problemsFor(text, elsewhere), [`unknown-picture: ${hint}`], text);
  assert.match(
    (await problemsFor('![A](zebra.gif)', elsewhere)).join(),
    /^unknown-picture: Put it there as an SVG, PNG/,
  );
  assert.match((await problemsFor('![A](data:image/png;base64,AA)', elsewhere)).join(), /^forbidden-markup/);
});

test('a screenshot cannot stand for a symptom, and one that nobody shows is named', async () => {
  const found = await problemsFor('', (path) => {
    const symptom = join(path, 'symptoms/stays-cold.mdx');
    writeFileSync(symptom, readFileSync(symptom, 'utf8').replace('picture: stays-cold', 'picture: screen'));
  });
  assert.match(found.join('\n'), /^unknown-picture: /m);
  assert.match((await problemsFor('')).join('\n'), /^unused-file: .*screen/);
});
