import type { PhrasingContent, Text } from 'mdast';
import type { MdxJsxAttribute } from 'mdast-util-mdx-jsx';

/** A point of a text as the parsers of Markdown count it: lines and columns from 1, the offset from 0. */
export interface TextPoint {
  readonly line: number;
  readonly column: number;
  readonly offset: number;
}

/** A piece of one line of a text: what stands from `start` on. */
export interface Piece {
  readonly text: string;
  readonly start: TextPoint;
}

/** The signs beside letters and digits that mean nothing in the middle of a line, wherever they stand. */
const signs = String.raw` ,.;:'"()?%\/“”„‘’–—…\-`;
const words = String.raw`[\p{L}\p{N}${signs}]`;
/** A run of such signs and letters. A `!` means something before a bracket only, and a `&` never before a space. */
const run = new RegExp(String.raw`(?:${words}|!(?!\[)|&(?= ))+`, 'uy');
/** Words without a space at either end, as they stand between marks. */
const between = String.raw`([\p{L}\p{N}](?:${words}*[\p{L}\p{N}.?)])?)`;
const strong = new RegExp(
  String.raw`(?<=^|[ (])\*\*([\p{L}\p{N}](?:${words}*[\p{L}\p{N}])?)\*\*(?=$|[ ,.;:?!)])`,
  'uy',
);
const link = new RegExp(String.raw`\[${between}\]\((\/[\w/#.-]*)\)`, 'uy');
const opening = String.raw`<([A-Z][A-Za-z]*)((?: [a-z]+="[^"&|]*")*)`;
const element = new RegExp(String.raw`${opening}(?: ?\/>|>${between}<\/\1>)`, 'uy');
const attribute = / ([a-z]+)="([^"]*)"/g;

/** How a line of words begins that begins nothing else: no list, no heading, no table and, in MDX, no element that fills it. */
const beginning = new RegExp(
  String.raw`^(?:[\p{L}"'(“„‘]|\d(?!\d*[.)])|\*\*[\p{L}\p{N}]|\[|${opening}>[\p{L}\p{N}])`,
  'u',
);
/** Two spaces at the end of a line would break it, one is lost; and what begins so may be a module to MDX. */
const asItStands = /^(?!(?:import|export)\b).*\S$/;

/** Whether a line can be a line of a paragraph and nothing else, as far as its beginning and its end go. */
export function isLineOfWords(text: string): boolean {
  return beginning.test(text) && asItStands.test(text);
}

/**
 * What stands in pieces of following lines: words, bold ones, links within the site and, with `elements`, elements around words or nothing. Undefined
 * where there may be anything else.
 */
export function wordsIn(pieces: readonly Piece[], elements: boolean): PhrasingContent[] | undefined {
  const found: PhrasingContent[] = [];
  for (const [index, piece] of pieces.entries()) {
    if (index > 0) addLineEnd(found, pieces[index - 1]!);
    if (!addWords(found, piece, elements)) return undefined;
  }
  return found;
}

/** The end of a line is text, which goes on in the next one. */
function addLineEnd(found: PhrasingContent[], { text, start }: Piece): void {
  const end = pointIn(start, text.length);
  addText(found, '\n', end, { line: end.line + 1, column: 1, offset: end.offset + 1 });
}

function addText(found: PhrasingContent[], value: string, start: TextPoint, end: TextPoint): void {
  const last = found.at(-1);
  if (last?.type === 'text' && last.position) {
    last.value += value;
    last.position.end = end;
  } else found.push(textNode(value, start, end));
}

function textNode(value: string, start: TextPoint, end: TextPoint): Text {
  return { type: 'text', value, position: { start, end } };
}

/** Adds what stands in one piece; false where it is not known. */
function addWords(found: PhrasingContent[], { text, start }: Piece, elements: boolean): boolean {
  for (let at = 0; at < text.length;) {
    const plain = matchAt(run, text, at);
    if (plain) addText(found, plain[0], pointIn(start, at), pointIn(start, at + plain[0].length));
    const marked = plain ? undefined : markedAt(text, at, start, elements);
    if (marked) found.push(marked.node);
    const length = plain?.[0].length ?? marked?.length ?? 0;
    if (length === 0) return false;
    at += length;
  }
  return true;
}

/** The node that a mark begins here, and the length of its source. */
function markedAt(
  text: string,
  at: number,
  line: TextPoint,
  elements: boolean,
): { readonly node: PhrasingContent; readonly length: number } | undefined {
  const bold = matchAt(strong, text, at);
  const linked = bold ? undefined : matchAt(link, text, at);
  const drawn = bold || linked || !elements ? undefined : matchAt(element, text, at);
  const [whole, first = '', second = '', inside] = bold ?? linked ?? drawn ?? [];
  if (whole === undefined) return undefined;
  const position = { start: pointIn(line, at), end: pointIn(line, at + whole.length) };
  const textFrom = (value: string, from: number): Text =>
    textNode(value, pointIn(line, at + from), pointIn(line, at + from + value.length));
  const node: PhrasingContent = bold
    ? { type: 'strong', children: [textFrom(first, 2)], position }
    : linked
      ? { type: 'link', title: null, url: second, children: [textFrom(first, 1)], position }
      : {
          type: 'mdxJsxTextElement',
          name: first,
          attributes: attributesIn(second, pointIn(line, at + 1 + first.length)),
          children: inside === undefined ? [] : [textFrom(inside, first.length + second.length + 2)],
          position,
        };
  return { node, length: whole.length };
}

/** The attributes of an element, as they stand behind its name. */
export function attributesIn(text: string, start: TextPoint): MdxJsxAttribute[] {
  return [...text.matchAll(attribute)].map(({ 0: whole, 1: name = '', 2: value = '', index }) => ({
    type: 'mdxJsxAttribute',
    name,
    value,
    position: { start: pointIn(start, index + 1), end: pointIn(start, index + whole.length) },
  }));
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? undefined;
}

/** The point so many characters further on its line. */
export function pointIn({ line, column, offset }: TextPoint, further: number): TextPoint {
  return { line, column: column + further, offset: offset + further };
}
