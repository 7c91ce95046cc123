import assert from 'node:assert/strict';
import { test } from 'node:test';
import { encode } from 'uqr';
import { drawQr } from './qr.ts';

const address = 'https://toast-not-right.example/symptoms/pops-up-at-once/';

test('the strokes cover exactly the dark modules of the code', () => {
  const { data, size } = encode(address, { ecc: 'L', border: 0 });
  const drawn = data.map((row) => row.map(() => false));
  let [x, y] = [0, 0];
  for (const [, dx, dy, run] of drawQr(address).path.matchAll(/m(-?\d+) ?(-?\d+)h(\d+)/g)) {
    x += Number(dx);
    y += Number(dy);
    for (let step = 0; step < Number(run); step += 1, x += 1) drawn[y]![x] = true;
  }
  assert.deepEqual(drawn, data);
  assert.equal(drawQr(address).viewBox, `-4 -4.5 ${size + 8} ${size + 8}`);
});

test('a code is small enough to stand in the page', () => {
  assert.ok(drawQr(address).path.length < 2000);
});
