import { equal } from 'node:assert/strict';
import { test } from 'node:test';
import { nextAfter } from './next-after.ts';
import type { Result, Tried } from './tried.ts';

test('After a fix comes the first one that is not marked, also one before it.', () => {
  const fixes = ['clean', 'unplug', 'coil'];
  equal(nextAfter('unplug', fixes, { marks: [], kept: true }), 'clean');
  equal(nextAfter('unplug', fixes, { marks: marked(['clean', 'n']), kept: true }), 'coil');
  equal(nextAfter('coil', fixes, { marks: marked(['clean', 'n'], ['unplug', 's']), kept: true }), undefined);
});

test('On a device that keeps nothing, the plan goes on behind the fix, and begins at its start after one from outside.', () => {
  const fixes = ['clean', 'unplug', 'coil'];
  equal(nextAfter('unplug', fixes, { marks: [], kept: false }), 'coil');
  equal(nextAfter('coil', fixes, { marks: [], kept: false }), undefined);
  equal(nextAfter('shop', fixes, { marks: [], kept: false }), 'clean');
});

function marked(...list: readonly (readonly [fix: string, result: Result])[]): readonly Tried[] {
  return list.map(([fix, result]) => ({ fix, result, at: 0 }));
}
