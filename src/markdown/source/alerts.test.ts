import assert from 'node:assert/strict';
import { test } from 'node:test';
import { attribute, wordsOf } from '../anchors.ts';
import { parseBody } from '../parse.ts';
import { nameAlerts } from './alerts.ts';

const words = { note: 'Note', tip: 'Tip', warning: 'Take care' };

test('An alert of GitHub is a callout, whatever stands in it and however its mark is written.', () => {
  const kinds = ['NOTE', 'Tip', 'IMPORTANT', 'warning', 'CAUTION'].map((mark) => {
    const [callout] = parseBody(`> [!${mark}]\n> Mind *this*.\n>\n> - And that.\n`, 'mdx').children;
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
      assert.equal(wordsOf(parseBody(source, format)), said, source);
});

test('Plain Markdown gets the look and the name of a callout.', () => {
  const tree = parseBody('> [!WARNING]\n> It is hot.', 'md');
  nameAlerts(tree, words);
  const [quote] = tree.children;
  assert.equal(quote?.type, 'blockquote');
  assert.deepEqual(quote.data?.hProperties, { className: ['md-callout'], dataKind: 'warning', role: 'note' });
  assert.equal(wordsOf(tree), 'Take care It is hot.');
});

test('A quotation, an unknown mark and a mark with a backslash stay what they are.', () => {
  for (const source of ['> Said.', '> [!INFO]\n> a', '> \\[!NOTE]\n> a', 'a\n\n[!NOTE]\nb'])
    for (const format of ['md', 'mdx'] as const) {
      const tree = parseBody(source, format);
      nameAlerts(tree, words);
      assert.ok(!JSON.stringify(tree).includes('allout'), source);
    }
});
