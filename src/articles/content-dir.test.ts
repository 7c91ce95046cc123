import { deepEqual, equal, notEqual } from 'node:assert/strict';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { cacheOf, calledFrom, openableFrom } from './content-dir.ts';

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

test('What is kept from build to build lies in the project, or, for an account that may not write there, in a folder of its own.', () => {
  const project = mkdtempSync(join(tmpdir(), 'project-'));
  try {
    equal(cacheOf(project), join(project, '.cache'));
    // A folder that is not there is one that nobody may write into, whoever runs this.
    const inside = join(project, 'gone', 'project');
    mkdirSync(join(project, 'node_modules', 'astro'), { recursive: true });
    const folder = cacheOf(inside);
    try {
      equal(dirname(folder), tmpdir());
      equal(statSync(folder).mode & 0o777, 0o700);
      equal(cacheOf(inside), folder);
      notEqual(folder, cacheOf(join(project, 'gone', 'other')));
      equal(realpathSync(join(folder, 'node_modules')), realpathSync(join(project, 'node_modules')));
    } finally {
      for (const name of ['project', 'other'])
        rmSync(cacheOf(join(project, 'gone', name)), { recursive: true });
    }
  } finally {
    rmSync(project, { recursive: true });
  }
});
