import cause from './circle-question-mark.svg?raw';
import fix from './wrench.svg?raw';
import symptom from './eye.svg?raw';
import term from './book-open.svg?raw';
import type { Picture } from '../../../domain/knowledge/picture.ts';

/** A sign for each kind of article and for a term of the glossary, by the name it has in the file of drawings: `kind-fix`. */
export const kindIcons: ReadonlyMap<string, Picture> = new Map(
  Object.entries({ cause, fix, symptom, term }).map(([kind, svg]) => [
    `kind-${kind}`,
    { viewBox: '0 0 24 24', title: kind, shapes: shapesOf(svg) },
  ]),
);

function shapesOf(svg: string): string {
  const shapes = svg.replace(/^[\s\S]*?<svg[^>]*>|<\/svg>\s*$/g, '').replace(/\s+/g, ' ');
  return `<g fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round">${shapes.trim()}</g>`;
}
