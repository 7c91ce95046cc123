import { deepEqual, equal } from 'node:assert/strict';
import { test } from 'node:test';
import {
  clampAnswer,
  likelihoodWords,
  nearestWord,
  shiftWeight,
  strengthOf,
  weightOf,
  wordOrMeasured,
} from './likelihood.ts';

test('the five words stand for their numbers, a number for itself', () => {
  deepEqual(likelihoodWords.map(weightOf), [0.9, 0.5, 0.25, 0.1, 0.03]);
  equal(weightOf(0.42), 0.42);
});

test('no answer rules a cause out or in', () => {
  deepEqual([0, 0.01, 0.5, 0.99, 1].map(clampAnswer), [0.02, 0.02, 0.5, 0.98, 0.98]);
});

test('a word moves one level up or down and stops at the ends; a measured number does not move', () => {
  deepEqual(
    likelihoodWords.map((word) => shiftWeight(word, 1)),
    ['almost-always', 'almost-always', 'often', 'sometimes', 'seldom'],
  );
  deepEqual(
    likelihoodWords.map((word) => shiftWeight(word, -1)),
    ['often', 'sometimes', 'seldom', 'rarely', 'rarely'],
  );
  equal(shiftWeight(0.42, 1), 0.42);
});

test('a number has the word that is nearest, and the bars of that word', () => {
  deepEqual([0.9, 0.7, 0.69, 0.372, 0.25, 0.1, 0.03, 0].map(nearestWord), [
    'almost-always',
    'almost-always',
    'often',
    'sometimes',
    'sometimes',
    'seldom',
    'rarely',
    'rarely',
  ]);
  deepEqual([...likelihoodWords, 0.372].map(strengthOf), [5, 4, 3, 2, 1, 3]);
  deepEqual([wordOrMeasured('often'), wordOrMeasured(0.4)], ['often', 'measured']);
});
