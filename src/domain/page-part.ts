/** A piece that many pages have: HTML of whole elements without scripts and styles, which is drawn once. */
export interface Piece {
  readonly html: string;
  /** What it consists of, where other pieces stand in it; `hole` is the fill of those that have what the page has in it. */
  readonly parts?: readonly PagePart[] | undefined;
}

/** A piece where it stands in a page, with what the page has in place of `hole`. */
export interface PlacedPiece {
  readonly piece: Piece;
  readonly fill: string;
}

/** Some HTML of a page of its own, or a piece that it shares with others. A page is a list of them. */
export type PagePart = string | PlacedPiece;

/** Stands in a piece for what differs from page to page; it is no character, so no text holds it. */
export const hole = '\uFDD0';

/** A text that was made of a part as the page has it: with its own words in the holes of a piece. */
export function filledIn(text: string, part: PagePart): string {
  return typeof part === 'string' ? text : text.replaceAll(hole, part.fill);
}

/** The whole HTML of a page. */
export function wholeOf(page: readonly PagePart[]): string {
  return page.map((part) => (typeof part === 'string' ? part : filledIn(part.piece.html, part))).join('');
}

/** What stands in the drawn HTML of a page in place of a piece. `seal` are letters and digits that no text can foresee: else an author could write a mark. */
export function markOf(seal: string, number: number, fill: string): string {
  return `<!--${seal} ${number} ${fill}-->`;
}

/** The parts of HTML that holds marks with this seal; `pieceAt` gives the piece of a number. */
export function partsIn(html: string, seal: string, pieceAt: (number: number) => Piece): readonly PagePart[] {
  const begin = `<!--${seal} `;
  const parts: PagePart[] = [];
  let from = 0;
  for (let at = html.indexOf(begin); at !== -1; at = html.indexOf(begin, from)) {
    const space = html.indexOf(' ', at + begin.length);
    const end = html.indexOf('-->', space);
    if (at > from) parts.push(html.slice(from, at));
    const number = Number(html.slice(at + begin.length, space));
    parts.push({ piece: pieceAt(number), fill: html.slice(space + 1, end) });
    from = end + '-->'.length;
  }
  if (from < html.length) parts.push(html.slice(from));
  return parts;
}
