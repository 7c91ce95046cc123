import type { Heading, Image, List, ListItem, Nodes, PhrasingContent, Root } from 'mdast';
import type { MdxJsxFlowElement } from 'mdast-util-mdx-jsx';
import { toString } from 'mdast-util-to-string';
import { SKIP, visit } from './visit.ts';
import {
  headingIdOf,
  markerInComment,
  stepIdOf,
  takeMarker,
  type Anchor,
  type Marker,
} from '../domain/permalinks/anchors.ts';
import { pictureIn } from '../domain/knowledge/picture.ts';
import type { Format } from './parse.ts';
import { componentOf, namersOf, type ComponentName } from './components.ts';

/** An anchor together with the node that carries it. */
export interface AnchoredNode {
  readonly anchor: Anchor;
  readonly node: Heading | ListItem | MdxJsxFlowElement | Image;
}

/**
 * Finds every heading, step and picture of a body and the id of each; id markers are taken out of the tree.
 * The same source always gives the same ids, and no id depends on what stands elsewhere: two places with the same words
 * keep the same id, for the check to report. `stepsHeading` is what the language calls the heading above the steps.
 */
export function anchorsIn(tree: Root, format: Format, stepsHeading: string): readonly AnchoredNode[] {
  const found: AnchoredNode[] = [];
  const add = (
    node: AnchoredNode['node'],
    kind: Anchor['kind'],
    text: string,
    marker: Marker | undefined,
    id: string,
  ): void => {
    const { line, column } = node.position?.start ?? { line: 1, column: 1 };
    found.push({
      node,
      anchor: {
        id: marker?.id ?? id,
        kind,
        text,
        line,
        column,
        explicit: marker?.id !== undefined,
        was: marker?.was ?? [],
      },
    });
  };
  visit(tree, (node) => {
    if (node.type === 'heading') {
      const marker = takeMarkerOf(node, format);
      const text = wordsOf(node);
      add(node, 'heading', text, marker, headingIdOf(text));
    } else if (node.type === 'mdxJsxFlowElement' && drawers.has(node.name ?? '')) {
      const id = attribute(node, drawers.get(node.name ?? '') ?? '');
      if (id) add(node, 'picture', id, undefined, `picture-${id}`);
    } else if (node.type === 'image') {
      const id = pictureIn(node.url)?.id;
      if (id) add(node, 'picture', id, undefined, `picture-${id}`);
    }
  });
  for (const { item } of stepsIn(tree, stepsHeading)) {
    const words = item.children[0];
    const marker = words?.type === 'paragraph' ? takeMarkerOf(words, format) : undefined;
    const text = words ? wordsOf(words) : '';
    add(item, 'step', text, marker, stepIdOf(text));
  }
  return found.sort((a, b) => a.anchor.line - b.anchor.line || a.anchor.column - b.anchor.column);
}

/** A step and its number in its list. */
export interface Step {
  readonly item: ListItem;
  readonly number: number;
}

/**
 * The steps of a procedure: items of the ordered lists in `<Steps>`, or below the heading of the steps; nested lists are not steps.
 * A list that begins with 1 after another one beside it counts on: something stood between the two.
 */
export function stepsIn(tree: Root, stepsHeading: string): readonly Step[] {
  const ends = new Map<Nodes, number>();
  return stepParts(tree, stepsHeading).flatMap((part) =>
    listsIn(part).flatMap(({ list, beside }) => {
      const home = beside ?? tree;
      const start = list.start ?? 1;
      const first = start === 1 ? (ends.get(home) ?? 0) + 1 : start;
      ends.set(home, first + list.children.length - 1);
      return list.children.map((item, index) => ({ item, number: first + index }));
    }),
  );
}

/** The ordered lists of a part of the tree that stand in no other list. */
export function orderedListsIn(part: Nodes): readonly List[] {
  return listsIn(part).map(({ list }) => list);
}

