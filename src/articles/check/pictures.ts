import type { Problem } from '../../domain/problems/problem.ts';
import type { Content } from '../content.ts';

const forbidden: readonly [RegExp, string][] = [
  [/<script\b/i, 'a script'],
  [/<style\b|\sstyle\s*=/i, 'a style'],
  [/<foreignObject\b/i, 'foreign content'],
  [/\son[a-z]+\s*=/i, 'an event handler'],
  [/\b(?:xlink:)?href\s*=|<image\b|<use\b|url\(/i, 'a reference to something else'],
  [/\sid\s*=/i, 'an id'],
  [/<!DOCTYPE|<!ENTITY/i, 'a document type'],
];

/** Pictures stand inside the page: they need a title and must hold nothing that runs, loads or clashes. */
export function checkPictures(content: Content): readonly Problem[] {
  return content.pictures.flatMap(({ file, value }): Problem[] => {
    const lines = value.split('\n');
    const problems: Problem[] = [];
    if (!/<title>\s*\S[\s\S]*<\/title>/.test(value)) {
      problems.push({
        kind: 'missing-alt',
        place: { file, line: 1, column: 1, text: lines[0]?.trim().slice(0, 80) },
        message: 'The picture has no alternative text.',
        hint: 'Add `<title>what is to be seen</title>` as the first child of `<svg>`.',
      });
    }
    lines.forEach((text, index) => {
      for (const [pattern, what] of forbidden) {
        const match = pattern.exec(text);
        if (match)
          problems.push({
            kind: 'forbidden-markup',
            place: { file, line: index + 1, column: match.index + 1, text: text.trim().slice(0, 80) },
            message: `The picture holds ${what}, which a page must not take in.`,
            hint: 'Use plain shapes and text with presentation attributes.',
          });
      }
    });
    return problems;
  });
}
