import { crc32, deflateSync } from 'node:zlib';
import { encode } from 'uqr';

/** A QR code as an image that the page carries. Readers need a clear margin of four units around it, which is left to the page. */
export interface QrDrawing {
  /** Units at each side. One unit is one pixel. */
  readonly size: number;
  /** A PNG as a `data:` address. */
  readonly image: string;
}

/**
 * Draws a text as a QR code. The lowest error correction: a screen or a fresh print has nothing to correct. One bit for each
 * unit is half of what strokes of an SVG take in a packed page, and still needs no script, no request and no network. One mask for all:
 * to try each for the prettiest takes most of the time, and every camera reads every mask.
 */
export function drawQr(text: string): QrDrawing {
  const { data, size } = encode(text, { ecc: 'L', border: 0, maskPattern: 0 });
  return { size, image: `data:image/png;base64,${pngOf(data, size).toString('base64')}` };
}

/** To clear the room that is usual takes longer than to pack two hundred bytes. */
const room = { level: 9, windowBits: 9, memLevel: 1 } as const;

/** Black on white, one bit for each pixel. */
function pngOf(rows: readonly (readonly boolean[])[], size: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.writeUInt8(1, 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunkOf('IHDR', header),
    chunkOf('IDAT', deflateSync(linesOf(rows, size), room)),
    chunkOf('IEND', Buffer.alloc(0)),
  ]);
}

/** Each line begins with its filter, which is none; then eight units in a byte, the first one in its highest bit. White is 1. */
function linesOf(rows: readonly (readonly boolean[])[], size: number): Buffer {
  const width = 1 + Math.ceil(size / 8);
  const lines = Buffer.alloc(width * size, 0xff);
  for (const [y, row] of rows.entries()) {
    lines[y * width] = 0;
    for (let x = 0; x < size; x++) if (row[x]) lines[y * width + 1 + (x >> 3)]! ^= 0x80 >> (x & 7);
  }
  return lines;
}

function chunkOf(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const chunk = Buffer.alloc(body.length + 8);
  chunk.writeUInt32BE(data.length, 0);
  body.copy(chunk, 4);
  chunk.writeUInt32BE(crc32(body), chunk.length - 4);
  return chunk;
}
