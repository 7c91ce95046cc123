import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { unified } from '@astrojs/markdown-remark';
import type { Picture } from '../domain/knowledge/picture.ts';
import { wordsOf } from '../words/words-of.ts';
import { remarkArticle } from './remark-article.ts';
import { remarkReader } from './remark-reader.ts';

const { markup, content, callout } = wordsOf('en');
const picture: Picture = { viewBox: '0 0 9 9', title: 'A lever', shapes: '<path d="M0 0h9"/>' };
const given = {
  platforms: [],
  uiPaths: {},
  glossary: [],
  pictures: new Map([['lever', picture]]),
  tombstones: [],
  words: { ...markup, callout, steps: content.headings.steps, ranges: content.ranges },
};

/** The HTML that a page shows of the text of a `.md` file. */
async function htmlOf(text: string): Promise<string> {
  const renderer = await unified({
    gfm: false,
    smartypants: false,
    remarkPlugins: [remarkReader, [remarkArticle, { readMarkup: () => given }]],
  }).createRenderer({ syntaxHighlight: false });
  const { code } = await renderer.render(text, {
    frontmatter: {},
    fileURL: pathToFileURL('/kb/fixes/toast.md'),
  });
  return code;
}

test('Comments among authors are not published, wherever they stand.', async () => {
  const html = await htmlOf(
    '<!-- one -->\n\nA lever. <!-- two -->\n\n- It clicks.<!-- three --> <!--\nfour -->\n\n<!-- five --><!-- six -->\n',
  );
  assert.doesNotMatch(html, /<!--|one|two|three|four|five|six/);
  assert.match(html, /<p>A lever\.\s*<\/p>/);
});

test('Line ends of Windows and of old Macs give the page of the same text, and ids at the end of a line.', async () => {
  const text = '## Steps\n\n1. Push the lever {#push}\n   and wait.\n2. Look.\n';
  const expected = await htmlOf(text);
  assert.match(expected, /<li id="push"[^>]*>\s*Push the lever\s+and wait\./);
  for (const end of ['\r\n', '\r'])
    assert.equal(await htmlOf(`\uFEFF${text.replaceAll('\n', end)}`), expected);
});

test('An image of a drawing is the drawing, with the words that the author gave it.', async () => {
  for (const text of [
    '![The "lever"](pictures/lever.svg)',
    '![The "lever"][it]\n\n[it]: ../pictures/lever.svg',
  ])
    assert.equal(
      (await htmlOf(text)).trim(),
      '<figure id="picture-lever" class="md-drawing"><svg class="picture" viewBox="0 0 9 9" role="img" aria-label="The &#x22;lever&#x22;"><path d="M0 0h9"></path></svg></figure>',
    );
});

test('An alert is a remark with its name.', async () =>
  assert.match(
    await htmlOf('> [!CAUTION]\n> It is hot.'),
    /^<div class="md-callout" data-kind="warning" role="note">\s*<p class="md-name">[^<]+<\/p>\s*<p>It is hot\.<\/p>\s*<\/div>$/,
  ));

test('Steps that go on after an interruption are numbered as their links say.', async () => {
  const html = await htmlOf('1. One.\n2. Two.\n\nWait.\n\n1. Three.\n');
  assert.deepEqual(
    [...html.matchAll(/data-step="(\d)"/g)].map(([, number]) => number),
    ['1', '2', '3'],
  );
  assert.match(html, /<ol start="3">/);
  assert.match(html, /aria-label="[^"]*3[^"]*"/);
});
