import { equal } from 'node:assert/strict';
import { test } from 'node:test';
import { withCapital } from './capital.ts';

test('a text begins with a capital letter, as its language writes it', () => {
  equal(withCapital('worked for 3 of 4'), 'Worked for 3 of 4');
  equal(withCapital('ärger'), 'Ärger');
  equal(withCapital('iki', 'tr'), 'İki');
  equal(withCapital('نجح'), 'نجح');
  equal(withCapital(''), '');
});
