import assert from 'node:assert/strict';
import { test } from 'node:test';
import { siteSchema } from './site.ts';
import { entryExamples, fieldNames, groupExamples, nestedFields } from './shapes.ts';

test('Every field of a group or an entry may stand in braces.', () => {
  for (const field of 'minutes phone mail endpoint light dark typed symptoms text note fix system page'.split(
    ' ',
  ))
    assert.ok(nestedFields.has(field), field);
  for (const field of ['cause', 'works', 'term', 'path', 'difference', 'rule'])
    assert.ok(nestedFields.has(field), field);
  for (const field of ['vendor', 'requires', '…']) assert.ok(!nestedFields.has(field), field);
});

test('An example of a group names what must be there, with a word that may stand there.', () => {
  assert.equal(entryExamples['solves'], '{ cause: …, works: often }');
  assert.equal(entryExamples['versions'], '{ id: …, name: …, range: ">=1" }');
  assert.equal(entryExamples['groups'], '{ title: …, symptoms: [] }');
  assert.equal(entryExamples['risks'], '{ id: …, label: … }');
  assert.equal(groupExamples['support'], '{ name: … }');
  assert.equal(groupExamples['feedback'], '{ mail: … }');
  assert.equal(groupExamples['likely'], '{ …: often }');
  assert.equal(groupExamples['applies'], '{ …: ">=1" }');
});

test('Fields are known at every depth, also of a schema that is transformed in the end.', () => {
  assert.deepEqual(fieldNames(siteSchema, ['accent']), ['light', 'dark']);
  assert.deepEqual(fieldNames(siteSchema, ['platforms', 0, 'versions', 1]), ['id', 'name', 'range']);
  assert.deepEqual(fieldNames(siteSchema, ['title']), []);
});
