import type { PagePart, Piece, PlacedPiece } from '../domain/page-part.ts';
import { attributesOf, startTagAt, textEnd, unescapeText } from './tags.ts';

/** An element of a page that Astro has written, with what stands in it; texts are without escapes. */
export interface Tree {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly inside: readonly (Tree | string)[];
  /** It stands in many pages, as this very object. */
  readonly shared?: true;
}

/** Elements that have no end tag. */
const empty = /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/;

interface Open extends Tree {
  readonly inside: (Tree | string)[];
}

/**
 * The first element of this name in a page that Astro has written, as a tree; undefined where there is none. It mends nothing, as browsers do for pages of all
 * sorts, and takes a tenth of the time. What stands in a script or style is left out. The element begins in no piece.
 */
export function treeIn(page: string | readonly PagePart[], name: string): Tree | undefined {
  const parts = typeof page === 'string' ? [page] : page;
  const start = new RegExp(`<${name}[\\s>]`);
  const first = parts.findIndex((part) => typeof part === 'string' && start.test(part));
  if (first === -1) return undefined;
  const open = opened();
  for (const [at, part] of parts.entries()) {
    if (at < first) continue;
    if (typeof part !== 'string') open.at(-1)!.inside.push(...treesOf(part));
    else read(part, at === first ? part.search(start) : 0, open, ({ length }) => length > 1);
    if (open.length === 1) break;
  }
  const [found] = open[0]!.inside;
  return typeof found === 'object' ? found : undefined;
}

/** A piece of a page, such as the body of an article, as a tree without a name. */
export function treeOf(html: string): Tree {
  const open = opened();
  read(html, 0, open, () => true);
  return open[0]!;
}

const pieces = new WeakMap<Piece, Tree['inside']>();

/** What stands in a piece, read once for all pages; it has holes where they differ. */
function treesOf({ piece }: PlacedPiece): Tree['inside'] {
  const before = pieces.get(piece);
  if (before) return before;
  const open = opened();
  for (const part of piece.parts ?? [piece.html])
    if (typeof part !== 'string') open.at(-1)!.inside.push(...treesOf(part));
    else read(part, 0, open, () => true);
  const inside = open[0].inside.map((each) =>
    typeof each === 'string' ? each : { ...each, shared: true as const },
  );
  pieces.set(piece, inside);
  return inside;
}

function opened(): [Open, ...Open[]] {
  return [{ name: '', attributes: {}, inside: [] }];
}

/** Reads from a place on, as long as `goesOn` says of what is open after each piece. */
function read(html: string, from: number, open: Open[], goesOn: (open: readonly Tree[]) => boolean): void {
  for (let at = from; at < html.length && (at === from || goesOn(open));) at = readAt(html, at, open);
}

/** Reads one piece at a place into what is open there, and says where the next one begins. */
function readAt(html: string, at: number, open: Open[]): number {
  const into = open.at(-1)!;
  if (html[at] !== '<') {
    const end = html.indexOf('<', at);
    into.inside.push(unescapeText(html.slice(at, end === -1 ? html.length : end)));
    return end === -1 ? html.length : end;
  }
  if (html.startsWith('<!--', at)) return textEnd(html, '-->', at);
  if (html[at + 1] === '/') {
    // Nearly every end tag is that of what was opened last.
    const closed = at + 2 + into.name.length;
    if (open.length > 1 && html[closed] === '>' && html.startsWith(into.name, at + 2)) {
      open.pop();
      return closed + 1;
    }
    const end = textEnd(html, '>', at);
    const name = html
      .slice(at + 2, end - 1)
      .trim()
      .toLowerCase();
    const opened = open.findLastIndex((element) => element.name === name);
    if (opened > 0) open.length = opened;
    return end;
  }
  const tag = startTagAt(html, at);
  if (!tag) {
    into.inside.push('<');
    return at + 1;
  }
  const attributes: Record<string, string> = {};
  for (const { name, value } of attributesOf(tag)) attributes[name] = value;
  const element: Open = { name: tag.name, attributes, inside: [] };
  into.inside.push(element);
  if (tag.inside) {
    if (/^(?:title|textarea)$/.test(tag.name))
      element.inside.push(unescapeText(html.slice(tag.inside.from, tag.inside.to)));
    return textEnd(html, '>', tag.inside.to);
  }
  if (!empty.test(tag.name) && !html.startsWith('/>', tag.to - 2)) open.push(element);
  return tag.to;
}

/** All texts of an element, one after the other. */
export function textOf(tree: Tree | string): string {
  return typeof tree === 'string' ? tree : tree.inside.map(textOf).join('');
}
