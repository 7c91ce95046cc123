import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { tightenPage } from './tight-page.ts';

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
const policyIn = (html: string): string => /content="([^"]*)"/.exec(html)?.[1] ?? '';
const page = (head: string, body: string): string =>
  `<html><head><meta http-equiv="content-security-policy" content="default-src 'self'; script-src 'self' 'wasm-unsafe-eval' 'sha256-old='; style-src 'self' 'sha256-old=';">${head}</head><body>${body}</body></html>`;

test('the policy allows the inline scripts and styles of the page, and no others', () => {
  const html = tightenPage(
    page(
      '<style>p{top:0}</style>',
      '<script>go()</script><script type="application/json">{"a":1}</script><script type="module" src="/a.js"></script>',
    ),
  );
  assert.equal(
    policyIn(html),
    `default-src 'self'; script-src 'self' 'wasm-unsafe-eval' ${hashOf('go()')}; style-src 'self' ${hashOf('p{top:0}')};`,
  );
});

test('a style that was made smaller is allowed as it now is', () => {
  const html = tightenPage(
    page(
      '<style>@media (width<30rem){.a[data-astro-cid-x1]{top:0}.b[data-astro-cid-y2]{top:0}}</style>',
      '<p class="a" data-astro-cid-x1>a</p>',
    ),
  );
  const style = /<style>(.*?)<\/style>/.exec(html)?.[1] ?? '';
  assert.equal(style, '@media (width<30rem){.a[data-0]{top:0}}');
  assert.ok(policyIn(html).includes(hashOf(style)));
  assert.match(html, /<p class="a" data-0>a<\/p>/);
});

test('a page without inline parts allows none', () => {
  assert.equal(
    policyIn(tightenPage(page('', '<p>a</p>'))),
    "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self';",
  );
});
