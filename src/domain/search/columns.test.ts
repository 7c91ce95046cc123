import assert from 'node:assert/strict';
import { test } from 'node:test';
import { randomFrom } from '../plan/random.ts';
import { articlesIn, columnsOf, received, sent } from './columns.ts';
import { emptyArticle, exampleArticle, exampleFile } from './example-small.ts';
import type { SearchArticle } from './index.ts';

/** What is left of things when they travel: fields without a value are not there. */
const plain = (things: unknown): unknown => JSON.parse(JSON.stringify(things));

/** An article of any shape. */
function anyArticle(random: () => number): SearchArticle {
  const up = (most: number): number => Math.floor(random() * (most + 1));
  const text = (): string => Array.from({ length: 1 + up(8) }, () => 'ab c,|"\\é字-'.charAt(up(10))).join('');
  const maybe = (): string | undefined => (up(1) ? text() : undefined);
  const some = <T>(make: () => T): readonly T[] => Array.from({ length: up(3) }, make);
  return {
    kind: (['symptom', 'cause', 'fix', 'page', 'term'] as const)[up(4)]!,
    path: text(),
    title: text(),
    summary: up(3) ? text() : '',
    short: maybe(),
    picture: maybe(),
    time: maybe(),
    loses: maybe(),
    asked: maybe(),
    says: some(text),
    aliases: some(text),
    facts: some(text),
    places: some(() => ({ id: maybe(), text: up(3) ? text() : '', step: up(1) ? up(20) : undefined })),
    body: some(() => [up(3) - 1, up(3) ? text() : ''] as const),
    twins: some(() => [text(), text()] as const),
  };
}

test('Articles come out of their columns as they went in, whatever they hold', () => {
  const random = randomFrom(7);
  for (let turn = 0; turn < 300; turn++) {
    const articles = Array.from({ length: Math.floor(random() * 4) + 1 }, () => anyArticle(random));
    const columns = columnsOf(articles);
    assert.deepEqual(plain(articlesIn(columns)), plain(articles));
    assert.deepEqual(plain(columns), columns);
  }
});

test('Tabs and line breaks inside a text become spaces, so that they end no cell', () => {
  const article = exampleArticle('Pops\tup', { summary: 'At\r\nonce.', facts: ['It\n\n cools'] });
  const [read] = articlesIn(columnsOf([article, exampleArticle('Burns')]));
  assert.deepEqual([read?.title, read?.summary, read?.facts], ['Pops up', 'At once.', ['It  cools']]);
});

test('A file is sent with its articles in columns; one without articles, and one without any, as it is', () => {
  const article = { ...emptyArticle, kind: 'fix', path: '/a/', title: 'A', summary: 'S' } as const;
  const file = exampleFile({ articles: [article] });
  const { articles: columns, ...rest } = sent(file);
  assert.deepEqual([columns?.path, columns?.title], ['/a/', 'A']);
  assert.deepEqual({ ...rest, articles: [article] }, file);
  assert.deepEqual(plain(received(sent(file))), plain(file));
  assert.deepEqual(received(sent(exampleFile())), exampleFile());
});
