import type { Blockquote, Definition, Nodes, Paragraph, Root, RootContent } from 'mdast';
import { walk, wordsOf } from '../../markdown/anchors.ts';
import { takeMarker } from '../../domain/permalinks/anchors.ts';
import { count, type Block } from '../model.ts';
import { cleanHtml, cleanInlineHtml, isElementName } from './html.ts';
import { mendWords, paragraph, pictureTodo, todoNode } from './mend.ts';
import { alsoRead, noiseOf } from './noise.ts';

/** What taking a text apart needs to know. */
export interface BlockContext {
  readonly mdx: boolean;
  readonly constructs: Map<string, number>;
  /** The blocks of a text that is included by its relative address; undefined where it is not found. */
  readonly include: (address: string) => readonly Block[] | undefined;
}

/** The blocks of a parsed text in order, each cleaned. `above` is the number of lines above the text. */
export function blocksOf(tree: Root, above: number, context: BlockContext): readonly Block[] {
  const addresses = addressesIn(tree);
  const blocks = tree.children.flatMap((node) => {
    const line = (node.position?.start.line ?? 1) + above;
    const included = includeOf(node);
    if (included !== undefined) return includedBlocks(included, line, context);
    resolveReferences(node, addresses);
    return [cleanBlock(node, line, context)];
  });
  dropFollowers(blocks, context);
  return blocks;
}

/** "Also read:" says what the list below it is. */
export function dropFollowers(blocks: readonly Block[], context: BlockContext): void {
  for (const [index, block] of blocks.entries()) {
    const before = blocks[index - 1];
    const [first] = block.nodes;
    if (before?.fate === 'dropped' && before.why === alsoRead && first?.type === 'list')
      drop(block, alsoRead, context);
  }
}

