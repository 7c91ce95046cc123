import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import sharp from 'sharp';
import type { BodyPart } from '../domain/body-part.ts';
import { withCase } from './fixtures/fixture-case.ts';
import { bodyPartsOf } from './markup.ts';
import { readContent } from './read/content.ts';

/** What the page of a cause shows whose file ends in `ending` and holds this text; components as their names and what was given to them. */
async function pageOf(
  text: string,
  ending: 'md' | 'mdx' = 'md',
  change = (file: string) => file,
): Promise<string> {
  let page = '';
  await withCase(undefined, async (path) => {
    const head = readFileSync(join(path, 'causes/crumbs-block-lever.mdx'), 'utf8').split('---')[1];
    writeFileSync(join(path, `causes/new-one.${ending}`), change(`---${head}---\n${text}`));
    await sharp({ create: { width: 4, height: 2, channels: 3, background: '#888' } }).toFile(
      join(path, 'pictures/lever.png'),
    );
    page = written(bodyPartsOf(readContent({ path, name: 'content' }), 'cause', 'new-one'));
  });
  return page;
}

function written(parts: readonly BodyPart[]): string {
  return parts
    .map((part) =>
      typeof part === 'string'
        ? part
        : `[${part.name} ${['kind', 'title', 'anchor', 'screenshot'].flatMap((name) => part.props[name] ?? []).join(' ')}|${written(part.inside)}]`,
    )
    .join('');
}

test('Comments among authors are not published, wherever they stand.', async () => {
  const page = await pageOf(
    '<!-- one -->\n\nA lever. <!-- two -->\n\n- It clicks.<!-- three --> <!--\nfour -->\n\n<!-- five --><!-- six -->\n',
  );
  assert.doesNotMatch(page, /<!--|one|two|three|four|five|six/);
  assert.doesNotMatch(await pageOf('A lever. {/* two */}\n\n{/* one */}\n', 'mdx'), /two|one/);
});

test('Line ends of Windows and of old Macs, and a byte order mark, give the page of the same text.', async () => {
  const text = '## Steps\n\n1. Push the lever {#push}\n   and wait.\n2. Look.\n';
  const expected = await pageOf(text);
  assert.match(
    expected,
    /<li id="push"[^>]*>\s*<p>Push the lever\s+and wait\.|<li id="push"[^>]*>\s*Push the lever\s+and wait\./,
  );
  for (const end of ['\r\n', '\r'])
    assert.equal(await pageOf(text, 'md', (file) => `\uFEFF${file.replaceAll('\n', end)}`), expected);
});

test('An image of a drawing is the drawing, with the words that the author gave it, wherever it stands.', async () => {
  for (const ending of ['md', 'mdx'] as const)
    for (const text of [
      '![The lever](pictures/stays-cold.svg)',
      '![The lever][it]\n\n[it]: ../pictures/stays-cold.svg',
      'See: ![The lever](stays-cold.svg)\n',
    ])
      assert.match(
        await pageOf(text, ending),
        /^(?:<p>See:<\/p>)?\s*\[Picture The lever picture-stays-cold\|\]$/,
        text,
      );
});

test('A screenshot is known by its name, with the words of its author, as an image and as a component.', async () => {
  for (const [ending, text] of [
    ['md', '![The lever](pictures/lever.png)'],
    ['mdx', '![The lever](pictures/lever.png)'],
    ['mdx', '<Picture id="lever" alt="The lever" />'],
  ] as const)
    assert.match(
      await pageOf(text, ending),
      /^\s*\[Picture The lever picture-lever lever\|\]\s*$/,
      `${ending}: ${text}`,
    );
});

test('An alert is a callout in both kinds of files.', async () => {
  for (const ending of ['md', 'mdx'] as const)
    assert.match(
      await pageOf('> [!CAUTION]\n> It is hot.\n', ending),
      /^\[Callout warning\|\s*<p>It is hot\.<\/p>\s*\]$/,
    );
});

test('Steps that go on after an interruption are numbered as their links say, in plain Markdown too.', async () => {
  const page = await pageOf('## Steps\n\n1. One.\n2. Two.\n\nWait.\n\n1. Three.\n');
  assert.deepEqual(
    [...page.matchAll(/data-step="(\d)"/g)].map(([, number]) => number),
    ['1', '2', '3'],
  );
  assert.match(page, /\[Steps \|<ol>[\s\S]*\[Steps \|<ol start="3">/);
  assert.match(page, /aria-label="[^"]*3[^"]*"/);
});
