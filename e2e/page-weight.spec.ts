import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { expect, test } from 'playwright/test';
import { dist, pagesOf } from './built-site.ts';

// The search page is left out: who opens it is searching.
const pages = pagesOf(dist).filter(
  ({ kind, path }) => kind !== 'redirect' && kind !== 'answered' && path !== '/search/',
);
const sortOf = ({ kind, path }: (typeof pages)[number]): string =>
  kind === 'other' ? path.replace(/^\/(map|browse|start)\/.+/, '$1') : kind;
const scriptsOf = ({ html }: (typeof pages)[number]): number => html.split('<script').length;
/** Of each kind the page with the most scripts, such as that for readers who have tried a lot. */
const onePerKind = [
  ...new Map(
    [...pages].sort((a, b) => scriptsOf(a) - scriptsOf(b)).map((page) => [sortOf(page), page]),
  ).values(),
];

for (const { path, html } of onePerKind) {
  test(`${path} loads at most 5,500 bytes of script, packed, before anybody searches`, async ({ page }) => {
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
    expect(bytes, `${files.join(', ')} and ${inline.length} inline`).toBeLessThanOrEqual(5_500);
  });
}
