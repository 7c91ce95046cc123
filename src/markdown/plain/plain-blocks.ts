import type { AlignType, Heading, List, ListItem, Paragraph, RootContent, Table, TableRow } from 'mdast';
import type { MdxJsxFlowElement } from 'mdast-util-mdx-jsx';
import type { Format } from '../format.ts';
import { attributesIn, isLineOfWords, pointIn, wordsIn, type Piece } from './plain-words.ts';

/** What lines in a row are, and the number of the line behind them. */
interface Found<T> {
  readonly node: T;
  readonly next: number;
}

/**
 * The blocks in lines that have no empty one among them: headings, and behind them a paragraph, a list or a table of words, or, in MDX, an element
 * on lines of its own around one of the first two. Undefined where there may be anything else.
 */
export function plainBlocks(lines: readonly Piece[], format: Format): RootContent[] | undefined {
  const blocks: RootContent[] = [];
  for (let at = 0; at < lines.length;) {
    const heading = headingAt(lines, at, format);
    const paragraph = heading ? undefined : paragraphAt(lines, at, format);
    const found = heading ?? paragraph ?? lastBlockAt(lines, at, format);
    if (!found) return undefined;
    blocks.push(found.node);
    at = found.next;
    // Only a heading ends a paragraph for sure, and of a line behind the others it depends whether it is part of them.
    if (!heading && at < lines.length && !(paragraph && isHeading(lines[at]))) return undefined;
  }
  return blocks;
}

function lastBlockAt(lines: readonly Piece[], at: number, format: Format): Found<RootContent> | undefined {
  const first = lines[at]?.text ?? '';
  if (first.startsWith('|')) return tableAt(lines, at, format);
  if (first.startsWith('<')) return format === 'mdx' ? elementAt(lines, at) : undefined;
  return listAt(lines, at, format);
}

