import { deepEqual, equal, ok } from 'node:assert/strict';
import { test } from 'node:test';

import { likelihoodWords, strengthOf } from '../../knowledge/likelihood.ts';
import { standingOf } from './likelier.ts';

test('before any answer a cause keeps its word, and a measured number stays one', () => {
  for (const word of likelihoodWords) deepEqual(standingOf(word, 0.2, 0.2), { likelihood: word });
  deepEqual(standingOf(0.37, 0.2, 0.2), { likelihood: 0.37 });
});

test('an answer that speaks for a cause makes it likelier, but no likelier than it then is', () => {
  deepEqual(standingOf('seldom', 0.04, 0.85), { likelihood: 'almost-always', change: 'likelier' });
  deepEqual(standingOf('seldom', 0.04, 0.3), { likelihood: 'sometimes', change: 'likelier' });
  deepEqual(standingOf('often', 0.2, 0.45), { likelihood: 'often', change: 'likelier' });
});

test('an answer that speaks against a cause makes it less likely', () => {
  deepEqual(standingOf('often', 0.3, 0.05), { likelihood: 'seldom', change: 'less-likely' });
  deepEqual(standingOf('rarely', 0.02, 0.001), { likelihood: 'rarely', change: 'less-likely' });
});

test('from a quarter more, or a fifth less, a change is told', () => {
  equal(standingOf('often', 0.4, 0.5).change, 'likelier');
  equal(standingOf('often', 0.5, 0.4).change, 'less-likely');
});

test('a cause that had no chance keeps its word', () => {
  deepEqual(standingOf('seldom', 0, 0.3), { likelihood: 'seldom' });
});

test('a change too small to act on is not told', () => {
  equal(standingOf('often', 0.3, 0.33).change, undefined);
  equal(standingOf('often', 0.3, 0.27).change, undefined);
});

test('the word never goes the other way than the probability', () => {
  for (const word of likelihoodWords)
    for (const before of [0.02, 0.1, 0.3, 0.6])
      for (const now of [0.001, 0.05, 0.2, 0.5, 0.9]) {
        const step = strengthOf(standingOf(word, before, now).likelihood) - strengthOf(word);
        ok(step * (now - before) >= 0, `${word}: ${before} to ${now} gives ${step}`);
      }
});
