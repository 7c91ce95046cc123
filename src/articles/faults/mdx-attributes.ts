import type { Point } from '../content.ts';
import { type MdxFault } from './mdx-fault.ts';

/** A value without quotes, with others than straight ones, or with one that is never closed. */
export function attributeValue(at: Point, lines: readonly string[]): MdxFault {
  const open = unclosedQuote(at, lines);
  if (open) {
    const text = lines[open.line - 1] ?? '';
    const quote = text[open.column - 1] ?? '"';
    return {
      ...open,
      message: `The attribute value that begins with \`${quote}\` is never closed.`,
      hint: `Write \`${tagAt(text, open.column, (tag) => tag.replace(/\s*\/?>?\s*$/, (end) => `${quote}${end}`))}\`.`,
    };
  }
  const text = lines[at.line - 1] ?? '';
  return {
    ...at,
    message: 'The value of an attribute stands in straight double quotes.',
    hint: `Write \`${tagAt(text, at.column, (tag) =>
      tag
        .replace(/=\s*[“”„]([^“”"]*)[”“"]/g, '="$1"')
        .replace(/=\s*([^\s"'{>“”/]+)["']?/g, '="$1"')
        .replace(/=(\s*\/?>)/g, '="…"$1'),
    )}\`.`,
  };
}

/** The tag on a line that holds a column, changed. */
function tagAt(text: string, column: number, change: (tag: string) => string): string {
  const start = Math.max(0, text.lastIndexOf('<', column - 1));
  const end = text.indexOf('>', start);
  return change(text.slice(start, end === -1 ? undefined : end + 1).trimEnd());
}

/** A quote inside a tag that its line does not close, at or before a point. */
function unclosedQuote({ line }: Point, lines: readonly string[]): Point | undefined {
  for (let row = line; row >= 1; row--) {
    const text = lines[row - 1] ?? '';
    for (const { 0: tag, index } of text.matchAll(/<[A-Za-z][^<]*/g)) {
      const match = /^<[\w.]+(?:\s+[\w-]+(?:\s*=\s*(?:"[^"]*"|'[^']*'))?)*\s+[\w-]+\s*=\s*(["'])/.exec(tag);
      if (match && !tag.slice(match[0].length).includes(match[1] ?? '"'))
        return { line: row, column: index + match[0].length };
    }
    if (text.trim() === '---') return undefined;
  }
  return undefined;
}
