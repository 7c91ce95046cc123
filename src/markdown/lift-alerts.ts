import type { Blockquote, Nodes, Parent, RootContent } from 'mdast';
import type { MdxJsxFlowElement } from 'mdast-util-mdx-jsx';
import type { ComponentName } from './components.ts';

const callout: ComponentName = 'Callout';

/** The signs of GitHub's alerts, and the kind of callout that each becomes. */
const kinds: Readonly<Record<string, string>> = {
  NOTE: 'note',
  TIP: 'tip',
  IMPORTANT: 'warning',
  WARNING: 'warning',
  CAUTION: 'warning',
};

/** Makes callouts of quotes that begin with `[!NOTE]` or another sign of an alert: in `.md` there are no components. */
export function liftAlerts(node: Nodes): void {
  if (!('children' in node)) return;
  const parent = node as Parent;
  for (const child of parent.children) liftAlerts(child);
  parent.children = parent.children.map((child) =>
    child.type === 'blockquote' ? (calloutOf(child) ?? child) : child,
  );
}

function calloutOf(quote: Blockquote): RootContent | undefined {
  const [first, ...rest] = quote.children;
  const [text, ...others] = first?.type === 'paragraph' ? first.children : [];
  if (first?.type !== 'paragraph' || text?.type !== 'text') return undefined;
  const [sign, name = ''] = /^\[!([A-Z]+)\][ \t]*(?:\n|$)/.exec(text.value) ?? [];
  const kind = Object.hasOwn(kinds, name) ? kinds[name] : undefined;
  if (sign === undefined || kind === undefined) return undefined;
  const value = text.value.slice(sign.length);
  const words = [...(value === '' ? [] : [{ ...text, value }]), ...others];
  // A line break written with two spaces or a backslash parts the sign from the words as well.
  if (words[0]?.type === 'break') words.shift();
  return {
    type: 'mdxJsxFlowElement',
    name: callout,
    attributes: [{ type: 'mdxJsxAttribute', name: 'kind', value: kind }],
    children: [...(words.length > 0 ? [{ ...first, children: words }] : []), ...rest],
    ...(quote.position ? { position: quote.position } : {}),
  } satisfies MdxJsxFlowElement;
}
