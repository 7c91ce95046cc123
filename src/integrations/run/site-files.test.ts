import { deepEqual, equal } from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { linkSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import type { Hashes } from '../../server/served-files.ts';
import { siteFilesIn } from './site-files.ts';

const folder = mkdtempSync(join(tmpdir(), 'site-files-'));
after(() => rmSync(folder, { recursive: true }));
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

test('A file that is written late stands among the others, with its hash where hosts give it out', () => {
  const out = mkdtempSync(join(folder, 'site-'));
  writeFileSync(join(out, 'index.html'), 'home');
  const hashes: Hashes = new Map();
  const files = siteFilesIn(out, hashes);
  deepEqual(
    files.served().map(({ name }) => name),
    ['index.html'],
  );
  files.write('_headers', 'for hosts only');
  files.write('a/list.json', 'first');
  files.write('a/list.json', 'second');
  deepEqual(files.names(), ['_headers', 'a/list.json', 'index.html']);
  deepEqual(
    files.served().map(({ name, hash }) => [name, hash]),
    [
      ['a/list.json', sha256('second')],
      ['index.html', sha256('home')],
    ],
  );
  deepEqual(
    files.served().map(({ name, hash }) => [name, hash]),
    siteFilesIn(out, new Map())
      .served()
      .map(({ name, hash }) => [name, hash]),
  );
  equal(hashes.get('a/list.json')?.[2], sha256('second'));
});

test('A file that is the same as one of the last site leaves that as it is', () => {
  const out = mkdtempSync(join(folder, 'site-'));
  const kept = join(folder, 'kept');
  writeFileSync(kept, 'last');
  linkSync(kept, join(out, 'sw.js'));
  siteFilesIn(out, new Map()).write('sw.js', 'next');
  equal(readFileSync(kept, 'utf8'), 'last');
  equal(readFileSync(join(out, 'sw.js'), 'utf8'), 'next');
});
