import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hole, wholeOf, type PagePart } from '../../domain/page-part.ts';
import { bytesOf } from './page-bytes.ts';

const piece = { html: `<a href="/${hole}/">“${hole}” – ü</a>` };
const bare = { html: '<b>€</b>' };

test('a page is the bytes of its text, whatever signs stand in it, and however long it is', () => {
  const long = 'ü€😀'.repeat(60_000);
  const pages: readonly (readonly PagePart[])[] = [
    [],
    ['<p>“ü”</p>', { piece, fill: 'one/two' }, { piece: bare, fill: 'x' }, '<p>😀'],
    [{ piece, fill: '' }, long, { piece, fill: 'three' }],
    [{ piece: { html: long }, fill: '' }, '<p>', { piece, fill: 'four' }],
    ['<p>short', { piece, fill: 'five' }],
  ];
  for (const page of pages) assert.equal(bytesOf(page).toString(), wholeOf(page));
});
