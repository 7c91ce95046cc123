import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Root } from 'mdast';
import { boxWideBlocks } from './scroll-boxes.ts';

test('a table gets a box with a name that takes the focus, and a program text its own drawing, wherever they stand; all else stays', () => {
  const tree: Root = {
    type: 'root',
    children: [
      { type: 'table', children: [] },
      {
        type: 'list',
        children: [{ type: 'listItem', children: [{ type: 'code', lang: 'sh', value: 'run' }] }],
      },
    ],
  };
  boxWideBlocks(tree, { table: 'Table' });
  assert.deepEqual(tree.children, [
    {
      type: 'blockquote',
      data: {
        hName: 'div',
        hProperties: { className: ['wide-box'], role: 'group', tabIndex: 0, ariaLabel: 'Table' },
      },
      children: [{ type: 'table', children: [] }],
    },
    {
      type: 'list',
      children: [
        {
          type: 'listItem',
          children: [
            {
              type: 'mdxJsxFlowElement',
              name: 'Code',
              attributes: [
                { type: 'mdxJsxAttribute', name: 'code', value: 'run' },
                { type: 'mdxJsxAttribute', name: 'language', value: 'sh' },
              ],
              children: [],
            },
          ],
        },
      ],
    },
  ]);
});
