import type { Picture } from '../knowledge/picture.ts';

/** Where a drawing stands that several pages show: each in a file of its own, so that a page loads those that it shows. */
export function drawingAddress(name: string): string {
  return `/pictures/${name}.svg#${name}`;
}

/** The file of a drawing, for `<use href="…#name">`; it takes the colours of the page that shows it. */
export function drawingFile(name: string, { viewBox, shapes }: Picture): string {
  return `<svg xmlns="http://www.w3.org/2000/svg"><symbol id="${name}" viewBox="${viewBox}">${shapes}</symbol></svg>\n`;
}
