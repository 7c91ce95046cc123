import type { Html, Image, Nodes, Parent, Root } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx';
import { visit } from 'unist-util-visit';
import type { Picture } from '../domain/knowledge/picture.ts';
import { attribute } from './anchors.ts';
import { liftBlocks } from './lift-blocks.ts';
import type { Format } from './parse.ts';

/** The id of the drawing that an image shows; undefined where it shows none. */
export function drawingIn(url: string): string | undefined {
  return /([^/]+)\.svg$/.exec(url)?.[1];
}

/** Draws the images of pictures into the page, as `<Picture>` does, each with the words that the author gave it. */
export function drawImages(tree: Root, format: Format, pictures: ReadonlyMap<string, Picture>): void {
  let found = false;
  visit(tree, 'image', (image, index, parent) => {
    const picture = pictures.get(drawingIn(image.url) ?? '');
    if (!picture || !parent || index === undefined) return;
    parent.children[index] = elementFor(image, picture);
    found = true;
  });
  if (!found) return;
  liftBlocks(tree);
  if (format === 'md') visit(tree, (node) => drawIn(node));
}

function elementFor(image: Image, { viewBox, shapes }: Picture): MdxJsxTextElement {
  const { id = '' } = (image.data as { hProperties?: { id?: string } } | undefined)?.hProperties ?? {};
  const given = { viewBox, shapes, title: image.alt ?? '', anchor: id };
  return {
    type: 'mdxJsxTextElement',
    name: 'Picture',
    attributes: Object.entries(given).map(([name, value]) => ({ type: 'mdxJsxAttribute', name, value })),
    children: [],
    ...(image.position ? { position: image.position } : {}),
  };
}

/** Plain Markdown knows no components, so the drawing itself stands there. Its shapes were read and written anew by the reader of pictures. */
function drawIn(node: Nodes): void {
  if (!('children' in node)) return;
  const parent = node as Parent;
  parent.children = parent.children.map((child) =>
    child.type === 'mdxJsxFlowElement' && child.name === 'Picture' ? drawingOf(child) : child,
  );
}

function drawingOf(element: MdxJsxFlowElement): Html {
  const of = (name: string): string =>
    (attribute(element, name) ?? '').replace(/[&"<]/g, (sign) => escapes[sign] ?? sign);
  const svg = `<svg class="picture" viewBox="${of('viewBox')}" role="img" aria-label="${of('title')}">${attribute(element, 'shapes')}</svg>`;
  return { type: 'html', value: `<figure id="${of('anchor')}" class="md-drawing">${svg}</figure>` };
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '"': '&quot;', '<': '&lt;' };
