import { darkSign, drawingEnding, pictureIn } from '../../domain/knowledge/picture.ts';
import { closest } from '../../domain/problems/closest.ts';
import type { ProblemKind } from '../../domain/problems/catalogue.ts';
import type { Problem } from '../../domain/problems/problem.ts';
import { didYouMean } from '../../domain/problems/say.ts';
import type { Content, Link, TextFile } from '../content.ts';

/** What is wrong with an image of Markdown: its picture, or the words for those who cannot see it. */
export function checkImage(
  file: TextFile,
  content: Content,
  image: Link & { readonly alt: string },
): readonly Problem[] {
  const place = file.placeAt(image.line, image.column);
  const missing: readonly Problem[] =
    image.alt.trim() === ''
      ? [
          {
            kind: 'missing-alt',
            place,
            message: 'The image has no alternative text, so a reader who cannot see it learns nothing.',
            hint: `Write \`![what is to be seen](${image.url})\`.`,
          },
        ]
      : [];
  const fault = faultOf(content, image.url);
  return fault ? [...missing, { place, ...fault }] : missing;
}

/** What is wrong with a `<Picture>`. A drawing has its words in itself, a screenshot has none. */
export function checkPicture(
  content: Content,
  { id, alt }: { readonly id: string; readonly alt: string | undefined },
  report: (kind: ProblemKind, message: string, hint: string, attribute: string) => Problem,
): readonly Problem[] {
  if (id === '' || content.unread.picture.has(id)) return [];
  const isScreenshot = content.screenshots.some((shot) => shot.id === id);
  if (isScreenshot ? !alt?.trim() : alt?.trim() === '')
    return [
      report(
        'missing-alt',
        'The picture has no alternative text, so a reader who cannot see it learns nothing.',
        `Write \`<Picture id="${id}" alt="what is to be seen" />\`.`,
        'alt',
      ),
    ];
  const ids = idsIn(content);
  if (ids.includes(id)) return [];
  const meant = closest(id.replace(/^.*\/|(?:\.dark)?\.\w+$/g, ''), ids);
  return [
    report(
      'unknown-picture',
      `No picture has the id \`${id}\`.`,
      didYouMean(meant && `<Picture id="${meant}" />`) ??
        `Draw \`pictures/${id}${drawingEnding}\`, put a screenshot \`${id}.png\` there, or name a picture that is there.`,
      'id',
    ),
  ];
}

function faultOf(content: Content, url: string): Pick<Problem, 'kind' | 'message' | 'hint'> | undefined {
  if (/^(?:[a-z]+:)?\/\/|^(?:data|blob):/i.test(url))
    return {
      kind: 'forbidden-markup',
      message: 'The image lies on another host, and pages load nothing from elsewhere.',
      hint: 'Put the picture into `pictures/` and write `![what is to be seen](pictures/….png)`.',
    };
  const shown = pictureIn(url);
  const light = shown?.id.endsWith(darkSign) ? shown.id.slice(0, -darkSign.length) : undefined;
  if (shown && light !== undefined && content.screenshots.some(({ id }) => id === light))
    return {
      kind: 'unknown-picture',
      message: `The image \`${url}\` is a screenshot for dark pages, which shows by itself beside the one for light pages.`,
      hint: `Write \`pictures/${light}${shown.ending}\`.`,
    };
  const files = filesIn(content);
  if (shown && (files.includes(shown.id + shown.ending) || content.unread.picture.has(shown.id)))
    return undefined;
  const name = /[^/\\]*$/.exec(url)?.[0] ?? '';
  const meant = files.find((file) => file.startsWith(`${shown?.id}.`)) ?? (name && closest(name, files));
  return {
    kind: 'unknown-picture',
    message: `The image \`${url}\` does not exist in \`pictures/\`.`,
    hint:
      didYouMean(meant && `pictures/${meant}`) ??
      'Put it there as an SVG, PNG, JPEG (`.jpg`), WebP or AVIF file whose name is lower-case words joined by hyphens.',
  };
}

function idsIn({ pictures, screenshots }: Content): readonly string[] {
  return [...pictures, ...screenshots].map(({ id }) => id);
}

/** The names of the files that an image may show. */
function filesIn({ pictures, screenshots }: Content): readonly string[] {
  return [...pictures, ...screenshots].map(({ file }) => /[^/]*$/.exec(file)?.[0] ?? '');
}
