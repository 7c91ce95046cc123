import assert from 'node:assert/strict';
import { test } from 'node:test';
import { attribute, wordsOf } from '../find-anchors.ts';
import { articleTree } from './article-tree.ts';

test('An alert of GitHub is a callout, whatever stands in it and however its mark is written.', () => {
  const kinds = ['NOTE', 'Tip', 'IMPORTANT', 'warning', 'CAUTION'].map((mark) => {
    const [callout] = articleTree(`> [!${mark}]\n> Mind *this*.\n>\n> - And that.\n`, 'mdx').children;
    assert.ok(callout?.type === 'mdxJsxFlowElement' && callout.name === 'Callout', mark);
    assert.equal(wordsOf(callout), 'Mind this. And that.');
    return attribute(callout, 'kind');
  });
  assert.deepEqual(kinds, ['note', 'tip', 'note', 'warning', 'warning']);
});

test('Words behind the mark, hard line ends and alerts inside of lists are understood.', () => {
  for (const [source, said] of [
    ['> [!NOTE] Mind this.', 'Mind this.'],
    ['> [!NOTE]  \n> Mind this.', 'Mind this.'],
    ['1. One.\n\n   > [!TIP]\n   > Mind this.', 'One. Mind this.'],
  ] as const)
    for (const format of ['md', 'mdx'] as const)
      assert.equal(wordsOf(articleTree(source, format)), said, source);
});

test('A quotation, an unknown mark and a mark with a backslash stay what they are.', () => {
  for (const source of ['> Said.', '> [!INFO]\n> a', '> \\[!NOTE]\n> a', 'a\n\n[!NOTE]\nb'])
    for (const format of ['md', 'mdx'] as const) {
      const tree = articleTree(source, format);
      assert.ok(!JSON.stringify(tree).includes('allout'), source);
    }
});
