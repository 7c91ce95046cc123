import type { Root, RootContent } from 'mdast';
import type { Format } from '../format.ts';
import { beginsItem, plainBlocks } from './plain-blocks.ts';
import type { Piece } from './plain-words.ts';

/** Lines between empty ones, and their blocks; undefined where those are left to the parser. */
interface Chunk {
  readonly lines: readonly Piece[];
  blocks: readonly RootContent[] | undefined;
}

/** Marks that make of what stands far behind them something else: fences of code, definitions, comments of HTML. */
const farReaching = { mdx: /`{3}|~{3}|\]:/, md: /`{3}|~{3}|\]:|</ };

/**
 * The tree that `parse` gives for a text, where only what is not plain is parsed: most lines of most articles are plain words, headings, lists
 * and tables, and to look for everything that Markdown knows at each of their letters takes nearly all of the time. Throws as `parse` does.
 */
export function treeOf(text: string, format: Format, parse: (text: string) => Root): Root {
  if (farReaching[format].test(text)) return parse(text);
  const chunks = chunksOf(text, format);
  leaveToParser(chunks);
  if (chunks.every(({ blocks }) => !blocks)) return parse(text);
  try {
    return { type: 'root', children: childrenOf(chunks, text, parse), position: placeOf(text) };
  } catch {
    // Of the whole, it says the right thing.
    return parse(text);
  }
}

function chunksOf(text: string, format: Format): Chunk[] {
  const chunks: Chunk[] = [];
  let lines: Piece[] = [];
  let offset = 0;
  const close = (): void => {
    if (lines.length > 0) chunks.push({ lines, blocks: plainBlocks(lines, format) });
    lines = [];
  };
  for (const [index, line] of text.split('\n').entries()) {
    if (line === '') close();
    else lines.push({ text: line, start: { line: index + 1, column: 1, offset } });
    offset += line.length + 1;
  }
  close();
  return chunks;
}

/** Leaves to the parser what depends on what stands around it: a list goes on behind an empty line, and an element holds all up to its end. */
function leaveToParser(chunks: readonly Chunk[]): void {
  for (const [index, chunk] of [...chunks.entries()].reverse()) {
    const next = chunks[index + 1];
    if (chunk.blocks?.at(-1)?.type === 'list' && next && (!next.blocks || beginsItem(next.lines[0]!)))
      chunk.blocks = undefined;
  }
  let open: number | undefined;
  for (const [index, chunk] of chunks.entries()) {
    const before = chunks[index - 1];
    if (open !== undefined || (before && !before.blocks && beginsItem(chunk.lines[0]!)))
      chunk.blocks = undefined;
    if (!chunk.blocks) open = openBehind(chunk, open ?? 0);
  }
}

const tag = /<(\/?)[A-Z][A-Za-z]*(?: [a-z]+="[^"<>{}`\\]*")* ?(\/?)>/g;
const comment = /\{\/\*[^{}*]*\*\/\}/g;

/** How many elements are open behind a chunk, of which so many were before it; infinitely many where that cannot be told. Undefined for none. */
function openBehind({ lines }: Chunk, before: number): number | undefined {
  const text = lines.map((line) => line.text).join('\n');
  if (before === 0 && !/[<{}]/.test(text)) return undefined;
  let open = before;
  const rest = text.replace(comment, '').replace(tag, (_, closing: string, empty: string) => {
    if (closing) open -= 1;
    else if (!empty) open += 1;
    return '';
  });
  if (/[<>{}`\\]/.test(rest) || open < 0) return Infinity;
  return open === 0 ? undefined : open;
}

function childrenOf(chunks: readonly Chunk[], text: string, parse: (text: string) => Root): RootContent[] {
  const children: RootContent[] = [];
  for (let at = 0; at < chunks.length; at += 1) {
    const blocks = chunks[at]!.blocks;
    if (blocks) {
      children.push(...blocks);
      continue;
    }
    const first = at;
    while (at + 1 < chunks.length && !chunks[at + 1]!.blocks) at += 1;
    children.push(...parse(partOf(text, chunks[first]!, chunks[at]!)).children);
  }
  return children;
}

/** The part of a text from one chunk to another, with as many empty lines and spaces before it that every place stays what it is. */
function partOf(text: string, first: Chunk, last: Chunk): string {
  const { line, offset } = first.lines[0]!.start;
  const end = last.lines.at(-1)!;
  return `${' '.repeat(offset - line + 1)}${'\n'.repeat(line - 1)}${text.slice(offset, end.start.offset + end.text.length + 1)}`;
}

function placeOf(text: string): NonNullable<Root['position']> {
  const lines = text.split('\n');
  return {
    start: { line: 1, column: 1, offset: 0 },
    end: { line: lines.length, column: lines.at(-1)!.length + 1, offset: text.length },
  };
}
