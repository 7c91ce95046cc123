import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { startServer, type RunningServer } from './static-server.ts';

const page = `<!doctype html><title>Toast</title>${'<p>Bread goes in.</p>'.repeat(200)}`;
let folder = '';
let server: RunningServer;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'static-server-'));
  const files: Readonly<Record<string, string>> = {
    'secret.txt': 'outside',
    'dist/index.html': page,
    'dist/404.html': 'There is no such page.',
    'dist/fixes/tray/index.html': page,
    'dist/empty/note.txt': 'x',
    'dist/_redirects': '/old/ /fixes/tray/#step-1',
    'dist/_astro/app.js': 'export {};',
    'dist/mark.svg': '<svg/>',
    'dist/site.webmanifest': '{}',
    'dist/search.wasm': 'w',
    'dist/pagefind/index.pf_index': 'p',
    'dist/graph.json': '{}',
    'dist/favicon.ico': 'i',
    'dist/tray.md': '# Tray',
    'dist/café/index.html': page,
    'dist-beside/index.html': 'outside',
  };
  for (const [name, text] of Object.entries(files)) {
    await mkdir(join(folder, name, '..'), { recursive: true });
    await writeFile(join(folder, name), text);
  }
  server = await startServer({ dir: join(folder, 'dist'), port: 0, host: '127.0.0.1' });
});

