import assert from 'node:assert/strict';
import { test } from 'node:test';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { liftBlocks } from './lift-blocks.ts';
import { parseBody, type Format } from './parse.ts';

const whole = {
  mdx: unified().use(remarkParse).use(remarkMdx).use(remarkGfm).freeze(),
  md: unified().use(remarkParse).use(remarkGfm).freeze(),
};

test('Every extension of GitHub is understood, whether or not a text looks as if it had one.', () => {
  const texts = [
    'One.\n\n1. Two\n   three\n2. *Four* **five** `six`\n\n> Seven\n\n## Eight',
    '| a | b |\n| - | - |\n| c | d |',
    'a\n:-\nb',
    'a\n-:\nb',
    '> a\n> :-:\n> b',
    'a | b\n- | -\nc | d',
    'See www.example.org now.',
    'See WWW.EXAMPLE.ORG now.',
    'See https://example.org now.',
    'See HTTP://EXAMPLE.ORG now.',
    'Write to help@example.org.',
    'Not ~~this~~ and not ~that~.',
    'A note.[^1]\n\n[^1]: Below.',
    '- [ ] open\n- [x] done\n- [X] done',
    'a\n---\nb\n\n***',
    '[a](b) ![c](d) [e][f]\n\n[f]: g',
    'Line  \nbreak\\\nhere, and \\*this\\*.',
  ];
  for (const text of texts) {
    for (const format of ['mdx', 'md'] satisfies Format[]) {
      const expected = whole[format].parse(text);
      liftBlocks(expected);
      assert.deepEqual(parseBody(text, format).children, expected.children, `${format}: ${text}`);
    }
  }
});

test('words between letters that stand without spaces are bold and slanted, whatever signs they begin or end with', () => {
  for (const text of [
    '**太字**です。',
    'これは**「重要」**です。',
    '**Wichtig!**です。',
    '한국어**“강조”**입니다.',
    '请点**“设置”**。',
    '**注意：**请先备份',
  ])
    for (const format of ['md', 'mdx'] as const) {
      const [paragraph] = parseBody(text, format).children;
      assert.ok(
        paragraph?.type === 'paragraph' && paragraph.children.some(({ type }) => type === 'strong'),
        `${format}: ${text}`,
      );
    }
  const tree = JSON.stringify(
    parseBody('*「強調」*だ。~~前~~ 後。\n\n| 一 | 二 |\n| --- | --- |\n| a | b |', 'md'),
  );
  for (const type of ['emphasis', 'delete', 'table']) assert.ok(tree.includes(`"${type}"`), type);
});
