import { ownAccent, wordsOn } from '../knowledge/accent.ts';
import type { Picture } from '../knowledge/picture.ts';

const ownMark: Picture = { viewBox: '0 0 24 24', title: 'Tick', shapes: '<path d="m6 12.5 4 4L18 8"/>' };

/** An SVG icon: the mark of a site, drawn in what can be read on its accent (`#rrggbb`). */
export function iconOf(accent = ownAccent.light, { viewBox, shapes } = ownMark): string {
  const ink = wordsOn(accent);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="8" fill="${accent}"/><svg x="4" y="4" width="24" height="24" viewBox="${viewBox}" fill="none" color="${ink}" stroke="${ink}" stroke-width="2" stroke-linecap="round" stroke-linejoin="round">${shapes}</svg></svg>\n`;
}
