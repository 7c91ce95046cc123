import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answerLikelihoods, probabilitiesOf } from './evidence.ts';
import { exampleBase } from '../knowledge/example-base.ts';
import type { Weight } from '../knowledge/likelihood.ts';
import { chanceOf } from './planning-task.ts';

const question = (answers: readonly Readonly<Record<string, Weight>>[]) => ({
  id: 'q',
  title: 'Q?',
  minutes: 1,
  answers: answers.map((likely, index) => ({ id: `a${index}`, label: 'A', likely })),
});
const near = (actual: number | undefined, expected: number) =>
  assert.ok(Math.abs((actual ?? NaN) - expected) < 1e-9, `${actual} is not ${expected}`);

test('likelihood words become probabilities that leave room for something else', () => {
  const [first, second] = probabilitiesOf(
    [
      { cause: 'a', likelihood: 'often' },
      { cause: 'b', likelihood: 'sometimes' },
    ],
    0.1,
  );
  near(first?.probability, 0.6);
  near(second?.probability, 0.3);
});

test('a number that was measured stands for itself, also where nothing was ever the cause', () => {
  const chancesOf = (...measured: readonly number[]): readonly number[] =>
    probabilitiesOf(
      measured.map((likelihood) => ({ cause: 'a', likelihood })),
      0.1,
    ).map(({ probability }) => probability);
  assert.deepEqual(
    chancesOf(0.3, 0.1).map((chance) => Math.round(1000 * chance)),
    [675, 225],
  );
  assert.deepEqual(chancesOf(0, 0), [0, 0]);
});

test('answers that do not list a cause share what the others leave', () => {
  const likelihoods = answerLikelihoods(question([{ a: 'often' }, {}, {}]), 'a');
  assert.deepEqual([...likelihoods.values()], [0.5, 0.25, 0.25]);
});

test('a cause that no answer lists says nothing', () => {
  assert.deepEqual([...answerLikelihoods(question([{ a: 'often' }, {}]), 'b').values()], [0.5, 0.5]);
});

test('answers that all rule a cause out say nothing of it', () => {
  assert.deepEqual([...answerLikelihoods(question([{ a: 0 }, { a: 0 }]), 'a').values()], [0.5, 0.5]);
});

test('answers that give a cause more than everything are scaled to it, and leave the others the least', () => {
  const values = [...answerLikelihoods(question([{ a: 0.9 }, { a: 0.9 }, {}]), 'a').values()];
  near(values[0], 0.5 / 1.02);
  near(values[2], 0.02 / 1.02);
});

test('no answer rules a cause out, however sure its words are', () => {
  const values = [
    ...answerLikelihoods(
      question([{ a: 'almost-always' }, { a: 'rarely' }, { a: 'rarely' }, { a: 'rarely' }]),
      'a',
    ).values(),
  ];
  assert.ok(values.every((value) => value >= 0.019));
  near(
    values.reduce((sum, value) => sum + value, 0),
    1,
  );
});

test('a check ends the search only for a cause that nothing almost always solves', () => {
  const base = exampleBase();
  assert.equal(chanceOf(base, 'no-power', 'confirms'), 0.9);
  assert.equal(chanceOf(base, 'crumbs', 'confirms'), 0);
  assert.equal(chanceOf(base, 'crumbs', 'workaround'), 0);
});
