import assert from 'node:assert/strict';
import { test } from 'node:test';
import { exampleBase } from './example-base.ts';
import { byLetter, groupSymptoms } from './groups.ts';
import { entryOf } from './knowledge-base.ts';
import { similarTo } from './similar.ts';

test('a symptom in no group comes last, under the given title', () => {
  const groups = groupSymptoms(exampleBase(), 'More');
  assert.deepEqual(
    groups.map(({ title, symptoms }) => [title, symptoms.map(({ id }) => id)]),
    [
      ['Lever', ['pops-up']],
      ['More', ['stays-cold']],
    ],
  );
});

test('articles stand under their first letter, quotation marks passed over', () => {
  const letters = byLetter(
    [{ title: 'banana' }, { title: '“Zip”' }, { title: 'Apricot' }, { title: 'avocado' }],
    'en',
  );
  assert.deepEqual(
    new Map(letters.map(({ letter, articles }) => [letter, articles.map(({ title }) => title)])),
    new Map([
      ['Z', ['“Zip”']],
      ['A', ['Apricot', 'avocado']],
      ['B', ['banana']],
    ]),
  );
});

test('similar symptoms are those the author names, with the difference, then those that share causes', () => {
  const base = exampleBase({
    symptom: { similar: [{ symptom: 'stays-cold', difference: 'There, the lever stays down.' }] },
  });
  assert.equal(
    similarTo(base, entryOf(base.symptoms, 'pops-up'))[0]?.difference,
    'There, the lever stays down.',
  );
  const shared = similarTo(base, entryOf(base.symptoms, 'stays-cold'));
  assert.deepEqual(
    shared.map(({ symptom, shared: cause }) => [symptom.id, cause]),
    [['pops-up', 'Crumbs hold the lever']],
  );
});
