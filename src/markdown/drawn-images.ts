import type { Image, Root } from 'mdast';
import type { MdxJsxTextElement } from 'mdast-util-mdx-jsx';
import { visit } from 'unist-util-visit';
import type { Picture } from '../domain/knowledge/picture.ts';
import { liftBlocks } from './lift-blocks.ts';

/** The id of the drawing that an image shows; undefined where it shows none. */
export function drawingIn(url: string): string | undefined {
  return /([^/]+)\.svg$/.exec(url)?.[1];
}

/** Draws the images of pictures into the page, as `<Picture>` does, each with the words that the author gave it. */
export function drawImages(tree: Root, pictures: ReadonlyMap<string, Picture>): void {
  let found = false;
  visit(tree, 'image', (image, index, parent) => {
    const picture = pictures.get(drawingIn(image.url) ?? '');
    if (!picture || !parent || index === undefined) return;
    parent.children[index] = elementFor(image, picture);
    found = true;
  });
  if (found) liftBlocks(tree);
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
