import { encode } from 'uqr';

/** A QR code as one SVG path of strokes one unit wide, with the clear margin of four units that readers need. */
export interface QrDrawing {
  readonly viewBox: string;
  readonly path: string;
}

/** Draws a text as a QR code. The lowest error correction: a screen or a fresh print has nothing to correct. */
export function drawQr(text: string): QrDrawing {
  const { data, size } = encode(text, { ecc: 'L', border: 0 });
  return { viewBox: `-4 -4.5 ${size + 8} ${size + 8}`, path: runsOf(data) };
}

/** Runs of dark modules as `m` and `h`, each from the end of the one before: the shortest form that needs no script to draw. */
function runsOf(rows: readonly (readonly boolean[])[]): string {
  let path = '';
  let at = { x: 0, y: 0 };
  for (const [y, row] of rows.entries()) {
    for (let x = 0; x < row.length; x += 1) {
      if (!row[x]) continue;
      const start = x;
      while (row[x]) x += 1;
      path += `m${start - at.x} ${y - at.y}h${x - start}`;
      at = { x, y };
    }
  }
  return path.replaceAll(' -', '-');
}
