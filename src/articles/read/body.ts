import type { Nodes, Root } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx';
import { visit } from '../../markdown/visit.ts';
import { VFileMessage } from 'vfile-message';
import { anchorsIn, orderedListsIn, stepParts, stepsIn, wordsOf } from '../../markdown/find-anchors.ts';
import { isComment } from '../../markdown/source/comments.ts';
import { type Format } from '../../markdown/parse.ts';
import { articleTree } from '../../markdown/source/article-tree.ts';
import type { Body, ComponentUse, Link, Point } from '../content.ts';
import type { MdxFault } from '../faults/mdx-fault.ts';
import { mdxFault } from '../faults/mdx-faults.ts';

export type BodyResult = { readonly body: Body } | { readonly error: MdxFault };

/** Parses the body of an article. `text` is the whole file with the front matter blanked, so that lines are right; `stepsHeading` is what its language calls the heading above the steps; `listsAreSteps` holds where they need none. Never throws. */
export function parseArticleBody(
  text: string,
  format: Format,
  stepsHeading: string,
  listsAreSteps = false,
): BodyResult {
  try {
    return { body: bodyOf(articleTree(text, format, listsAreSteps), format, stepsHeading) };
  } catch (error) {
    if (error instanceof VFileMessage) return { error: mdxFault(error, text.split('\n')) };
    if (!(error instanceof RangeError)) throw error;
    // The stack ran out: nobody nests that deeply on purpose.
    const line = text.split('\n').findIndex((row) => row.trim() !== '') + 1;
    return {
      error: {
        line: Math.max(1, line),
        column: 1,
        message: 'The text is nested too deeply to be read.',
        hint: 'Write lists and quotes at most three levels deep.',
      },
    };
  }
}

function bodyOf(tree: Root, format: Format, stepsHeading: string): Body {
  const anchored = anchorsIn(tree, format, stepsHeading);
  const parts = stepParts(tree, stepsHeading);
  const items = stepsIn(tree, stepsHeading);
  const found: Pick<Body, 'links' | 'images' | 'components' | 'forbidden'> & {
    [K in 'links' | 'images' | 'components' | 'forbidden']: Body[K][number][];
  } = {
    links: [],
    images: [],
    components: [],
    forbidden: [],
  };
  visit(tree, (node) => {
    collect(node, found);
    lighten(node);
  });
  return {
    anchored,
    anchors: anchored.map(({ anchor }) => anchor),
    ...found,
    steps: items.map(({ item }) => ({ ...pointOf(item), text: wordsOf(item.children[0] ?? item) })),
    stepParts: parts,
    stepItems: items,
    procedures: parts.map((part) => ({
      ...pointOf(part),
      ordered: orderedListsIn(part).some((list) => list.children.length > 0),
    })),
    words: wordsOf({ type: 'root', children: tree.children.filter((node) => node.type !== 'heading') })
      .split(/\s+/)
      .filter(Boolean).length,
    titles: tree.children
      .filter((node) => node.type === 'heading' && node.depth === 1 && node.position)
      .map(pointOf),
    tree,
  };
}

/** Keeps of the place of a node where it begins: thousands of trees are held at once, and nobody asks for more. Nodes of all trees that begin at the same place share it. */
function lighten(node: Nodes): void {
  if (!node.position) return;
  const { line, column } = node.position.start;
  const key = line * 2 ** 20 + column;
  node.position = places.get(key) ?? newPlace(key, { line, column });
}

function newPlace(key: number, start: Point): NonNullable<Nodes['position']> {
  const place = { start, end: start };
  places.set(key, place);
  return place;
}

const places = new Map<number, NonNullable<Nodes['position']>>();

function collect(
  node: Nodes,
  found: {
    links: Link[];
    images: Body['images'][number][];
    components: ComponentUse[];
    forbidden: Body['forbidden'][number][];
  },
): void {
  const point = pointOf(node);
  switch (node.type) {
    case 'link':
    case 'definition':
      found.links.push({ ...point, url: node.url });
      break;
    case 'image':
      found.images.push({ ...point, url: node.url, alt: node.alt ?? '' });
      break;
    case 'html':
      if (!isComment(node)) found.forbidden.push({ ...point, what: 'html' });
      break;
    case 'mdxjsEsm':
      found.forbidden.push({ ...point, what: 'import' });
      break;
    case 'mdxFlowExpression':
    case 'mdxTextExpression':
      if (!/^\s*(?:\/\*[\s\S]*\*\/\s*)?$/.test(node.value))
        found.forbidden.push({ ...point, what: 'expression' });
      break;
    case 'mdxJsxFlowElement':
    case 'mdxJsxTextElement':
      found.components.push({ ...point, name: node.name ?? '', attributes: attributesOf(node, point) });
      break;
  }
}

function attributesOf(node: MdxJsxFlowElement | MdxJsxTextElement, point: Point): ComponentUse['attributes'] {
  return node.attributes.map((part) => {
    const { line, column } = part.position?.start ?? point;
    if (part.type !== 'mdxJsxAttribute') return { line, column, name: '{…}', value: undefined };
    const { name, value } = part;
    return { line, column, name, value: typeof value === 'object' && value ? undefined : (value ?? '') };
  });
}

function pointOf(node: Nodes): Point {
  const { line, column } = node.position?.start ?? { line: 1, column: 1 };
  return { line, column };
}
