import assert from 'node:assert/strict';
import { test } from 'node:test';
import { settle } from './settle.ts';

test('what has room stays where it is', () => {
  assert.deepEqual(
    settle(
      [
        { at: 10, size: 10 },
        { at: 30, size: 10 },
      ],
      0,
      100,
    ),
    [10, 30],
  );
});

test('what overlaps moves down, in its order', () => {
  assert.deepEqual(
    settle(
      [
        { at: 10, size: 20 },
        { at: 11, size: 10 },
        { at: 12, size: 10 },
      ],
      0,
      100,
    ),
    [10, 25, 35],
  );
});

test('what would leave the line moves back in', () => {
  assert.deepEqual(
    settle(
      [
        { at: 2, size: 20 },
        { at: 98, size: 10 },
        { at: 99, size: 10 },
      ],
      0,
      100,
    ),
    [10, 85, 95],
  );
});
