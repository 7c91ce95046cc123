import type { Nodes, Root } from 'mdast';
import { VFileMessage } from 'vfile-message';
import { anchorsIn, stepParts, stepsIn, walk, wordsOf } from '../../markdown/anchors.ts';
import { parseBody, type Format } from '../../markdown/parse.ts';
import type { Body, ComponentUse, Link, Point } from '../content.ts';
import { mdxFault, type MdxFault } from '../faults/mdx-faults.ts';

export type BodyResult = { readonly body: Body } | { readonly error: MdxFault };

/** Parses the body of an article. `text` is the whole file with the front matter blanked, so that lines are right. Never throws. */
export function parseArticleBody(text: string, format: Format): BodyResult {
  try {
    return { body: bodyOf(parseBody(text, format), format) };
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

function bodyOf(tree: Root, format: Format): Body {
  const anchors = anchorsIn(tree, format).map(({ anchor }) => anchor);
  const found: Pick<Body, 'links' | 'images' | 'components' | 'forbidden'> & {
    [K in 'links' | 'images' | 'components' | 'forbidden']: Body[K][number][];
  } = {
    links: [],
    images: [],
    components: [],
    forbidden: [],
  };
  walk(tree, (node) => collect(node, found));
  return {
    anchors,
    ...found,
    steps: stepsIn(tree).map(({ item }) => ({ ...pointOf(item), text: wordsOf(item.children[0] ?? item) })),
    procedures: stepParts(tree).map((part) => ({ ...pointOf(part), ordered: holdsOrderedList(part) })),
    words: wordsOf({ type: 'root', children: tree.children.filter((node) => node.type !== 'heading') })
      .split(/\s+/)
      .filter(Boolean).length,
    tree,
  };
}

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
      if (!/^\s*<!--[\s\S]*-->\s*$/.test(node.value)) found.forbidden.push({ ...point, what: 'html' });
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
      found.components.push({
        ...point,
        name: node.name ?? '',
        attributes: node.attributes.map((part) => {
          const at = part.position?.start ?? point;
          return part.type === 'mdxJsxAttribute'
            ? {
                line: at.line,
                column: at.column,
                name: part.name,
                value:
                  part.value === null || part.value === undefined
                    ? ''
                    : typeof part.value === 'string'
                      ? part.value
                      : undefined,
              }
            : { line: at.line, column: at.column, name: '{…}', value: undefined };
        }),
      });
      break;
  }
}

function holdsOrderedList(node: Nodes): boolean {
  if (node.type === 'list') return node.ordered === true && node.children.length > 0;
  return 'children' in node && node.children.some(holdsOrderedList);
}

function pointOf(node: Nodes): Point {
  const { line, column } = node.position?.start ?? { line: 1, column: 1 };
  return { line, column };
}
