import type { Nodes, Paragraph, RootContent } from 'mdast';
import { wordsOf } from '../../markdown/find-anchors.ts';
import { count, type Block } from '../model.ts';
import { walk } from '../walk.ts';
import { change, drop, type BlockContext } from './block.ts';
import { cleanHtml, cleanInlineHtml, isElementName } from './html.ts';
import { mendWords, paragraph } from './mend.ts';
import { noiseOf } from './noise.ts';

/** A piece of HTML between paragraphs as Markdown; dropped where no words are left of it. */
export function cleanFlowHtml(block: Block, value: string, context: BlockContext): Block {
  const [, tag = ''] = /^\s*<\/?([A-Za-z][\w.-]*)/.exec(value) ?? [];
  if (tag !== '' && !isElementName(tag) && !context.mdx) {
    block.nodes = [paragraph(value)];
    for (const part of block.nodes) mendWords(part, context.constructs);
    return change(block, 'what is no HTML stays text');
  }
  const { nodes, anchors, removed } = cleanHtml(value);
  block.anchors.push(...anchors);
  for (const one of removed) count(context.constructs, one);
  const words = nodes.map((node) => wordsOf(node)).join(' ');
  if (words.trim() === '' && !nodes.some((node) => holdsPicture(node))) {
    block.fate = 'dropped';
    block.why = removed[0] ?? 'HTML without words';
    block.nodes = [];
    return block;
  }
  const also = noiseOf(paragraph(words), false);
  if (also !== undefined) return drop(block, also, context);
  block.nodes = nodes.map((node) =>
    isPhrasing(node) ? ({ type: 'paragraph', children: [node] } as Paragraph) : node,
  );
  for (const node of block.nodes) mendWords(node, context.constructs);
  return change(block, ['HTML became Markdown', ...removed.map((one) => `without ${one}`)].join(', '));
}

/** HTML between the words of a node as Markdown, in place; a placeholder such as `<name>` stays text. */
export function inlineHtml(block: Block, node: RootContent, context: BlockContext): void {
  walk(node, (child) => {
    if (child.type !== 'html') return;
    const [, tag = ''] = /^<\/?([A-Za-z][\w.-]*)/.exec(child.value) ?? [];
    const placeholder = tag !== '' && !isElementName(tag) && !(context.mdx && /^[A-Z]/.test(tag));
    if (placeholder) {
      Object.assign(child, { type: 'text' });
      change(block, 'what is no HTML stays text');
    }
    if (tag !== '' && !placeholder && !isElementName(tag)) child.value = '';
  });
  if (!holdsHtml(node)) return;
  const { nodes, anchors, removed } = cleanInlineHtml(node);
  block.anchors.push(...anchors);
  for (const one of removed) count(context.constructs, one);
  const words = nodes
    .map((one) => wordsOf(one))
    .join(' ')
    .trim();
  if (words === '' && !nodes.some((one) => holdsPicture(one))) {
    if (block.words === '' || removed.length > 0 || anchors.length > 0)
      return void drop(block, removed[0] ?? 'HTML without words', context);
    return;
  }
  const why = noiseOf(paragraph(words), false);
  if (why !== undefined) return void drop(block, why, context);
  block.nodes = nodes.map((one) =>
    isPhrasing(one) ? ({ type: 'paragraph', children: [one] } as Paragraph) : one,
  );
  change(block, 'HTML became Markdown');
}

function holdsPicture(node: Nodes): boolean {
  return node.type === 'image' || ('children' in node && node.children.some(holdsPicture));
}

/** True for a node with HTML in it. */
export function holdsHtml(node: Nodes): boolean {
  return node.type === 'html' || ('children' in node && node.children.some(holdsHtml));
}

function isPhrasing(node: Nodes): boolean {
  return ['text', 'strong', 'emphasis', 'inlineCode', 'link', 'image', 'delete', 'break'].includes(node.type);
}
