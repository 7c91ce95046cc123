import type { BlockContent, Code, Parent, Root, Table } from 'mdast';
import type { MdxJsxFlowElement } from 'mdast-util-mdx-jsx';
import { visit } from './visit.ts';
import { codeBlock } from './components.ts';

/**
 * Puts tables and program texts, which cannot get narrower than their words, into boxes that scroll by themselves, so that
 * the page never does. `table` is what a box of a table is called for those who cannot see what is in it.
 */
export function boxWideBlocks(tree: Root, { table }: { readonly table: string }): void {
  const wide: { readonly node: Table | Code; readonly parent: Parent }[] = [];
  visit(tree, ['table', 'code'], (node, _, parent) => {
    if (parent) wide.push({ node: node as Table | Code, parent });
  });
  for (const { node, parent } of wide) {
    const box = node.type === 'table' ? boxOf(node, table) : drawn(node);
    parent.children.splice(parent.children.indexOf(node), 1, box);
  }
}

/** A box takes the focus: it must scroll by keyboard too. A quotation only for Markdown: as HTML it is a group. */
function boxOf(node: Table, label: string): BlockContent {
  return {
    type: 'blockquote',
    data: {
      hName: 'div',
      hProperties: { className: ['wide-box'], role: 'group', tabIndex: 0, ariaLabel: label },
    },
    children: [node],
  };
}

function drawn({ value, lang, position }: Code): MdxJsxFlowElement {
  const given = { code: value, ...(lang ? { language: lang } : {}) };
  return {
    type: 'mdxJsxFlowElement',
    name: codeBlock,
    attributes: Object.entries(given).map(([name, text]) => ({ type: 'mdxJsxAttribute', name, value: text })),
    children: [],
    ...(position ? { position } : {}),
  };
}
