import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { dist, pagesOf, templatesOf } from './built-site.ts';
import { expect, test } from './knowledge-base.ts';

// The search page is left out: who opens it is searching.
const pages = pagesOf(dist).filter(
  ({ kind, path }) => kind !== 'redirect' && kind !== 'answered' && path !== '/search/',
);
/** What scripts may weigh on a page, in bytes; more where its program texts have a button that copies them. */
const limitOf = (html: string): number => (html.includes('<copy-code') ? 6_000 : 5_500);

for (const { path, html } of templatesOf(pages)) {
  const limit = limitOf(html);
  test(`${path} loads at most ${limit} bytes of script, packed, before anybody searches`, async ({
    page,
  }) => {
    const loaded: string[] = [];
    page.on('request', (request) => {
      if (/\.m?js$/.test(new URL(request.url()).pathname)) loaded.push(new URL(request.url()).pathname);
    });
    await page.goto(path, { waitUntil: 'networkidle' });
    const inline = [
      ...html.matchAll(/<script\b(?![^>]*\btype="application\/(?:ld\+)?json")[^>]*>([\s\S]*?)<\/script>/g),
    ]
      .map((match) => match[1] ?? '')
      .filter((script) => script.trim() !== '');
    const files = [...new Set(loaded)];
    const bytes = [
      ...files.map((file) => readFileSync(join(dist, file))),
      ...inline.map((script) => Buffer.from(script)),
    ].reduce((sum, script) => sum + brotliCompressSync(script).length, 0);
    expect(bytes, `${files.join(', ')} and ${inline.length} inline`).toBeLessThanOrEqual(limit);
  });
}
