import assert from 'node:assert/strict';
import { test } from 'node:test';
import { copiedText } from './copied-text.ts';

test('of a talk with a console only the commands are copied', () =>
  assert.equal(
    copiedText('$ kubectl get pods\nNAME   READY\nshop   0/1\n$ kubectl \\\n>   top pod\n'),
    'kubectl get pods\nkubectl \\\n  top pod',
  ));

test('any other text is copied as it stands', () => {
  for (const code of ['a:\n  - 1', '$HOME/bin', 'echo $ x', '> quoted', ''])
    assert.equal(copiedText(`${code}\n`), code);
});
