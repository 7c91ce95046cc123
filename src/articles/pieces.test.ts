import { deepEqual, equal, match, rejects } from 'node:assert/strict';
import { test } from 'node:test';
import { hole, wholeOf } from '../domain/page-part.ts';
import { piecesOf, type DrawPiece, type Pieces } from './pieces.ts';

/** Pieces, and what the page that is drawn is told to have read. */
function remembering(): Omit<Pieces, 'piece'> & { readonly piece: DrawPiece; readonly told: string[] } {
  const told: string[] = [];
  const pieces = piecesOf((cell) => void told.push(cell));
  return { ...pieces, told, piece: (of, fill, draw) => pieces.piece(of, fill, draw, (html) => html) };
}

test('a piece is drawn once for all pages that ask for the same, each with its own words in it', async () => {
  const { piece, partsOf } = remembering();
  let drawn = 0;
  const draw = (fill: string): Promise<string> => Promise.resolve(`<a href="/${fill}/">${++drawn}</a>`);
  const pages = [
    await piece(['card', { id: 'tray' }], 'first', draw),
    await piece(['card', { id: 'tray' }], 'first/light/on', draw),
    await piece(['card', { id: 'dial' }], 'first', draw),
  ];
  deepEqual(
    pages.map((page) => wholeOf(partsOf(`<main>${page}</main>`))),
    [
      '<main><a href="/first/">1</a></main>',
      '<main><a href="/first/light/on/">1</a></main>',
      '<main><a href="/first/">2</a></main>',
    ],
  );
});

test('a page that only takes a piece has read all that it was made of, and nothing that others read meanwhile', async () => {
  const { piece, hear, told } = remembering();
  await Promise.all([
    piece('outer', '', async () => {
      hear('a');
      await Promise.resolve();
      hear('b');
      return '<p></p>';
    }),
    piece('other', '', async () => {
      await Promise.resolve();
      hear('c');
      return '<b></b>';
    }),
    Promise.resolve().then(() => hear('d')),
  ]);
  deepEqual([...new Set(told)].toSorted(), ['a', 'b', 'c', 'd']);
  const readBy = (of: string): readonly string[] => {
    told.length = 0;
    void piece(of, '', () => Promise.reject(new Error('drawn twice')));
    return told.toSorted();
  };
  deepEqual([readBy('outer'), readBy('other')], [['a', 'b'], ['c']]);
});

test('words that would have to be escaped are in no hole: such a piece is drawn for its page alone', async () => {
  const { piece } = remembering();
  const draw = (fill: string): Promise<string> =>
    Promise.resolve(`<a title="${fill.replace('&', '&amp;')}"></a>`);
  equal(await piece('one', 'a&b', draw), '<a title="a&amp;b"></a>');
  match(await piece('one', 'a', draw), /^<!--\w{32} 0 a-->$/);
});

test('pieces that stand in another one are drawn once wherever they stand, and what they read is read for all', async () => {
  const { piece, partsOf, hear, told } = remembering();
  let drawn = 0;
  const inner = (fill: string): Promise<string> => {
    hear('inner');
    return Promise.resolve(`<b>${fill} ${++drawn}</b>`);
  };
  const outer = (of: string, from: string): Promise<string> | string =>
    piece(
      of,
      from,
      async (fill) => `<p>${await piece('inner', fill, inner)}${await piece('own', 'x', inner)}</p>`,
    );
  equal(wholeOf(partsOf(await outer('outer', 'first'))), '<p><b>first 1</b><b>x 2</b></p>');
  equal(wholeOf(partsOf(await outer('other', 'second'))), '<p><b>second 1</b><b>x 2</b></p>');
  told.length = 0;
  const again = partsOf(await outer('outer', 'third'));
  deepEqual([...new Set(told)], ['inner']);
  equal(wholeOf(again), '<p><b>third 1</b><b>x 2</b></p>');
  const [only] = again;
  const parts = typeof only === 'object' ? only.piece.parts : undefined;
  deepEqual(
    parts?.map((part) => (typeof part === 'string' ? part : [part.piece.html, part.fill])),
    ['<p>', [`<b>${hole} 1</b>`, hole], [`<b>${hole} 2</b>`, 'x'], '</p>'],
  );
});

test('a page waits for a piece that has to be drawn, and for no other', async () => {
  const { piece } = remembering();
  const draw = (): Promise<string> => Promise.resolve('<b></b>');
  const first = piece('one', 'a', draw);
  equal(typeof first, 'object');
  equal(await first, piece('one', 'a', draw));
});

test('what is done to a page that is drawn is done to each piece once, and not to what is drawn in the page itself', async () => {
  const { piece, partsOf } = piecesOf(() => undefined);
  const finish = (html: string): string => html.replace('href="/', 'href="/help/');
  const draw = (fill: string): Promise<string> => Promise.resolve(`<a href="/${fill}"></a>`);
  equal(wholeOf(partsOf(await piece('link', 'a', draw, finish))), '<a href="/help/a"></a>');
  equal(wholeOf(partsOf(await piece('link', 'b', draw, finish))), '<a href="/help/b"></a>');
  equal(await piece('link', 'a b', draw, finish), '<a href="/a b"></a>');
});

test('what an author writes is no mark, since two builds have no mark in common', async () => {
  const marks = [remembering(), remembering()].map(({ piece }) =>
    piece('one', 'a', () => Promise.resolve('<b></b>')),
  );
  const [mine, foreign] = await Promise.all(marks);
  equal(mine === foreign, false);
});

test('a piece with a script or a style, which stand once in a page, ends the build, and so does one that cannot be drawn', async () => {
  const { piece } = remembering();
  const drawn = async (of: string, html: string): Promise<string> =>
    piece(of, '', () => Promise.resolve(html));
  await rejects(drawn('script', '<p></p><script src="/a.js"></script>'), /holds a script/);
  await rejects(drawn('style', '<style>b{top:0}</style>'), /a style/);
  await rejects(
    async () => piece('broken', '', () => Promise.reject(new Error('No picture.'))),
    /No picture/,
  );
});

test('however many pieces there are, those of a page are there when it is put together', async () => {
  const { piece, partsOf } = remembering();
  for (let page = 0; page < 30; page++) {
    const marks: string[] = [];
    for (let at = 0; at < 150; at++)
      marks.push(await piece([page, at], '', () => Promise.resolve(`<b>${page}.${at}</b>`)));
    const whole = wholeOf(partsOf(marks.join('')));
    equal(whole.startsWith(`<b>${page}.0</b>`) && whole.endsWith(`<b>${page}.149</b>`), true);
  }
});
