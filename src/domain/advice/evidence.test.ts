import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answerLikelihoods, probabilitiesOf } from './evidence.ts';
import { exampleBase } from '../knowledge/example-base.ts';
import { chanceOf } from './planning-task.ts';

const question = (answers: readonly Readonly<Record<string, 'almost-always' | 'often' | 'rarely'>>[]) => ({
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

test('answers that do not list a cause share what the others leave', () => {
  const likelihoods = answerLikelihoods(question([{ a: 'often' }, {}, {}]), 'a');
  assert.deepEqual([...likelihoods.values()], [0.5, 0.25, 0.25]);
});

test('a cause that no answer lists says nothing', () => {
  assert.deepEqual([...answerLikelihoods(question([{ a: 'often' }, {}]), 'b').values()], [0.5, 0.5]);
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
