import type { Nodes, Paragraph, Parent, PhrasingContent, RootContent } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx';
import { componentOf } from './components.ts';

declare module 'mdast' {
  interface ParagraphData {
    /** No paragraph to MDX: its words stand by themselves in an element that fills its line. */
    bare?: boolean;
  }
}

/**
 * Takes block components out of paragraphs. An author writes `<Screen>` on the line below a step's words, which MDX reads as
 * part of that paragraph; a `<div>` inside a `<p>` would be invalid HTML.
 */
export function liftBlocks(node: Nodes): void {
  if (!('children' in node)) return;
  const parent = node as Parent;
  for (const child of parent.children) liftBlocks(child);
  parent.children = parent.children.flatMap((child) => (child.type === 'paragraph' ? split(child) : [child]));
}

function split(paragraph: Paragraph): RootContent[] {
  if (!paragraph.children.some(isBlock)) return [paragraph];
  const alone = standsAlone(paragraph);
  const parts: RootContent[] = [];
  let words: PhrasingContent[] = [];
  const flush = (): void => {
    const trimmed = trim(words);
    if (trimmed.length > 0) parts.push({ ...paragraph, children: trimmed });
    words = [];
  };
  for (const child of paragraph.children) {
    if (!isBlock(child)) {
      words.push(child);
      continue;
    }
    flush();
    parts.push(asBlock(child, alone));
  }
  flush();
  return parts;
}

function isBlock(node: Nodes): node is MdxJsxTextElement {
  return node.type === 'mdxJsxTextElement' && componentOf(node.name)?.flow === 'block';
}

/** `alone`: nothing but elements stood in its line, so that MDX shows its words without a paragraph; those around them know it by `bare`. */
function asBlock(element: MdxJsxTextElement, alone: boolean): MdxJsxFlowElement {
  const { type: _, children, ...rest } = element;
  const words = trim(children);
  const inner: MdxJsxFlowElement['children'] = words.every((child) => isBlock(child) || isSpace(child))
    ? words.filter(isBlock).map((inner) => asBlock(inner, false))
    : [
        {
          type: 'paragraph',
          children: words,
          ...(alone ? { data: { bare: true } } : {}),
          ...(element.position ? { position: element.position } : {}),
        },
      ];
  return {
    type: 'mdxJsxFlowElement',
    ...rest,
    children: inner.flatMap((child) =>
      child.type === 'paragraph' ? (split(child) as typeof inner) : [child],
    ),
  };
}

/** Whether a paragraph holds elements only, and perhaps space between them. */
function standsAlone({ children }: Paragraph): boolean {
  return (
    children.every(
      (child) => child.type === 'mdxJsxTextElement' || child.type === 'mdxTextExpression' || isSpace(child),
    ) && children.some((child) => !isSpace(child))
  );
}

/**
 * Takes away the paragraphs in which MDX has none: around elements that stand alone in their lines, and around the words of
 * those that do. The tree of the check keeps them, because to an author they are paragraphs like others.
 */
export function unwrapElements(node: Nodes): void {
  if (!('children' in node)) return;
  const parent = node as Parent;
  for (const child of parent.children) unwrapElements(child);
  parent.children = parent.children.flatMap((child): RootContent[] => {
    if (child.type !== 'paragraph') return [child];
    if (child.data?.bare) return child.children;
    return standsAlone(child) ? child.children.filter((inner) => !isSpace(inner)) : [child];
  });
}

function isSpace(node: Nodes): boolean {
  return node.type === 'text' && node.value.trim() === '';
}

function trim(words: readonly PhrasingContent[]): PhrasingContent[] {
  const kept = [...words];
  while (kept[0] && isSpace(kept[0])) kept.shift();
  while (kept.length > 0 && isSpace(kept.at(-1) as Nodes)) kept.pop();
  const first = kept[0];
  if (first?.type === 'text') kept[0] = { ...first, value: first.value.trimStart() };
  const last = kept.at(-1);
  if (last?.type === 'text') kept[kept.length - 1] = { ...last, value: last.value.trimEnd() };
  return kept;
}
