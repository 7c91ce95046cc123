import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dist, pagesOf } from './built-site.ts';
import { expect, test } from './knowledge-base.ts';

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
