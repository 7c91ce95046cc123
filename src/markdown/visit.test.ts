import { deepEqual } from 'node:assert/strict';
import type { Nodes, Parent, Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { test } from 'node:test';
import { EXIT, SKIP, visit as usual } from 'unist-util-visit';
import { visit } from './visit.ts';

const tree = (): Root =>
  fromMarkdown('# A *b*\n\n- one\n- two `c`\n\n  three\n\n> quoted **d [e](/f)** g\n\n---\n\nh');

/** What both visit of a tree, in which order, with their places, and what becomes of it. */
function alike(act: (node: Nodes, index: number | undefined, parent: Parent | undefined) => unknown): void {
  const seen = [usual, visit].map((each) => {
    const order: unknown[] = [];
    const root = tree();
    each(root, (node, index, parent) => {
      order.push([node.type, index, parent?.type]);
      return act(node, index, parent as Parent | undefined) as undefined;
    });
    return { order, root };
  });
  deepEqual(seen[1], seen[0]);
}

test('Nodes are visited in the order in which they stand, with their places', () => alike(() => undefined));

test('A visitor may leave out what stands in a node, or end the visit', () => {
  alike((node) => (node.type === 'list' || node.type === 'strong' ? SKIP : undefined));
  alike((node) => (node.type === 'listItem' ? EXIT : undefined));
  alike((node) => (node.type === 'link' ? [SKIP] : true));
});

test('A visitor may take nodes away or put others in their place, and say where to go on', () => {
  alike((node, index, parent) => {
    if (node.type !== 'listItem' && node.type !== 'inlineCode') return undefined;
    parent!.children.splice(index!, 1);
    return [SKIP, index];
  });
  alike((node, index, parent) => {
    if (node.type !== 'strong') return undefined;
    parent!.children.splice(index!, 1, ...node.children);
    return index;
  });
});

test('A visit may be of one type or of several', () => {
  for (const types of ['text', ['link', 'emphasis'], []]) {
    const [before, now] = [usual, visit].map((each) => {
      const seen: string[] = [];
      each(tree(), types, (node) => void seen.push(node.type));
      return seen;
    });
    deepEqual(now, before);
  }
});
