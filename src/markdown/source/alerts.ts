import type { Blockquote, Nodes, Paragraph, Parent, Root } from 'mdast';
import type { MdxJsxFlowElement } from 'mdast-util-mdx-jsx';
import { visit } from 'unist-util-visit';

/** Which remark each alert of GitHub is. */
const kinds: Readonly<Record<string, AlertKind>> = {
  NOTE: 'note',
  TIP: 'tip',
  IMPORTANT: 'note',
  WARNING: 'warning',
  CAUTION: 'warning',
};

export type AlertKind = 'note' | 'tip' | 'warning';

const mark = /^\[!([A-Za-z]+)\][ \t]*(?:\n|$)?/;

/** Makes a `<Callout>` of each quotation that begins with a mark like `[!NOTE]`; `.md`, which has no components, a quotation that `nameAlerts` knows. `source` is the text of the tree. */
export function takeAlerts(tree: Root, format: 'mdx' | 'md', source: string): void {
  takeIn(tree, format, source);
}

/** Gives the alerts of plain Markdown the look and the name of a callout. */
export function nameAlerts(tree: Root, words: Readonly<Record<AlertKind, string>>): void {
  visit(tree, 'blockquote', (quote) => {
    const { alert } = (quote.data ?? {}) as { readonly alert?: AlertKind };
    if (!alert) return;
    quote.data = {
      ...quote.data,
      hName: 'div',
      hProperties: { className: ['md-callout'], dataKind: alert, role: 'note' },
    };
    const name: Paragraph = {
      type: 'paragraph',
      data: { hProperties: { className: ['md-name'] } },
      children: [{ type: 'text', value: words[alert] }],
    };
    quote.children.unshift(name);
  });
}

function takeIn(node: Nodes, format: 'mdx' | 'md', source: string): void {
  if (!('children' in node)) return;
  const parent = node as Parent;
  for (const child of parent.children) takeIn(child, format, source);
  parent.children = parent.children.map((child) =>
    child.type === 'blockquote' ? alertIn(child, format, source) : child,
  );
}

function alertIn(quote: Blockquote, format: 'mdx' | 'md', source: string): Blockquote | MdxJsxFlowElement {
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
  if (format === 'md') {
    const data = { ...quote.data, alert: kind };
    return { ...quote, data, children };
  }
  return {
    type: 'mdxJsxFlowElement',
    name: 'Callout',
    attributes: [{ type: 'mdxJsxAttribute', name: 'kind', value: kind }],
    children,
    ...(quote.position ? { position: quote.position } : {}),
  };
}