after(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

/** One request with its path exactly as given: `fetch` would tidy it up. */
function ask(
  path: string,
  { method = 'GET', headers = {} }: { method?: string; headers?: Record<string, string> } = {},
) {
  return new Promise<{ status: number | undefined; headers: Record<string, unknown>; body: Buffer }>(
    (done, fail) => {
      const { hostname, port } = new URL(server.url);
      request({ hostname, port, path, method, headers }, (response) => {
        const parts: Buffer[] = [];
        response
          .on('data', (part: Buffer) => parts.push(part))
          .on('end', () =>
            done({ status: response.statusCode, headers: response.headers, body: Buffer.concat(parts) }),
          );
      })
        .on('error', fail)
        .end();
    },
  );
}

test('a folder answers with its index, and its address without the slash leads there, query and all', async () => {
  assert.equal((await ask('/')).body.toString(), page);
  assert.equal((await ask('/fixes/tray/?q=1')).status, 200);
  const moved = await ask('/fixes/tray?q=1');
  assert.equal(moved.status, 301);
  assert.equal(moved.headers['location'], '/fixes/tray/?q=1');
  assert.equal((await ask('/caf%C3%A9')).headers['location'], '/caf%C3%A9/');
});

test('what is not there, a folder without a page, and the redirect file itself get the 404 page with status 404', async () => {
  for (const path of [
    '/nothing/',
    '/fixes/',
    '/empty',
    '/empty/',
    '/_redirects',
    '/%',
    '/a%00b',
    '/mark.svg/',
  ]) {
    const answer = await ask(path);
    assert.equal(answer.status, 404, path);
    assert.equal(answer.body.toString(), 'There is no such page.', path);
    assert.equal(answer.headers['content-type'], 'text/html; charset=utf-8');
  }
});

test('no address leads out of the folder', async () => {
  for (const path of [
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/..%5csecret.txt',
    '/fixes/../../secret.txt',
    '/../dist-beside/',
    '//secret.txt',
    '/.//../secret.txt',
  ]) {
    const answer = await ask(path);
    assert.equal(answer.status, 404, path);
    assert.doesNotMatch(answer.body.toString(), /outside/, path);
  }
});

test('a redirect never leaves the host', async () => {
  const answer = await ask('//fixes/tray');
  assert.equal(answer.status, 404);
  assert.equal(answer.headers['location'], undefined);
});

test('an address in `_redirects` answers 301, with the query before the anchor', async () => {
  const answer = await ask('/old?q=1');
  assert.equal(answer.status, 301);
  assert.equal(answer.headers['location'], '/fixes/tray/?q=1#step-1');
});

test('every kind of file has its type', async () => {
  const types = {
    '/mark.svg': 'image/svg+xml; charset=utf-8',
    '/site.webmanifest': 'application/manifest+json; charset=utf-8',
    '/search.wasm': 'application/wasm',
    '/pagefind/index.pf_index': 'application/octet-stream',
    '/graph.json': 'application/json; charset=utf-8',
    '/favicon.ico': 'image/x-icon',
    '/tray.md': 'text/markdown; charset=utf-8',
    '/_astro/app.js': 'text/javascript; charset=utf-8',
  };
  for (const [path, type] of Object.entries(types))
    assert.equal((await ask(path)).headers['content-type'], type, path);
});

test('text is packed as the browser can unpack it, and only then', async () => {
  const packed = await ask('/', { headers: { 'accept-encoding': 'gzip, br;q=0.9' } });
  assert.equal(packed.headers['content-encoding'], 'br');
  assert.equal(packed.headers['vary'], 'Accept-Encoding');
  assert.equal(brotliDecompressSync(packed.body).toString(), page);
  assert.equal(
    gunzipSync((await ask('/', { headers: { 'accept-encoding': 'gzip, br;q=0' } })).body).toString(),
    page,
  );
  const plain = await ask('/');
  assert.equal(plain.headers['content-encoding'], undefined);
  assert.equal(plain.headers['content-length'], String(page.length));
});

test('HEAD answers without a body; other methods are refused', async () => {
  const head = await ask('/', { method: 'HEAD' });
  assert.equal(head.status, 200);
  assert.equal(head.body.length, 0);
  const post = await ask('/', { method: 'POST' });
  assert.equal(post.status, 405);
  assert.equal(post.headers['allow'], 'GET, HEAD');
});

test('a page the browser already has is not sent again', async () => {
  const first = await ask('/');
  assert.equal(first.headers['cache-control'], 'no-cache');
  const second = await ask('/', { headers: { 'if-none-match': String(first.headers['etag']) } });
  assert.equal(second.status, 304);
  assert.equal(second.body.length, 0);
  assert.match(String((await ask('/_astro/app.js')).headers['cache-control']), /immutable/);
});

test('a port that is taken on either loopback address is an error, not another port', async () => {
  const other = createServer();
  await new Promise<void>((done) => other.listen(0, '127.0.0.1', done));
  const address = other.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  await assert.rejects(startServer({ dir: folder, port, host: 'localhost' }), { code: 'EADDRINUSE' });
  await new Promise((done) => other.close(done));
  const again = await startServer({ dir: folder, port, host: 'localhost' });
  assert.equal(again.url, `http://localhost:${port}/`);
  await again.close();
});

test('files that vanish while readers leave end no server', async () => {
  const dir = join(folder, 'vanishing');
  for (let round = 0; round < 20; round++) {
    await mkdir(dir);
    for (let n = 0; n < 20; n++) await writeFile(join(dir, `${n}.html`), page);
    const leaving = await startServer({ dir, port: 0, host: '127.0.0.1' });
    for (let n = 0; n < 20; n++) {
      const headers = { 'Accept-Encoding': ['br', 'gzip', 'identity'][n % 3] };
      request(`${leaving.url}${n}.html`, { agent: false, headers })
        .on('error', () => {})
        .end();
    }
    // Each round leaves the readers a little later: somewhere between asking and being answered.
    for (let turn = 0; turn < round; turn++) await new Promise((done) => setImmediate(done));
    await leaving.close();
    rmSync(dir, { recursive: true });
  }
  assert.equal((await ask('/')).status, 200);
});

test('a site below a path of its host is served there, and only there', async () => {
  const dir = join(folder, 'below');
  await mkdir(join(dir, 'fixes', 'tray'), { recursive: true });
  await writeFile(join(dir, 'index.html'), 'home');
  await writeFile(join(dir, '404.html'), 'lost');
  await writeFile(join(dir, 'fixes', 'tray', 'index.html'), 'tray');
  await writeFile(join(dir, '_redirects'), '/h%C3%A9lp/old/ /h%C3%A9lp/fixes/tray/ 302');
  await writeFile(join(dir, '.mendbook.json'), '{"base":"/h%C3%A9lp/","files":[]}');
  const below = await startServer({ dir, port: 0, host: '127.0.0.1' });
  assert.match(below.url, /^http:\/\/127\.0\.0\.1:\d+\/h%C3%A9lp\/$/);
  const answers: string[] = [];
  for (const path of [
    '',
    'fixes/tray',
    'fixes/tray/',
    'old/',
    '.mendbook.json',
    '../',
    '../h%C3%A9lp',
    '../fixes/tray/',
  ]) {
    const response = await fetch(new URL(path, below.url), { redirect: 'manual' });
    answers.push(`${path} ${response.status} ${response.headers.get('location') ?? (await response.text())}`);
  }
  await below.close();
  assert.deepEqual(answers, [
    ' 200 home',
    'fixes/tray 301 /h%C3%A9lp/fixes/tray/',
    'fixes/tray/ 200 tray',
    'old/ 302 /h%C3%A9lp/fixes/tray/',
    '.mendbook.json 404 lost',
    '../ 302 /h%C3%A9lp/',
    '../h%C3%A9lp 302 /h%C3%A9lp/',
    '../fixes/tray/ 404 lost',
  ]);
});
