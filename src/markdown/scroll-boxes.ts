import type { BlockContent, Parent, Root } from 'mdast';
import { visit } from 'unist-util-visit';

/** What a box is called for those who cannot see what is in it. */
export interface BoxWords {
  readonly table: string;
  readonly code: string;
}

/**
 * Puts tables and blocks of code, which cannot get narrower than their words, into boxes that scroll by themselves, so that
 * the page never does. A box takes the focus: it must scroll by keyboard too.
 */
export function boxWideBlocks(tree: Root, words: BoxWords): void {
  const wide: { readonly node: BlockContent; readonly parent: Parent }[] = [];
  visit(tree, ['table', 'code'], (node, _, parent) => {
    if (parent) wide.push({ node: node as BlockContent, parent });
  });
  for (const { node, parent } of wide)
    parent.children.splice(parent.children.indexOf(node), 1, boxOf(node, words));
}

/** A quotation only for Markdown: as HTML it is a group. */
function boxOf(node: BlockContent, words: BoxWords): BlockContent {
  return {
    type: 'blockquote',
    data: {
      hName: 'div',
      hProperties: {
        className: ['wide-box'],
        role: 'group',
        tabIndex: 0,
        ariaLabel: node.type === 'table' ? words.table : words.code,
      },
    },
    children: [node],
  };
}
