import GithubSlugger from 'github-slugger';
import type { Heading, List, ListItem, Nodes, Parent, PhrasingContent, Root } from 'mdast';
import type { MdxJsxFlowElement } from 'mdast-util-mdx-jsx';
import { toString } from 'mdast-util-to-string';
import { idInComment, splitTrailingId, stepIdOf, type Anchor } from '../domain/anchors.ts';
import type { Format } from './parse.ts';

/** An anchor together with the node that carries it. */
export interface AnchoredNode {
  readonly anchor: Anchor;
  readonly node: Heading | ListItem | MdxJsxFlowElement;
}

/**
 * Finds every heading, step and picture of a body and the id of each; id comments are taken out of the tree.
 * Pure in its result: the same source always gives the same ids. Collisions are left in for the check to report.
 */
export function anchorsIn(tree: Root, format: Format): readonly AnchoredNode[] {
  const slugger = new GithubSlugger();
  const found: AnchoredNode[] = [];
  const add = (node: AnchoredNode['node'], kind: Anchor['kind'], text: string, explicit: string | undefined, id: string): void => {
    const { line, column } = node.position?.start ?? { line: 1, column: 1 };
    found.push({ node, anchor: { id: explicit ?? id, kind, text, line, column, explicit: explicit !== undefined } });
  };
  walk(tree, (node) => {
    if (node.type === 'heading') {
      const explicit = takeId(node, format);
      const text = wordsOf(node);
      add(node, 'heading', text, explicit, slugger.slug(text) || 'section');
    } else if (node.type === 'mdxJsxFlowElement' && node.name === 'Picture') {
      const id = attribute(node, 'id');
      if (id) add(node, 'picture', id, undefined, `picture-${id}`);
    }
  });
  for (const { item } of stepsIn(tree)) {
    const words = item.children[0];
    const explicit = words?.type === 'paragraph' ? takeId(words, format) : undefined;
    const text = words ? wordsOf(words) : '';
    add(item, 'step', text, explicit, stepIdOf(text));
  }
  return found.sort((a, b) => a.anchor.line - b.anchor.line || a.anchor.column - b.anchor.column);
}

/** The steps of a procedure: items of the ordered lists in `<Steps>`, or below a heading "Steps"; nested lists are not steps. */
export function stepsIn(tree: Root): readonly { readonly item: ListItem; readonly number: number }[] {
  const lists: List[] = [];
  for (const part of stepParts(tree)) collectLists(part, lists);
  return lists.flatMap((list) => list.children.map((item, index) => ({ item, number: (list.start ?? 1) + index })));
}

/** The parts of the tree that hold a procedure. */
export function stepParts(tree: Root): readonly Nodes[] {
  const parts: Nodes[] = [];
  let below = false;
  for (const node of tree.children) {
    if (node.type === 'heading') below = /^steps$/i.test(toString(node).trim());
    else if (node.type === 'mdxJsxFlowElement' && node.name === 'Steps') parts.push(node);
    else if (below && node.type === 'list' && node.ordered) parts.push(node);
  }
  return parts;
}

/** The words of a node as a reader sees them; a `<Path>` counts as the name of its place. */
export function wordsOf(node: Nodes): string {
  if (node.type === 'mdxJsxTextElement' && node.name === 'Path') return (attribute(node, 'then') ?? attribute(node, 'to') ?? '').replaceAll('-', ' ');
  if ('children' in node) return node.children.map(wordsOf).join('').replace(/\s+/g, ' ').trimEnd();
  return 'value' in node && node.type !== 'mdxTextExpression' && node.type !== 'mdxFlowExpression' ? node.value : '';
}

/** A string attribute of a component; undefined when it is missing or an expression. */
export function attribute(node: Pick<MdxJsxFlowElement, 'attributes'>, name: string): string | undefined {
  for (const part of node.attributes) if (part.type === 'mdxJsxAttribute' && part.name === name && typeof part.value === 'string') return part.value;
  return undefined;
}

function collectLists(node: Nodes, lists: List[]): void {
  if (node.type === 'list') {
    if (node.ordered) lists.push(node);
    return;
  }
  if ('children' in node) for (const child of node.children) collectLists(child, lists);
}

function takeId(node: { children: PhrasingContent[] }, format: Format): string | undefined {
  if (format === 'mdx') {
    const index = node.children.findLastIndex((child) => child.type === 'mdxTextExpression' && idInComment(child.value) !== undefined);
    const comment = node.children[index];
    if (comment?.type !== 'mdxTextExpression') return undefined;
    node.children.splice(index, 1);
    const last = node.children[index - 1];
    if (last?.type === 'text') node.children[index - 1] = { ...last, value: last.value.trimEnd() };
    return idInComment(comment.value);
  }
  const last = node.children.at(-1);
  if (last?.type !== 'text') return undefined;
  const { words, id } = splitTrailingId(last.value);
  if (id !== undefined) node.children[node.children.length - 1] = { ...last, value: words };
  return id;
}

/** Visits every node, parents first. */
export function walk(node: Nodes, visit: (node: Nodes, parent: Parent | undefined) => void, parent?: Parent): void {
  visit(node, parent);
  if ('children' in node) for (const child of [...node.children]) walk(child, visit, node as Parent);
}
