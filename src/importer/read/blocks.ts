import type { Blockquote, Definition, Nodes, Root, RootContent } from 'mdast';
import { wordsOf } from '../../markdown/find-anchors.ts';
import { takeMarker } from '../../domain/permalinks/anchors.ts';
import { count, type Block } from '../model.ts';
import { walk } from '../walk.ts';
import { altOf, change, drop, isPicture, newBlock, type BlockContext } from './block.ts';
import { cleanFlowHtml, holdsHtml, inlineHtml } from './html-blocks.ts';
import { alertSign, mendWords, paragraph, pictureTodo, todoNode } from './mend.ts';
import { alsoRead, noiseOf } from './noise.ts';

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
  if (holdsHtml(node)) inlineHtml(block, node, context);
  for (const part of block.nodes) {
    const mended = mendWords(part, context.constructs);
    if (mended.size > 0) change(block, [...mended].join(', '));
  }
  const [only] = block.nodes;
  for (const part of block.nodes)
    walk(part, (child) => {
      if (child.type === 'blockquote') takeAlert(block, child, context, child === only);
    });
  return block;
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

/** `> [!NOTE]` stays as it is, and the site makes a callout of it; a sign that it does not know becomes bold words. */
function takeAlert(block: Block, quote: Blockquote, { constructs }: BlockContext, whole: boolean): void {
  const first = quote.children[0];
  const text = first?.type === 'paragraph' ? first.children[0] : undefined;
  if (first?.type !== 'paragraph' || text?.type !== 'text') return;
  const [sign, kind = ''] = /^\s*\[!(\w+)[^\]]*\]\s*/.exec(text.value) ?? [];
  if (sign === undefined) return;
  text.value = text.value.slice(sign.length);
  if (whole && /^div$/i.test(kind)) {
    block.nodes = quote.children.filter((child) => child !== first || wordsOf(first) !== '');
  } else {
    if (callouts.test(kind)) {
      first.children.unshift(alertSign(kind));
      count(constructs, 'alert');
      change(block, 'alert became a callout');
      return;
    }
    const label = `${kind.charAt(0).toUpperCase()}${kind.slice(1).toLowerCase()}:`;
    first.children.unshift(
      { type: 'strong', children: [{ type: 'text', value: label }] },
      { type: 'text', value: ' ' },
    );
  }
  count(constructs, 'alert');
  change(block, 'alert became a quote');
}

const callouts = /^(?:note|tip|important|warning|caution)$/i;

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
