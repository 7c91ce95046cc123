import type { Picture } from '../knowledge/picture.ts';

/** A file of drawings by name, for `<use href="…#name">`; they take the colours of the page that shows them. */
export function drawingSheet(pictures: ReadonlyMap<string, Picture>): string {
  const symbols = [...pictures].map(
    ([name, { viewBox, shapes }]) => `<symbol id="${name}" viewBox="${viewBox}">${shapes}</symbol>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join('')}</svg>\n`;
}
