/** The parts of an SVG file that a page takes in. */
export interface Picture {
  readonly viewBox: string;
  /** The picture's `<title>` as plain text: its alternative text. */
  readonly title: string;
  /** Everything inside `<svg>` but the title, as markup. */
  readonly shapes: string;
}

/** A picture made of dots, such as one of a screen: absolute paths of its file, and of the one for dark pages where there is one. */
export interface Screenshot {
  readonly light: string;
  readonly dark: string | undefined;
}

/** How the file of a drawing ends, and how those of screenshots may. */
export const drawingEnding = '.svg';
export const screenshotEndings: readonly string[] = ['.png', '.jpg', '.webp', '.avif'];

/** What stands at the end of the name of a screenshot for dark pages, before the ending. */
export const darkSign = '.dark';

/** The id of the picture that an image shows, and how its file ends; undefined where the address is not that of a picture. */
export function pictureIn(url: string): { readonly id: string; readonly ending: string } | undefined {
  const [, id = '', ending = ''] = /([^/\\]+)(\.[a-z]+)$/.exec(url) ?? [];
  return ending === drawingEnding || screenshotEndings.includes(ending) ? { id, ending } : undefined;
}
