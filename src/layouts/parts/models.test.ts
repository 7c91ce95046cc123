import assert from 'node:assert/strict';
import { test } from 'node:test';
import { modelsIn } from './models.ts';

const variant = (label: string, text = '<ol><li class="step">Press.</li></ol>', ids = ''): string =>
  `<div class="variant"${ids && ` data-variant="${ids}"`}><p class="label">${label}</p>${text}</div>`;

test('models whose steps differ can be chosen, each once', () => {
  assert.deepEqual(modelsIn(variant('Two slots') + variant('Four slots') + variant('Two slots')), [
    'Two slots',
    'Four slots',
  ]);
});

test('versions, notes without steps and a single model leave nothing to choose', () => {
  assert.deepEqual(
    modelsIn(
      variant('Two slots') + variant('OS 2', undefined, 'os-2') + variant('Four slots', '<p>Hot.</p>'),
    ),
    [],
  );
});
