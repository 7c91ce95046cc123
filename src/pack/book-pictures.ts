import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';

/**
 * The texts of a book, with the screenshots of the built site in `dir`, served below `base`, in them: as JPEG, which every
 * reader of books and every printer shows. One that is not there leaves its words.
 */
export async function withPictures(
  texts: ReadonlyMap<string, string>,
  dir: string,
  base: string,
): Promise<ReadonlyMap<string, string>> {
  const sources = new Set(
    [...texts.values()].flatMap((text) => [...text.matchAll(shown)].flatMap(([, src]) => src ?? [])),
  );
  const drawn = new Map<string, string>();
  for (const src of sources) {
    const file = join(dir, decodeURI(src.slice(base.length)));
    if (!src.startsWith(base) || !existsSync(file)) continue;
    const bytes = await sharp(readFileSync(file))
      .flatten({ background: '#ffffff' })
      .jpeg({ quality: 85, chromaSubsampling: '4:4:4' })
      .toBuffer();
    drawn.set(src, `data:image/jpeg;base64,${bytes.toString('base64')}`);
  }
  return new Map(
    [...texts].map(([name, text]) => [
      name,
      text.replace(shown, (image, src: string) => {
        const data = drawn.get(src);
        return data === undefined ? (/ alt="([^"]*)"/.exec(image)?.[1] ?? '') : image.replace(src, data);
      }),
    ]),
  );
}

/** An image of the site, as book texts write it. */
const shown = /<img\b[^>]*? src="(\/[^"]*)"[^>]*\/>/g;
