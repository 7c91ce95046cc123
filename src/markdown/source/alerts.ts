import type { Blockquote, Nodes, Parent, Root } from 'mdast';
import type { MdxJsxFlowElement } from 'mdast-util-mdx-jsx';

/** Which remark each alert of GitHub is. */
const kinds: Readonly<Record<string, AlertKind>> = {
  NOTE: 'note',
  TIP: 'tip',
  IMPORTANT: 'note',
  WARNING: 'warning',
  CAUTION: 'warning',
};

type AlertKind = 'note' | 'tip' | 'warning';

// Obsidian folds remarks by a sign behind the mark; here they are always open.
const mark = /^\[!([A-Za-z]+)\][+-]?[ \t]*(?:\n|$)?/;

/** Makes a `<Callout>` of each quotation that begins with a mark like `[!NOTE]`, also in plain Markdown. `source` is the text of the tree. */
export function takeAlerts(tree: Root, source: string): void {
  takeIn(tree, source);
}

function takeIn(node: Nodes, source: string): void {
  if (!('children' in node)) return;
  const parent = node as Parent;
  for (const child of parent.children) takeIn(child, source);
  parent.children = parent.children.map((child) =>
    child.type === 'blockquote' ? alertIn(child, source) : child,
  );
}

function alertIn(quote: Blockquote, source: string): Blockquote | MdxJsxFlowElement {
  const [first, ...rest] = quote.children;
  const words = first?.type === 'paragraph' ? first.children[0] : undefined;
  const found = words?.type === 'text' ? mark.exec(words.value) : null;
  const kind = kinds[found?.[1]?.toUpperCase() ?? ''];
  // With a backslash before it the mark is meant as it stands.
  if (source[words?.position?.start.offset ?? 0] !== '[') return quote;
  if (!found || !kind || first?.type !== 'paragraph' || words?.type !== 'text') return quote;
  const left = words.value.slice(found[0].length);
  const others = first.children.slice(left === '' && first.children[1]?.type === 'break' ? 2 : 1);
  const said = left === '' ? others : [{ ...words, value: left }, ...others];
  const children = said.length > 0 ? [{ ...first, children: said }, ...rest] : rest;
  return {
    type: 'mdxJsxFlowElement',
    name: 'Callout',
    attributes: [{ type: 'mdxJsxAttribute', name: 'kind', value: kind }],
    children,
    ...(quote.position ? { position: quote.position } : {}),
  };
}
