import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatTicks, parseTicks } from './ticks.ts';

const kept = formatTicks(1000, ['pull', 'push']);

test('ticks are kept for a week', () => {
  assert.deepEqual([...parseTicks(kept, 1000 + 10_080)], ['pull', 'push']);
  assert.deepEqual([...parseTicks(kept, 1000 + 10_081)], []);
});

test('nothing, or anything else, ticks nothing', () => {
  assert.deepEqual([...parseTicks('', 1000)], []);
  assert.deepEqual([...parseTicks('pull push', 1000)], []);
});
