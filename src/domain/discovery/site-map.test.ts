import { deepEqual, equal, match } from 'node:assert/strict';
import { test } from 'node:test';
import { siteMapsOf } from './site-map.ts';

const home = 'https://toast.example/help/';

test('Search engines get an index of lists, with the day of the newest page in each, and pages in the order of their addresses', () => {
  const files = siteMapsOf(
    [
      { url: `${home}fixes/step-10/`, changed: '2026-01-02' },
      { url: `${home}fixes/step-9/`, changed: '2026-03-01' },
      { url: home },
    ],
    home,
  );
  deepEqual([...files.keys()], ['sitemap-0.xml', 'sitemap-index.xml']);
  equal(
    files.get('sitemap-0.xml'),
    `<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>${home}</loc></url><url><loc>${home}fixes/step-9/</loc><lastmod>2026-03-01T00:00:00.000Z</lastmod></url><url><loc>${home}fixes/step-10/</loc><lastmod>2026-01-02T00:00:00.000Z</lastmod></url></urlset>\n`,
  );
  match(
    files.get('sitemap-index.xml')!,
    /<sitemap><loc>https:\/\/toast\.example\/help\/sitemap-0\.xml<\/loc><lastmod>2026-03-01T00:00:00\.000Z<\/lastmod><\/sitemap><\/sitemapindex>\n$/,
  );
});

test('A list has no more pages than search engines take, and no address breaks it', () => {
  const pages = Array.from({ length: 50_001 }, (_, at) => ({ url: `${home}fixes/${at}/?a&b<` }));
  const files = siteMapsOf(pages, home);
  deepEqual([...files.keys()], ['sitemap-0.xml', 'sitemap-1.xml', 'sitemap-index.xml']);
  equal(files.get('sitemap-0.xml')?.match(/<url>/g)?.length, 50_000);
  equal(files.get('sitemap-1.xml')?.match(/<url>/g)?.length, 1);
  match(files.get('sitemap-1.xml')!, /\/50000\/\?a&amp;b&lt;<\/loc>/);
});