const headingLine = /^(#{1,6}) (?=\S)/;

function isHeading(line: Piece | undefined): boolean {
  return line !== undefined && headingLine.test(line.text);
}

function headingAt(lines: readonly Piece[], at: number, format: Format): Found<Heading> | undefined {
  const line = lines[at];
  const [opening, hashes] = headingLine.exec(line?.text ?? '') ?? [];
  if (!line || !opening || !hashes) return undefined;
  const rest = pieceFrom(line, opening.length);
  const children = rest.text.endsWith(' ') ? undefined : wordsIn([rest], format === 'mdx');
  if (!children) return undefined;
  const depth = hashes.length as Heading['depth'];
  return { node: { type: 'heading', depth, children, position: placeOf([line]) }, next: at + 1 };
}

function paragraphAt(lines: readonly Piece[], at: number, format: Format): Found<Paragraph> | undefined {
  let next = at;
  while (next < lines.length && isLineOfWords(lines[next]!.text)) next += 1;
  const node = next === at ? undefined : paragraphOf(lines.slice(at, next), format);
  return node && { node, next };
}

function paragraphOf(lines: readonly Piece[], format: Format): Paragraph | undefined {
  const children = wordsIn(lines, format === 'mdx');
  return children && { type: 'paragraph', children, position: placeOf(lines) };
}

const marker = /^(?:(\d{1,9})\.|-) (?=\S)/;

/** Whether a line begins an item of a list. */
export function beginsItem({ text }: Piece): boolean {
  return marker.test(text);
}

function listAt(lines: readonly Piece[], at: number, format: Format): Found<List> | undefined {
  const [, digits] = marker.exec(lines[at]?.text ?? '') ?? [];
  const items: ListItem[] = [];
  let next = at;
  for (let found; (found = itemAt(lines, next, digits !== undefined, format)); next = found.next)
    items.push(found.node);
  if (items.length === 0) return undefined;
  return {
    node: {
      type: 'list',
      ordered: digits !== undefined,
      start: digits === undefined ? null : Number(digits),
      spread: false,
      children: items,
      position: placeOf(lines.slice(at, next)),
    },
    next,
  };
}

function itemAt(
  lines: readonly Piece[],
  at: number,
  ordered: boolean,
  format: Format,
): Found<ListItem> | undefined {
  const first = lines[at];
  const [opening, digits] = marker.exec(first?.text ?? '') ?? [];
  if (!first || !opening || (digits !== undefined) !== ordered) return undefined;
  const indent = ' '.repeat(opening.length);
  let next = at + 1;
  while (next < lines.length && lines[next]!.text.startsWith(indent)) next += 1;
  const inside = lines.slice(at, next).map((line) => pieceFrom(line, indent.length));
  const paragraph = inside.every(({ text }) => isLineOfWords(text)) ? paragraphOf(inside, format) : undefined;
  if (!paragraph) return undefined;
  const position = placeOf(lines.slice(at, next));
  return { node: { type: 'listItem', spread: false, checked: null, children: [paragraph], position }, next };
}

/** An element whose tags stand on lines of their own, around a list or a paragraph. */
function elementAt(lines: readonly Piece[], at: number): Found<MdxJsxFlowElement> | undefined {
  const opening = lines[at];
  const [, name, attributes = ''] =
    /^<([A-Z][A-Za-z]*)((?: [a-z]+="[^"&|]*")*)>$/.exec(opening?.text ?? '') ?? [];
  if (!opening || name === undefined) return undefined;
  const inside = listAt(lines, at + 1, 'mdx') ?? paragraphAt(lines, at + 1, 'mdx');
  if (!inside || lines[inside.next]?.text !== `</${name}>`) return undefined;
  const next = inside.next + 1;
  return {
    node: {
      type: 'mdxJsxFlowElement',
      name,
      attributes: attributesIn(attributes, pointIn(opening.start, name.length + 1)),
      children: [inside.node],
      position: placeOf(lines.slice(at, next)),
    },
    next,
  };
}

const delimiterRow = /^\|(?: *:?-+:? *\|)+$/;

function tableAt(lines: readonly Piece[], at: number, format: Format): Found<Table> | undefined {
  const delimiters = lines[at + 1]?.text ?? '';
  if (!delimiterRow.test(delimiters)) return undefined;
  const align = delimiters.split('|').slice(1, -1).map(alignOf);
  const rows = lines.slice(at).filter((_, index) => index !== 1);
  const children = rows.flatMap((row) => rowOf(row, align.length, format) ?? []);
  if (children.length < rows.length) return undefined;
  return { node: { type: 'table', align, children, position: placeOf(lines.slice(at)) }, next: lines.length };
}

function alignOf(cell: string): AlignType {
  const sign = cell.trim();
  if (sign.startsWith(':')) return sign.endsWith(':') ? 'center' : 'left';
  return sign.endsWith(':') ? 'right' : null;
}

function rowOf(line: Piece, columns: number, format: Format): TableRow | undefined {
  const cells = line.text.split('|').slice(1);
  if (cells.pop() !== '' || cells.length !== columns) return undefined;
  const children: TableRow['children'] = [];
  let from = 0;
  for (const [index, cell] of cells.entries()) {
    const trimmed = cell.trim();
    const text = pieceFrom(line, from + 1 + cell.indexOf(trimmed), trimmed.length);
    const words = /^ +\S.* +$|^ +\S +$/.test(cell) ? wordsIn([text], format === 'mdx') : undefined;
    if (!words) return undefined;
    // The last cell of a row holds the sign that ends it.
    const length = cell.length + (index === cells.length - 1 ? 2 : 1);
    const position = { start: pointIn(line.start, from), end: pointIn(line.start, from + length) };
    children.push({ type: 'tableCell', children: words, position });
    from += length;
  }
  return { type: 'tableRow', children, position: placeOf([line]) };
}

function pieceFrom({ text, start }: Piece, from: number, length?: number): Piece {
  return {
    text: text.slice(from, length === undefined ? undefined : from + length),
    start: pointIn(start, from),
  };
}

/** Where whole lines begin and end. */
function placeOf(lines: readonly Piece[]): NonNullable<Paragraph['position']> {
  const [first, last] = [lines[0]!, lines.at(-1)!];
  return { start: first.start, end: pointIn(last.start, last.text.length) };
}
