import { equal, match, notEqual } from 'node:assert/strict';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { test } from 'node:test';
import { siteFolder, usualFolder } from './site-folder.ts';

test('Each knowledge base is built into a folder of its own, whatever their names are', () => {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'sites-')));
  try {
    const folderOf = (...parts: readonly string[]): string => {
      const path = join(root, ...parts);
      mkdirSync(path, { recursive: true });
      return basename(usualFolder(root, { path, name: basename(path) }));
    };
    equal(folderOf('content'), 'dist');
    symlinkSync(join(root, 'content'), join(root, 'link'));
    equal(basename(usualFolder(root, { path: join(root, 'link'), name: 'link' })), 'dist');
    equal(folderOf('bases', 'Toast Help #1'), 'dist-toast-help-1');
    equal(folderOf('shop', 'content'), 'dist-shop');
    equal(folderOf('トースター'), 'dist-トースター');
    match(folderOf('???'), /^dist-[0-9a-f]{6}$/);

    equal(folderOf('a', 'toaster'), 'dist-toaster');
    const second = folderOf('b', 'toaster');
    match(second, /^dist-toaster-[0-9a-f]{6}$/);
    equal(folderOf('b', 'toaster'), second);
    notEqual(folderOf('c', 'toaster'), second);
    equal(folderOf('a', 'toaster'), 'dist-toaster');
    rmSync(join(root, 'a'), { recursive: true });
    equal(folderOf('d', 'toaster'), 'dist-toaster');
  } finally {
    rmSync(root, { recursive: true });
  }
});

test('A folder that is named is meant from where the command was typed', () => {
  equal(siteFolder('/project', 'out'), join(process.cwd(), 'out'));
  equal(siteFolder('/project', '/srv/site'), '/srv/site');
});
