import { equal } from 'node:assert/strict';
import { test } from 'node:test';
import { cause } from '../knowledge/example-base.ts';
import { causesShown } from './symptom-plan.ts';

test('up to five causes stand on the page of a symptom, and of more the four likeliest', () => {
  const shownOf = (count: number): number =>
    causesShown({
      causes: Array.from({ length: count }, (_, nth) => ({
        cause: cause(`cause-${nth}`, 'A cause', []),
        likelihood: 'seldom',
      })),
    });
  equal(shownOf(0), 0);
  equal(shownOf(4), 4);
  equal(shownOf(5), 5);
  equal(shownOf(6), 4);
});
