import type { Point } from '../content.ts';

/** Where MDX stops making sense, why, and how it reads right, in the author's words. */
export interface MdxFault extends Point {
  readonly message: string;
  readonly hint: string;
}

/** The last unescaped sign at or before a point. */
export function lastUnescaped(
  character: string,
  { line, column }: Point,
  lines: readonly string[],
): Point | undefined {
  for (let row = line; row >= 1; row--) {
    const text = (lines[row - 1] ?? '').slice(0, row === line ? column : undefined);
    for (
      let index = text.lastIndexOf(character);
      index !== -1;
      index = index === 0 ? -1 : text.lastIndexOf(character, index - 1)
    ) {
      if (text[index - 1] !== '\\') return { line: row, column: index + 1 };
    }
  }
  return undefined;
}
