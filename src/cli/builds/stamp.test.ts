import { equal } from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { listOf, otherOwnerOf, stampFile, writeStamp } from './stamp.ts';

test('A folder for sites tells whose site it holds, until somebody changes something in it', () => {
  const root = mkdtempSync(join(tmpdir(), 'stamp-'));
  try {
    const [first, second] = ['first', 'second'].map((name) => ({ path: join(root, name), name })) as [
      { path: string; name: string },
      { path: string; name: string },
    ];
    const out = join(root, 'dist');
    const build = (dir: typeof first): void => {
      mkdirSync(out, { recursive: true });
      writeFileSync(join(out, 'index.html'), dir.path.repeat(dir === first ? 1 : 2));
      writeStamp(stampFile(root, dir, out), { of: dir.path, madeOf: '', made: listOf(out) });
    };
    equal(otherOwnerOf(root, first, out), undefined);
    build(first);
    equal(otherOwnerOf(root, first, out), undefined);
    equal(otherOwnerOf(root, second, out), first.path);
    build(second);
    equal(otherOwnerOf(root, second, out), undefined);
    equal(otherOwnerOf(root, first, out), second.path);
    equal(otherOwnerOf(root, first, join(root, 'elsewhere')), undefined);
    writeFileSync(join(out, 'CNAME'), 'toast.example');
    equal(otherOwnerOf(root, first, out), undefined);
  } finally {
    rmSync(root, { recursive: true });
  }
});