/** Likewise, each with what it stands in; undefined for a part that is a list itself. */
function listsIn(part: Nodes): readonly { readonly list: List; readonly beside: Nodes | undefined }[] {
  const lists: { readonly list: List; readonly beside: Nodes | undefined }[] = [];
  visit(part, 'list', (list, _, beside) => {
    if (list.ordered) lists.push({ list, beside });
    return SKIP;
  });
  return lists;
}

/** The parts of the tree that hold a procedure. A fix in plain Markdown without a heading for its steps has them in all of its ordered lists. */
export function stepParts(tree: Root, stepsHeading: string): readonly Nodes[] {
  const wanted = stepsHeading.toLowerCase();
  const parts: Nodes[] = [];
  let below = false;
  for (const node of tree.children) {
    if (node.type === 'heading') below = toString(node).trim().toLowerCase() === wanted;
    else if (node.type === 'mdxJsxFlowElement' && isNamed(node, 'Steps')) parts.push(node);
    else if (below && node.type === 'list' && node.ordered) parts.push(node);
  }
  if (parts.length === 0 && tree.data?.listsAreSteps)
    return tree.children.filter((node) => node.type === 'list' && node.ordered === true);
  return parts;
}

/** Components that show a picture, each with the attribute that names it. */
const drawers = namersOf('picture');

/** The words of a node as a reader sees them; a `<Path>` counts as the name of its place. */
export function wordsOf(node: Nodes): string {
  return rawWordsOf(node).replace(/\s+/g, ' ').trim();
}

const holdsBlocks: ReadonlySet<Nodes['type']> = new Set<Nodes['type']>([
  'root',
  'blockquote',
  'list',
  'listItem',
  'table',
  'tableRow',
  'mdxJsxFlowElement',
]);

function rawWordsOf(node: Nodes): string {
  const lends = node.type === 'mdxJsxTextElement' ? componentOf(node.name)?.lends : undefined;
  if (lends && 'attributes' in node) {
    const given = lends.find((name) => attribute(node, name) !== undefined);
    return (attribute(node, given ?? '') ?? '').replaceAll('-', ' ');
  }
  if (node.type === 'break') return ' ';
  if ('children' in node) return node.children.map(rawWordsOf).join(holdsBlocks.has(node.type) ? ' ' : '');
  return 'value' in node &&
    node.type !== 'mdxTextExpression' &&
    node.type !== 'mdxFlowExpression' &&
    node.type !== 'html'
    ? node.value
    : '';
}

/** Whether an element of the tree is a component of this name. */
export function isNamed(node: Nodes, name: ComponentName): boolean {
  return (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') && node.name === name;
}

/** A string attribute of a component; undefined when it is missing or an expression. */
export function attribute(node: Pick<MdxJsxFlowElement, 'attributes'>, name: string): string | undefined {
  for (const part of node.attributes)
    if (part.type === 'mdxJsxAttribute' && part.name === name && typeof part.value === 'string')
      return part.value;
  return undefined;
}

function takeMarkerOf(node: { children: PhrasingContent[] }, format: Format): Marker | undefined {
  return format === 'mdx' ? takeComment(node) : takeBraces(node);
}

function takeComment(node: { children: PhrasingContent[] }): Marker | undefined {
  const index = node.children.findLastIndex(
    (child) => child.type === 'mdxTextExpression' && markerInComment(child.value) !== undefined,
  );
  const comment = node.children[index];
  if (comment?.type !== 'mdxTextExpression') return undefined;
  node.children.splice(index, 1);
  const before = node.children[index - 1];
  if (before?.type === 'text') node.children[index - 1] = { ...before, value: before.value.trimEnd() };
  return markerInComment(comment.value);
}

/** The marker ends a line of the text, not always the paragraph: a step may go on below its first line. */
function takeBraces(node: { children: PhrasingContent[] }): Marker | undefined {
  for (const [index, child] of node.children.entries()) {
    if (child.type !== 'text') continue;
    const { words, marker } = takeMarker(child.value);
    if (!marker) continue;
    node.children[index] = { ...child, value: words };
    return marker;
  }
  return undefined;
}
