import { deepEqual } from 'node:assert/strict';
import { test } from 'node:test';
import type { Cause, Symptom } from './article.ts';
import { exampleBase } from './example-base.ts';
import { buildKnowledgeBase, entryOf } from './knowledge-base.ts';
import { similarTo } from './similar.ts';

const example = exampleBase();
const like = entryOf(example.symptoms, 'pops-up');
const cause = entryOf(example.causes, 'crumbs');

/** Symptoms by their ids, and causes by the symptoms that they explain; `of` names others itself. */
function similarOf(
  symptoms: readonly string[],
  causes: Readonly<Record<string, readonly string[]>>,
  of: string,
  named: readonly string[] = [],
) {
  const base = buildKnowledgeBase(
    example.site,
    [
      ...symptoms.map((id): Symptom => ({
        ...like,
        id,
        similar: id === of ? named.map((symptom) => ({ symptom, difference: `not ${symptom}` })) : [],
      })),
      ...Object.entries(causes).map(([id, explains]): Cause => ({
        ...cause,
        id,
        title: `Because of ${id}`,
        explains: explains.map((symptom) => ({ symptom, likelihood: 'often' })),
      })),
    ],
    [],
  );
  return similarTo(base, entryOf(base.symptoms, of)).map(({ symptom, difference, shared }) =>
    [symptom.id, difference ?? shared].join(': '),
  );
}

test('one shared cause makes no twins; two do, and more of them come first, then the name', () => {
  const causes = { x: ['a', 'b', 'c', 'd', 'e'], y: ['a', 'd', 'c', 'b'], z: ['a', 'd'] };
  deepEqual(similarOf(['a', 'b', 'c', 'd', 'e'], causes, 'a'), [
    'd: Because of x',
    'b: Because of x',
    'c: Because of x',
  ]);
  deepEqual(similarOf(['a', 'b', 'c', 'd', 'e'], causes, 'e'), []);
});

test('at most four are shown, and none is itself', () => {
  const all = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
  deepEqual(
    similarOf(all, { x: all, y: all }, 'd'),
    ['a', 'b', 'c', 'e'].map((id) => `${id}: Because of x`),
  );
});

test('what the author names comes first, once, and two that are named are enough', () => {
  const all = ['a', 'b', 'c', 'd', 'e', 'f'];
  deepEqual(similarOf(all, { x: all, y: all }, 'a', ['e']), [
    'e: not e',
    'b: Because of x',
    'c: Because of x',
    'd: Because of x',
  ]);
  deepEqual(similarOf(all, { x: all, y: all }, 'a', ['e', 'c']), ['e: not e', 'c: not c']);
  deepEqual(
    similarOf(all, {}, 'a', ['f', 'e', 'd', 'c', 'b']),
    ['f', 'e', 'd', 'c'].map((id) => `${id}: not ${id}`),
  );
});

test('a name that leads nowhere is left out', () => {
  deepEqual(similarOf(['a', 'b'], {}, 'a', ['gone', 'b']), ['b: not b']);
});
