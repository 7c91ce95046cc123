import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import { hole, markOf, partsIn, wholeOf, type PagePart, type Piece } from '../domain/page-part.ts';
import { likenessOf } from './digest.ts';
import type { Note } from './watched.ts';

type Draw = (fill: string) => Promise<string>;
type Finish = (html: string) => string;

/**
 * The HTML of a piece of a page, or a mark in its place where pages are put together later. The piece is the same wherever what it is made
 * `of` is the same, but for `fill`, for which `draw` is handed what to write. Other pieces may stand in it. A promise only where it has to be drawn: a page with
 * one in it waits, and Astro keeps all that follows until then.
 */
export type DrawPiece = (of: unknown, fill: string, draw: Draw) => Promise<string> | string;

/** The pieces of the pages of a build. */
export interface Pieces {
  /** Draws each piece once, and returns its mark; `finish` does to it what is done to a page that is drawn. */
  readonly piece: (...piece: [...Parameters<DrawPiece>, Finish]) => ReturnType<DrawPiece>;
  /** The parts of a page that holds marks. */
  readonly partsOf: (html: string) => readonly PagePart[];
  /** Is to be told of each cell that is read, and tells who notes what pages read: also of what a piece was made of, for a page that only takes it. */
  readonly hear: Note;
}

/** Pieces that are remembered at most; most belong to one symptom, whose pages follow one another. */
const most = 2000;

/** Remembers the pieces of pages that are drawn one after the other; `note` is told what is read for the page that is drawn. */
export function piecesOf(note: Note): Pieces {
  const seal = randomUUID().replaceAll('-', '');
  const numbers = new Map<string, number>();
  const pieces: (Piece & { readonly cells: ReadonlySet<string> })[] = [];
  /** What is read for the piece that is drawn here, while other components of its page are drawn as well. */
  const reading = new AsyncLocalStorage<Set<string>>();
  const hearAll = (cells: Iterable<string>): void => {
    const within = reading.getStore();
    for (const cell of cells) {
      note(cell);
      within?.add(cell);
    }
  };
  const partsOf = (html: string): readonly PagePart[] => partsIn(html, seal, (number) => pieces[number]!);
  const drawOnce = async (key: string, draw: Draw, finish: Finish): Promise<number> => {
    const cells = new Set<string>();
    const html = finish(await reading.run(cells, () => draw(hole)));
    if (/<(?:script|style|meta)\b/.test(html))
      throw new Error('A piece of pages holds a script or a style, which stand in pages themselves.');
    const parts = partsOf(html);
    const isWhole = parts.every((part) => typeof part === 'string');
    const number = pieces.push({ html: wholeOf(parts), parts: isWhole ? undefined : parts, cells }) - 1;
    numbers.set(key, number);
    return number;
  };
  return {
    hear: (cell) => hearAll([cell]),
    piece: (of, fill, draw, finish) => {
      if (fill !== hole && !/^[\w.:/%~-]*$/.test(fill)) return draw(fill);
      const key = likenessOf(of);
      const before = numbers.get(key);
      const take = (number: number): string => {
        hearAll(pieces[number]!.cells);
        return markOf(seal, number, fill);
      };
      return before === undefined ? drawOnce(key, draw, finish).then(take) : take(before);
    },
    partsOf: (html) => {
      const parts = partsOf(html);
      if (pieces.length > most) {
        pieces.length = 0;
        numbers.clear();
      }
      return parts;
    },
  };
}
