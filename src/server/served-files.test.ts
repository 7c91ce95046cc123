import { deepEqual, equal } from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { servedFilesIn, type Hashes } from './served-files.ts';

const out = mkdtempSync(join(tmpdir(), 'served-files-'));
after(() => rmSync(out, { recursive: true }));
const put = (name: string, text: string): void => {
  mkdirSync(join(out, name, '..'), { recursive: true });
  writeFileSync(join(out, name), text);
};
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const large = 'large '.repeat(50_000);
put('index.html', 'home');
put('fixes/index.html', '');
put('large.json', large);
put('_headers', 'for hosts only');
const hashesOf = (known?: Hashes) => servedFilesIn(out, known).map(({ name, hash }) => [name, hash]);

test('Each file that hosts give out has the hash of its bytes, whatever its size', () => {
  deepEqual(hashesOf(), [
    ['fixes/index.html', sha256('')],
    ['index.html', sha256('home')],
    ['large.json', sha256(large)],
  ]);
});

test('A file is read once for as long as its size and the time of its change stay, and what is gone is forgotten', () => {
  const known: Hashes = new Map([['gone.html', [1, 1, 'none']]]);
  const first = hashesOf(known);
  deepEqual([...known.keys()], ['fixes/index.html', 'index.html', 'large.json']);
  const { size, mtimeMs } = statSync(join(out, 'index.html'));
  known.set('index.html', [size, mtimeMs, 'remembered']);
  equal(new Map(hashesOf(known) as [string, string][]).get('index.html'), 'remembered');
  utimesSync(join(out, 'index.html'), new Date(1000), new Date(2000));
  deepEqual(hashesOf(known), first);
  known.set('large.json', [large.length - 1, statSync(join(out, 'large.json')).mtimeMs, 'another']);
  deepEqual(hashesOf(known), first);
});
