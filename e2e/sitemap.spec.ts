import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { root } from './build-site.ts';
import { dist, pagesOf } from './built-site.ts';
import { expect, test } from './knowledge-base.ts';

const read = (file: string): string => readFileSync(join(dist, file), 'utf8');
const addressesIn = (text: string, element: string): readonly string[] =>
  [...text.matchAll(new RegExp(`<${element}>([^<]+)</${element}>`, 'g'))].map(([, inside = '']) => inside);

/** Whether the knowledge base has published anything: only then the days of its pages are known. */
const published = existsSync(resolve(root, process.env['KB_CONTENT'] || 'content', 'permalinks.json'));

test('every page of the sitemap has the day of its last change, where the ledger of permanent links tells', () => {
  const days = addressesIn(read('sitemap-0.xml'), 'lastmod');
  if (published) expect(days.length).toBe(addressesIn(read('sitemap-0.xml'), 'loc').length);
  expect(days.filter((day) => !/^20\d\d-\d\d-\d\dT00:00:00/.test(day))).toEqual([]);
});

test('the feeds name every fix that is published, and each symptom has one with fixes of its plan', () => {
  const built = pagesOf(dist);
  const host = addressesIn(read('feed.xml'), 'id')[0]!.replace('feed.xml', '');
  const named = (file: string): readonly string[] =>
    addressesIn(read(file), 'id')
      .slice(1)
      .map((address) => `/${address.slice(host.length)}`);
  const fixes = built.filter(({ kind }) => kind === 'fix').map(({ path }) => path);
  expect([...named('feed.xml')].sort()).toEqual(published ? fixes.sort() : []);
  for (const { path } of built.filter(({ kind }) => kind === 'symptom')) {
    if (published) expect(named(`${path}feed.xml`).length, path).toBeGreaterThan(0);
    expect(named(`${path}feed.xml`).filter((fix) => !fixes.includes(fix))).toEqual([]);
  }
});

test('what the pages and robots.txt say to programs is there', () => {
  const links = pagesOf(dist).flatMap(({ elements, path }) =>
    elements
      .filter(({ attributes }) => /^(?:alternate|search|ard|apple-touch-icon)$/.test(attributes['rel'] ?? ''))
      .map(({ attributes }) => ({ path, href: attributes['href'] ?? '' })),
  );
  expect(links.filter(({ href }) => !existsSync(join(dist, href)))).toEqual([]);
  expect(links.filter(({ path }) => path === '/').length).toBeGreaterThanOrEqual(4);
  const told = [...read('robots.txt').matchAll(/^Sitemap: (\S+)$/gm)].map(([, to]) => new URL(to!).pathname);
  const { entries } = JSON.parse(read('.well-known/ard.json')) as { entries: { url: string }[] };
  const files = [...told, ...entries.map(({ url }) => new URL(url).pathname)];
  expect(files.length).toBeGreaterThanOrEqual(2);
  expect(files.filter((file) => !existsSync(join(dist, file)))).toEqual([]);
});

test('the sitemap lists every article, page of the owner, index, map and the first question, no redirect and no answered page', () => {
  const file = join(dist, 'sitemap-0.xml');
  expect(existsSync(file)).toBe(true);
  const listed = [...readFileSync(file, 'utf8').matchAll(/<loc>([^<]+)<\/loc>/g)]
    .map(([, address = '']) => new URL(address).pathname)
    .sort();
  const wanted = pagesOf(dist)
    .filter(
      ({ kind, path }) =>
        ['home', 'index', 'symptom', 'cause', 'fix'].includes(kind) ||
        ['/glossary/', '/start/'].includes(path) ||
        (/^\/(?:map|browse|pages)\//.test(path) && kind !== 'redirect'),
    )
    .map(({ path }) => path)
    .sort();
  expect(listed).toEqual(wanted);
});
