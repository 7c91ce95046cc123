import type { Image, Root } from 'mdast';
import type { MdxJsxTextElement } from 'mdast-util-mdx-jsx';
import { visit } from './visit.ts';
import { drawingEnding, pictureIn, type Picture } from '../domain/knowledge/picture.ts';
import { liftBlocks } from './lift-blocks.ts';

/** The pictures that articles may show: drawings with their parts, and the ids of screenshots. */
export interface Pictures {
  readonly pictures: ReadonlyMap<string, Picture>;
  readonly screenshots: ReadonlySet<string>;
}

/** Shows the images of pictures as `<Picture>` does, each with the words that the author gave it. */
export function drawImages(tree: Root, pictures: Pictures): void {
  let found = false;
  visit(tree, 'image', (image, index, parent) => {
    const shown = pictureIn(image.url);
    const known = shown?.ending === drawingEnding ? pictures.pictures : pictures.screenshots;
    if (!shown || !known.has(shown.id) || !parent || index === undefined) return;
    parent.children[index] = elementFor(image, pictureParts(shown.id, image.alt ?? '', pictures));
    found = true;
  });
  if (found) liftBlocks(tree);
}

/** What `<Picture>` needs to show a picture: the parts of a drawing or the name of a screenshot, and its words, of which a drawing has some by itself. */
export function pictureParts(
  id: string,
  words: string | undefined,
  { pictures, screenshots }: Pictures,
): Readonly<Record<string, string>> {
  if (screenshots.has(id)) return { screenshot: id, title: words ?? '' };
  const { viewBox = '', title = '', shapes = '' } = pictures.get(id) ?? {};
  return { viewBox, title: words ?? title, shapes };
}

function elementFor(image: Image, parts: Readonly<Record<string, string>>): MdxJsxTextElement {
  const { id = '' } = (image.data as { hProperties?: { id?: string } } | undefined)?.hProperties ?? {};
  return {
    type: 'mdxJsxTextElement',
    name: 'Picture',
    attributes: Object.entries({ ...parts, anchor: id }).map(([name, value]) => ({
      type: 'mdxJsxAttribute',
      name,
      value,
    })),
    children: [],
    ...(image.position ? { position: image.position } : {}),
  };
}
