import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withTicks } from './ticks.ts';

test('each step has a box of its own, named by its number; other items have none', () => {
  const html = '<ol><li class="step" id="pull" data-step="1">Pull.<ul><li>Gently.</li></ul></li></ol>';
  assert.equal(
    withTicks(html, (step) => `Step ${step} done`),
    '<ol><li class="step" id="pull" data-step="1"><input type="checkbox" class="tick no-print" autocomplete="off" value="pull" aria-label="Step 1 done">Pull.<ul><li>Gently.</li></ul></li></ol>',
  );
});
