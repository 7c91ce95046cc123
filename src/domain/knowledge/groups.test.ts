import assert from 'node:assert/strict';
import { test } from 'node:test';
import { exampleBase } from './example-base.ts';
import { byLetter, groupIdOf, groupSymptoms, homeGroupsOf } from './groups.ts';
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

test('without groups all symptoms are one part without a heading', () => {
  const [all, ...more] = groupSymptoms(exampleBase({ site: { groups: [] } }), 'More');
  assert.deepEqual(
    [all?.id, all?.title, all?.symptoms.map(({ id }) => id)],
    ['', '', ['pops-up', 'stays-cold']],
  );
  assert.deepEqual(more, []);
});

test('a group shows what is there, in the order of its author, and none is shown empty', () => {
  const groups = [
    { title: 'The lever', symptoms: ['b', 'gone', 'a'] },
    { title: 'Nothing yet', symptoms: ['gone'] },
  ];
  assert.deepEqual(homeGroupsOf(groups, ['a', 'b', 'c']), [
    { id: 'the-lever', title: 'The lever', symptoms: ['b', 'a'] },
    { id: 'more', symptoms: ['c'] },
  ]);
  assert.deepEqual(homeGroupsOf(groups, ['a']), [{ id: 'the-lever', title: 'The lever', symptoms: ['a'] }]);
});

test('the title of a group gives its heading an id, up to 100 letters of any script, and signs alone give a plain one', () => {
  const long = Array(10).fill('जामजामजाम').join(' '); // 99 characters, more bytes than the name of a folder may have
  assert.equal(groupIdOf({ title: long }), long.replaceAll(' ', '-'));
  assert.equal(groupIdOf({ title: '???' }), 'group');
});

test('what begins with no letter and no digit stands under a sign of its own', () => {
  assert.deepEqual(
    byLetter([{ title: '…' }, { title: '3G' }], 'en').map(({ letter }) => letter),
    ['#', '3'],
  );
});

test('articles stand under their first letter, quotation marks passed over', () => {
  const letters = byLetter(
    [{ title: 'banana' }, { title: '“Zip”' }, { title: 'Apricot' }, { title: 'avocado' }],
    'en',
  );
  assert.deepEqual(
    letters.map(({ letter, articles }) => [letter, articles.map(({ title }) => title)]),
    [
      ['Z', ['“Zip”']],
      ['A', ['Apricot', 'avocado']],
      ['B', ['banana']],
    ],
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
