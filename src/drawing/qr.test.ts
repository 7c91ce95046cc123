import assert from 'node:assert/strict';
import { test } from 'node:test';
import { crc32, gzipSync, inflateSync } from 'node:zlib';
import { encode } from 'uqr';
import { drawQr } from './qr.ts';

const address = 'https://toast-not-right.example/symptoms/pops-up-at-once/';
const png = Buffer.from(drawQr(address).image.replace('data:image/png;base64,', ''), 'base64');

test('the pixels are exactly the modules of the code', () => {
  const { data, size } = encode(address, { ecc: 'L', border: 0, maskPattern: 0 });
  const at = png.indexOf('IDAT');
  const lines = inflateSync(png.subarray(at + 4, at + 4 + png.readUInt32BE(at - 4)));
  const bytes = 1 + Math.ceil(size / 8);
  const drawn = Array.from({ length: size }, (_, y) =>
    Array.from({ length: size }, (_unused, x) => {
      const byte = lines[y * bytes + 1 + Math.floor(x / 8)] ?? 0;
      return ((byte >> (7 - (x % 8))) & 1) === 0;
    }),
  );
  assert.deepEqual(drawn, data);
  // A line begins with its filter: any but 0 would have a browser work the units out of those around them.
  assert.deepEqual(
    drawn.map((_, y) => lines[y * bytes]),
    drawn.map(() => 0),
  );
  assert.equal(png.readUInt32BE(16), drawQr(address).size);
});

test('every part of the image has its sum, without which no browser shows it', () => {
  for (let at = 8; at < png.length;) {
    const end = at + 8 + png.readUInt32BE(at);
    assert.equal(png.readUInt32BE(end), crc32(png.subarray(at + 4, end)));
    at = end + 4;
  }
});

test('a code is small enough to stand in the page', () => {
  assert.ok(gzipSync(drawQr(address).image, { level: 9 }).length < 330);
});