/** One block from a node of a text or of a page. */
export function cleanBlock(node: RootContent, line: number, context: BlockContext): Block {
  const block = newBlock(node, line);
  const why = isPicture(node) ? undefined : noiseOf(node, context.mdx);
  if (why !== undefined) return drop(block, why, context);
  if (node.type === 'html') return cleanFlowHtml(block, node.value, context);
  if (node.type === 'thematicBreak') return drop(block, 'line across the page', context);
  if (node.type === 'definition') {
    block.nodes = [];
    return change(block, 'its address stands in the links now');
  }
  if (node.type === 'footnoteDefinition') {
    block.nodes = [paragraph(`[${node.identifier}] ${wordsOf(node)}`)];
    return change(block, 'footnote became a paragraph');
  }
  if (isPicture(node)) {
    const alt = altOf(node);
    drop(block, `picture to be drawn: ${alt || 'no words for it'}`, context, 'picture');
    block.nodes = [pictureTodo(alt)];
    return block;
  }
  if (node.type === 'heading') takeIds(block, node, context);
  if (node.type === 'blockquote') takeAlert(block, node, context);
  if (holdsHtml(node)) inlineHtml(block, node, context);
  for (const part of block.nodes) {
    const mended = mendWords(part, context.constructs);
    if (mended.size > 0) change(block, [...mended].join(', '));
  }
  return block;
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

function change(block: Block, why: string): Block {
  block.fate = 'changed';
  block.why = block.why ? `${block.why}, ${why}` : why;
  return block;
}

function newBlock(node: RootContent, line: number): Block {
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

function cleanFlowHtml(block: Block, value: string, context: BlockContext): Block {
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

function inlineHtml(block: Block, node: RootContent, context: BlockContext): void {
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

/** `{#id}` behind a heading, and tabs of the old system, whose heading is a link to `#tab/…`. */
function takeIds(block: Block, node: RootContent & { type: 'heading' }, { constructs }: BlockContext): void {
  const last = node.children.at(-1);
  if (last?.type === 'text') {
    const { words, marker } = takeMarker(last.value);
    if (marker?.id !== undefined) {
      last.value = words.trimEnd();
      block.anchors.push(marker.id);
    }
  }
  const [only] = node.children;
  if (node.children.length === 1 && only?.type === 'link' && only.url.startsWith('#tab/')) {
    node.children = only.children;
    node.data = { ...node.data, tab: true } as NonNullable<typeof node.data>;
    count(constructs, 'tab');
  }
}

/** `> [!NOTE]` and `> **Note**`: the sign becomes bold words of the quote. */
function takeAlert(block: Block, quote: Blockquote, { constructs }: BlockContext): void {
  const first = quote.children[0];
  const text = first?.type === 'paragraph' ? first.children[0] : undefined;
  if (first?.type !== 'paragraph' || text?.type !== 'text') return;
  const [sign, kind = ''] = /^\s*\[!(\w+)[^\]]*\]\s*/.exec(text.value) ?? [];
  if (sign === undefined) return;
  text.value = text.value.slice(sign.length);
  if (/^div$/i.test(kind)) {
    block.nodes = quote.children.filter((child) => child !== first || wordsOf(first) !== '');
  } else {
    const label = `${kind.charAt(0).toUpperCase()}${kind.slice(1).toLowerCase()}:`;
    first.children.unshift(
      { type: 'strong', children: [{ type: 'text', value: label }] },
      { type: 'text', value: ' ' },
    );
  }
  count(constructs, 'alert');
  change(block, 'alert became a quote');
}

/** The address of `[!INCLUDE [name](address)]`, where a paragraph is nothing else. */
function includeOf(node: RootContent): string | undefined {
  if (node.type !== 'paragraph') return undefined;
  const [open, link, close] = node.children;
  return node.children.length === 3 &&
    open?.type === 'text' &&
    /^\[!include\s*$/i.test(open.value) &&
    link?.type === 'link' &&
    close?.type === 'text' &&
    close.value.trim() === ']'
    ? link.url
    : undefined;
}

function includedBlocks(address: string, line: number, context: BlockContext): readonly Block[] {
  const blocks = context.include(address);
  count(context.constructs, blocks ? 'include' : 'include not found');
  if (blocks) return blocks.map((block) => ({ ...block, line }));
  const block: Block = {
    line,
    kind: 'include',
    nodes: [],
    anchors: [],
    why: '',
    words: address.slice(0, 100),
  };
  drop(block, `include not found: ${address}`, { constructs: new Map() });
  block.nodes = [todoNode('text', `The text of ${address} was not in the folder.`)];
  return [block];
}

function addressesIn(tree: Root): ReadonlyMap<string, Definition> {
  const found = new Map<string, Definition>();
  walk(tree, (node) => {
    if (node.type === 'definition' && !found.has(node.identifier)) found.set(node.identifier, node);
  });
  return found;
}

/** Gives every link its address, wherever in the text that stands. */
function resolveReferences(tree: Nodes, addresses: ReadonlyMap<string, Definition>): void {
  walk(tree, (node, parent) => {
    if (node.type !== 'linkReference' || !parent) return;
    const definition = addresses.get(node.identifier);
    Object.assign(node, { type: 'link', url: definition?.url ?? '' });
  });
}

function isPicture(node: RootContent): boolean {
  if (node.type !== 'paragraph') return false;
  const parts = node.children.filter((child) => child.type !== 'text' || child.value.trim() !== '');
  if (parts.length > 0 && parts.every(holdsOnlyPicture)) return true;
  return /^:::image\b/.test(wordsOf(node));
}

function holdsOnlyPicture(node: Nodes): boolean {
  if (node.type === 'image' || node.type === 'imageReference') return true;
  return node.type === 'link' && node.children.length > 0 && node.children.every(holdsOnlyPicture);
}

function holdsPicture(node: Nodes): boolean {
  return node.type === 'image' || ('children' in node && node.children.some(holdsPicture));
}

function altOf(node: RootContent): string {
  const [, alt] = /\balt-text="([^"]*)"/.exec(wordsOf(node)) ?? [];
  if (alt !== undefined) return alt;
  const found: string[] = [];
  walk(node, (child) => {
    if ((child.type === 'image' || child.type === 'imageReference') && child.alt) found.push(child.alt);
  });
  return found.join(', ');
}

function holdsHtml(node: Nodes): boolean {
  return node.type === 'html' || ('children' in node && node.children.some(holdsHtml));
}

function isPhrasing(node: Nodes): boolean {
  return ['text', 'strong', 'emphasis', 'inlineCode', 'link', 'image', 'delete', 'break'].includes(node.type);
}
