import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Root } from 'mdast';
import { boxWideBlocks } from './scroll-boxes.ts';

const words = { table: 'Table', code: 'Code' };

test('tables and code get a box with a name that takes the focus, wherever they stand; all else stays', () => {
  const tree: Root = {
    type: 'root',
    children: [
      { type: 'table', children: [] },
      { type: 'list', children: [{ type: 'listItem', children: [{ type: 'code', value: 'run' }] }] },
    ],
  };
  boxWideBlocks(tree, words);
  const box = (label: string, child: unknown) => ({
    type: 'blockquote',
    data: {
      hName: 'div',
      hProperties: { className: ['wide-box'], role: 'group', tabIndex: 0, ariaLabel: label },
    },
    children: [child],
  });
  assert.deepEqual(tree.children, [
    box('Table', { type: 'table', children: [] }),
    {
      type: 'list',
      children: [{ type: 'listItem', children: [box('Code', { type: 'code', value: 'run' })] }],
    },
  ]);
});
