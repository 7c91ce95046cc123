import { hole, type PagePart, type Piece } from '../../domain/page-part.ts';
import { onceEachObject } from '../../domain/values/on-demand.ts';

/** One room for all pages: thousands of buffers would be garbage as large as the site. */
let room = Buffer.allocUnsafe(1 << 16);

/** A page as the bytes of its file, which stand there until the next page is asked for. Pieces that it shares with other pages are encoded once. */
export function bytesOf(page: readonly PagePart[]): Buffer {
  let end = 0;
  const reserve = (length: number): void => {
    if (room.length >= end + length) return;
    const larger = Buffer.allocUnsafe(2 * (end + length));
    room.copy(larger, 0, 0, end);
    room = larger;
  };
  const text = (part: string): void => {
    reserve(mostBytes * part.length);
    end += room.write(part, end);
  };
  for (const part of page) {
    if (typeof part === 'string') {
      text(part);
      continue;
    }
    for (const [at, bytes] of bytesOfPiece(part.piece).entries()) {
      if (at > 0) text(part.fill);
      reserve(bytes.length);
      room.set(bytes, end);
      end += bytes.length;
    }
  }
  return room.subarray(0, end);
}

/** Bytes in UTF-8 that one unit of a text takes at most. */
const mostBytes = 3;

/** What stands between the holes of a piece. */
const bytesOfPiece = onceEachObject(({ html }: Piece): readonly Buffer[] =>
  html.split(hole).map((part) => Buffer.from(part)),
);
