import type { Nodes, RootContent } from 'mdast';
import { wordsOf } from '../../markdown/find-anchors.ts';
import { count, type Block } from '../model.ts';
import { walk } from '../walk.ts';

/** What taking a text apart needs to know. */
export interface BlockContext {
  readonly mdx: boolean;
  readonly constructs: Map<string, number>;
  /** The blocks of a text that is included by its relative address; undefined where it is not found. */
  readonly include: (address: string) => readonly Block[] | undefined;
}

/** Leaves a block out, and counts why. */
export function drop(
  block: Block,
  why: string,
  { constructs }: Pick<BlockContext, 'constructs'>,
  name = why,
): Block {
  block.fate = 'dropped';
  block.why = why;
  block.nodes = [];
  count(constructs, name);
  return block;
}

/** Says that a block was changed, and why. */
export function change(block: Block, why: string): Block {
  block.fate = 'changed';
  block.why = block.why ? `${block.why}, ${why}` : why;
  return block;
}

/** A block with the node as it was read. */
export function newBlock(node: RootContent, line: number): Block {
  const words = node.type === 'html' || node.type === 'code' ? node.value : wordsOf(node);
  return {
    line,
    kind: isPicture(node) ? 'picture' : node.type === 'blockquote' ? 'quote' : node.type,
    nodes: [node],
    anchors: [],
    why: '',
    words: words.replace(/\s+/g, ' ').trim().slice(0, 100),
  };
}

/** True for a paragraph that only shows a picture. */
export function isPicture(node: RootContent): boolean {
  if (node.type !== 'paragraph') return false;
  const parts = node.children.filter((child) => child.type !== 'text' || child.value.trim() !== '');
  if (parts.length > 0 && parts.every(holdsOnlyPicture)) return true;
  const [first] = node.children;
  return first?.type === 'text' && /^\s*:::image\b/.test(first.value);
}

function holdsOnlyPicture(node: Nodes): boolean {
  if (node.type === 'image' || node.type === 'imageReference') return true;
  return node.type === 'link' && node.children.length > 0 && node.children.every(holdsOnlyPicture);
}

/** The words that stand for a picture. */
export function altOf(node: RootContent): string {
  const [, alt] = /\balt-text="([^"]*)"/.exec(wordsOf(node)) ?? [];
  if (alt !== undefined) return alt;
  const found: string[] = [];
  walk(node, (child) => {
    if ((child.type === 'image' || child.type === 'imageReference') && child.alt) found.push(child.alt);
  });
  return found.join(', ');
}
