import { deepEqual, equal } from 'node:assert/strict';
import { test } from 'node:test';
import { calledFrom, openableFrom } from './content-dir.ts';

const dir = { path: '/home/ann/site/content', name: 'content' };
const problem = { kind: 'x', place: { file: 'content/fixes/a.mdx', line: 1 } };
const fileFrom = (from: string): string | undefined => openableFrom([problem], dir, from)[0]?.place.file;

test('Files of a report open from the folder in which the command was typed', () => {
  deepEqual(
    [
      '/home/ann/site',
      '/home/ann',
      '/home/ann/site/content',
      '/home/ann/site/content/fixes',
      '/home/ann/x',
      '/tmp/a/b',
    ].map(fileFrom),
    [
      'content/fixes/a.mdx',
      'site/content/fixes/a.mdx',
      'fixes/a.mdx',
      'a.mdx',
      '../site/content/fixes/a.mdx',
      '/home/ann/site/content/fixes/a.mdx',
    ],
  );
});

test('A knowledge base is called by the way to it', () => {
  equal(calledFrom(dir, '/home/ann/site'), 'content');
  equal(calledFrom(dir, '/home/ann/site/content'), '.');
});
