import { deepEqual, equal } from 'node:assert/strict';
import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { serveLastIndex } from './last-index.ts';

const built = new Date('2026-03-01T08:00:00Z');
let folder = '';
let url = '';
let close = (): void => undefined;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'last-index-'));
  await mkdir(join(folder, 'search-index'));
  await writeFile(join(folder, 'secret.txt'), 'outside');
  await writeFile(join(folder, 'search-index', 'search.json'), '{"parts":"quick-1"}');
  await utimes(join(folder, 'search-index', 'search.json'), built, built);
  await writeFile(join(folder, 'search-index', 'a0.js'), 'export {};');
  const answer = serveLastIndex(join(folder, 'search-index'));
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  close = () => void server.close();
});

after(async () => {
  close();
  await rm(folder, { recursive: true });
});

test('the index of the last build is served, and says when it was built', async () => {
  const head = await fetch(`${url}/search.json?x=1`);
  equal(head.headers.get('content-type'), 'application/json; charset=utf-8');
  deepEqual(await head.json(), { parts: 'quick-1', built: built.toISOString() });
  const script = await fetch(`${url}/a0.js`);
  equal(script.headers.get('content-type'), 'text/javascript; charset=utf-8');
  equal(await script.text(), 'export {};');
});

test('what the last build does not have is not there, nor what lies outside', async () => {
  for (const path of ['/nothing.json', '/', '/..%2fsecret.txt'])
    equal((await fetch(url + path)).status, 404, path);
});
