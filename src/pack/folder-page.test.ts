import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { test } from 'node:test';
import { fileFrom, pageForFolder } from './folder-page.ts';

const site = { base: '/help/', drawings: new Map([['cold', '<symbol id="cold"><path d="M0 0"/></symbol>']]) };
const page = (body: string, head = ''): string =>
  pageForFolder(
    `<!doctype html><html><head>${head}</head><body>${body}</body></html>`,
    'fixes/tray/index.html',
    site,
  );

test('Addresses of the site lead to files, those elsewhere and places on the page stay', () => {
  deepEqual(
    [
      '/help/',
      '/help/fixes/x/?from=a#b',
      '/help/a.svg',
      'https://example.org/',
      '//example.org/',
      '#steps',
      'tel:1',
    ].map((address) => fileFrom('../../', '/help/', address)),
    [
      '../../index.html',
      '../../fixes/x/index.html?from=a#b',
      '../../a.svg',
      'https://example.org/',
      '//example.org/',
      '#steps',
      'tel:1',
    ],
  );
});

test('All modules of a page become one ordinary script, in their order; scripts in the page stay', () => {
  const html = page(
    '<script type="module" src="/help/_astro/a.js"></script><p><script>1</script><script type=module src=/help/_astro/b.js></script>',
  );
  equal(
    html.match(/<script[^]*<\/script>/)?.[0],
    '<script defer src="../../_astro/all.js" data-root="../../" data-run="a.js b.js"></script><p><script>1</script>',
  );
});

test('A page that leads on does so to a file; what only servers can answer for is left out', () => {
  const html = page(
    '<a href="/help/fixes/x/?a=1&amp;b=2">x</a>',
    '<link rel=manifest href="/help/site.webmanifest"><link rel="stylesheet" href="/help/_astro/p.css"><meta http-equiv="content-security-policy" content="default-src \'self\'"><meta http-equiv="refresh" content="0; url=/help/fixes/x/">',
  );
  match(html, /content="0; url=\.\.\/\.\.\/fixes\/x\/index\.html"/);
  match(html, /href="\.\.\/\.\.\/fixes\/x\/index\.html\?a=1&amp;b=2"/);
  match(html, /href="\.\.\/\.\.\/_astro\/p\.css"/);
  ok(!/manifest|content-security-policy/.test(html));
});

test('A drawing from another file stands in the page, once', () => {
  const html = page(
    '<svg><use href="/help/pictures/cold.svg#cold"/></svg><svg><use href="/help/pictures/cold.svg#cold"/></svg>',
  );
  equal(html.match(/<symbol id="cold">/g)?.length, 1);
  equal(html.match(/<use href="#cold"/g)?.length, 2);
});

test('All sizes of a picture lie in the folder', () => {
  match(
    page(
      '<img src="/help/_astro/a.webp" srcset="/help/_astro/a-1.webp 352w, /help/_astro/a.webp 704w" alt="">',
    ),
    /<img src="\.\.\/\.\.\/_astro\/a\.webp" srcset="\.\.\/\.\.\/_astro\/a-1\.webp 352w, \.\.\/\.\.\/_astro\/a\.webp 704w" alt="">/,
  );
});
