import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Root } from 'mdast';
import type { MdxJsxFlowElement } from 'mdast-util-mdx-jsx';
import { nameNeighbours } from './variant-neighbours.ts';

const variant = (ids: string): MdxJsxFlowElement => ({
  type: 'mdxJsxFlowElement',
  name: 'Variant',
  attributes: [{ type: 'mdxJsxAttribute', name: 'ids', value: ids }],
  children: [],
});

test('variants know what they and those beside them are for, and nothing of variants elsewhere', () => {
  const [first, second, elsewhere] = [variant('t1 t2'), variant('t2 app'), variant('oven')];
  const tree: Root = {
    type: 'root',
    children: [
      first!,
      { type: 'paragraph', children: [] },
      second!,
      { type: 'blockquote', children: [elsewhere!] },
    ],
  };
  const told = new Map<unknown, string>();
  nameNeighbours(tree, (node, name, value) => void told.set(node, `${name}: ${value}`));
  assert.deepEqual(
    [first, second, elsewhere].map((node) => told.get(node)),
    ['beside: t1 t2 app', 'beside: t1 t2 app', 'beside: oven'],
  );
});
