import { deepEqual, equal } from 'node:assert/strict';
import { test } from 'node:test';
import { guessPlatform } from './guess.ts';

const platforms = [
  { id: 'pocket', agent: ['PocketToast'] },
  { id: 'tablet', agent: ['TabToast', 'BigToast'], touch: true },
  { id: 'desk', agent: ['BigToast'], touch: false },
];

test('a browser is taken for the first platform whose name it says', () => {
  equal(guessPlatform(platforms, 'Browser/5.0 (pockettoast; like BigToast)', 5), 'pocket');
  equal(guessPlatform(platforms, 'Browser/5.0 (TabToast)', 5), 'tablet');
});

test('where two platforms say the same, the number of fingers tells them apart', () => {
  deepEqual(
    [0, 1, 5].map((points) => guessPlatform(platforms, 'Browser/5.0 (BigToast)', points)),
    ['desk', 'desk', 'tablet'],
  );
});

test('a browser that names no platform is not guessed at', () => {
  equal(guessPlatform(platforms, 'Browser/5.0 (Fridge)', 0), undefined);
  equal(guessPlatform([], 'Browser/5.0 (BigToast)', 0), undefined);
});
