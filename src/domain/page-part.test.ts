import { deepEqual, equal } from 'node:assert/strict';
import { test } from 'node:test';
import { filledIn, hole, markOf, partsIn, wholeOf, type Piece } from './page-part.ts';

const pieces: readonly Piece[] = [{ html: '<b>1</b>' }, { html: `<a href="/${hole}/">2</a>` }];
const pieceAt = (number: number): Piece => pieces[number]!;

test('a page is taken apart at its marks, and is whole again with its own words in the holes of each piece', () => {
  const parts = partsIn(
    `<p>${markOf('s7', 0, '')}${markOf('s7', 1, 'a/b-c')}</p>${markOf('s7', 1, 'd')}`,
    's7',
    pieceAt,
  );
  deepEqual(parts, [
    '<p>',
    { piece: pieces[0], fill: '' },
    { piece: pieces[1], fill: 'a/b-c' },
    '</p>',
    { piece: pieces[1], fill: 'd' },
  ]);
  equal(wholeOf(parts), '<p><b>1</b><a href="/a/b-c/">2</a></p><a href="/d/">2</a>');
});

test('there are more than ten pieces, and what follows a mark may have several lines', () => {
  const parts = partsIn(`${markOf('s7', 123, 'a')}<p>\n</p>\n`, 's7', (number) => ({ html: String(number) }));
  deepEqual(parts, [{ piece: { html: '123' }, fill: 'a' }, '<p>\n</p>\n']);
});

test('a page without marks is one part, and comments and marks with another seal are none', () => {
  const html = `<p><!-- s7 1 --><!--s71 1 --><b title="${markOf('s8', 1, 'a')}"></b></p>`;
  deepEqual(partsIn(html, 's7', pieceAt), [html]);
  deepEqual(partsIn('', 's7', pieceAt), []);
});

test('what was made of a piece is filled in wherever it has a hole, and what was made of a page’s own part stays', () => {
  equal(filledIn(`${hole} and ${hole}`, { piece: pieces[1]!, fill: 'x' }), 'x and x');
  equal(filledIn(`/${hole}`, { piece: pieces[1]!, fill: '' }), '/');
  equal(filledIn(`/${hole}`, 'x'), `/${hole}`);
});
