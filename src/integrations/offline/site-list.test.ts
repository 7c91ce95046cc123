import { deepEqual, equal, notEqual, ok } from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { Script } from 'node:vm';
import { servedFilesIn } from '../../server/served-files.ts';
import { buildNameOf, siteListOf } from './site-list.ts';
import { workerScript } from './worker-script.ts';

const project = fileURLToPath(new URL('../../..', import.meta.url));
const out = mkdtempSync(join(tmpdir(), 'site-list-'));
after(() => rmSync(out, { recursive: true }));

const put = (name: string, text: string): void => {
  mkdirSync(dirname(join(out, name)), { recursive: true });
  writeFileSync(join(out, name), text);
};
put('index.html', 'home');
put('404.html', 'lost');
put('fixes/index.html', 'fixes');
put('fixes/plug/index.html', 'plug');
put('says/wo ist’s/index.html', 'says');
put('search-index/search.json', '{}');
put('_astro/a.js', 'a');
put('icon-192.png', 'icon');
put('sitemap-0.xml', '<urlset/>');
for (const name of [
  'feed.xml',
  'symptoms/cold/feed.xml',
  'opensearch.xml',
  'robots.txt',
  '.well-known/ard.json',
])
  put(name, '-');
put('apple-touch-icon.png', 'icon');
put('_redirects', '');
put('_headers', '');
put('.nojekyll', '');

test('The list holds every file that a reader may ask for under its address, and none that only hosts or search engines read', () => {
  const list = siteListOf(servedFilesIn(out), '/', '');
  deepEqual(Object.keys(list.files).sort(), [
    '/',
    '/404.html',
    '/_astro/a.js',
    '/fixes/',
    '/fixes/plug/',
    '/icon-192.png',
    '/says/wo%20ist%E2%80%99s/',
    '/search-index/search.json',
  ]);
  deepEqual([...list.core].sort(), [
    '/',
    '/404.html',
    '/_astro/a.js',
    '/fixes/',
    '/icon-192.png',
    '/search-index/search.json',
  ]);
});

test('Every reader needs the parts of a search index, but not the running text, which has a file for each article', () => {
  const file = (path: string) => ({
    name: path.slice(1),
    path,
    size: 1,
    hash: '00',
    read: () => new Uint8Array(1),
  });
  const parts = ['/search-index/search.json', '/search-index/a1/w0.json', '/search-index/a1/a0.json'];
  const texts = ['/search-index/b2/full/pagefind.js', '/search-index/b2/full/fragment/en_1.pf_fragment'];
  const { core, files } = siteListOf([...parts, ...texts].map(file), '/', '');
  deepEqual(core, parts);
  deepEqual(Object.keys(files), [...parts, ...texts]);
});

test('Drawings that several pages show are saved for every reader while they are small, else only the signs of the kinds', () => {
  const paths = ['/pictures/cold.svg', '/pictures/kind-fix.svg'];
  const coreOf = (size: number): readonly string[] =>
    siteListOf(
      paths.map((path) => ({
        name: path.slice(1),
        path,
        size,
        hash: '00',
        read: () => new Uint8Array(1),
      })),
      '/',
      '',
    ).core;
  deepEqual(coreOf(900), paths);
  deepEqual(coreOf(90_000), ['/pictures/kind-fix.svg']);
});

test('Redirects of the host stand in it without the path below which the site lies', () => {
  const { moved } = siteListOf(
    [],
    '/help/',
    '/help/go/plug/ /help/fixes/plug/ 302\n/help/old/ /help/#top 301\n',
  );
  deepEqual(moved, { '/go/plug/': '/fixes/plug/', '/old/': '/#top' });
});

test('A site of up to 5 MB is saved as a whole: 6 MB of words that pack well are, 6 MB of noise are not', () => {
  const file = (path: string, bytes: Uint8Array) => ({
    name: path.slice(1),
    path,
    size: bytes.length,
    hash: '00',
    read: () => bytes,
  });
  let seed = 1;
  const noise = Uint8Array.from({ length: 6_000_000 }, () => (seed = (seed * 48_271) % 2_147_483_647) & 255);
  equal(siteListOf([file('/a', new Uint8Array(6_000_000))], '/', '').all, true);
  equal(siteListOf([file('/a', noise)], '/', '').all, false);
  equal(siteListOf([file('/a', noise.slice(0, 4_900_000))], '/', '').all, true);
});

test('A build has the name of what it holds: the same for the same files, another one for any other byte', () => {
  const name = (): string => buildNameOf(JSON.stringify(siteListOf(servedFilesIn(out), '/', '')));
  const before = name();
  equal(name(), before);
  put('fixes/plug/index.html', 'plug!');
  notEqual(name(), before);
});

test('Both workers are compiled to one script each, which is no module and imports nothing', async () => {
  for (const worker of ['worker', 'removal'] as const) {
    const script = await workerScript(project, worker, { base: '/' });
    ok(new Script(script));
    ok(script.length < 12_000, `${script.length} bytes`);
    equal(script.includes('import('), false);
  }
});
