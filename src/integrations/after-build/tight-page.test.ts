import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { hole, wholeOf, type PagePart } from '../../domain/page-part.ts';
import { policyFor } from './policy.ts';
import { tightenPage, type Tightening } from './tight-page.ts';
import { shortNames, styleTightener } from './style/tight-style.ts';

const asItIs = (css: string): string => css;
/** What the pages of a site with these styles are made smaller with. */
function tighteningOf(styles: readonly string[], styleOf = asItIs, feedback?: string): Tightening {
  const shortOf = shortNames(styles);
  const sheetOf = styleTightener({ made: new Set(), given: new Set() }, styleOf, shortOf);
  return { policy: policyFor(feedback), sheetOf, shortOf };
}
const tighten = (html: string, feedback?: string): string =>
  wholeOf(tightenPage([html], tighteningOf([html], asItIs, feedback)));
const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
const policyIn = (html: string): string => /security-policy" content="([^"]*)"/.exec(html)?.[1] ?? '';
const page = (head: string, body: string): string =>
  `<html><head><meta charset="utf-8">${head}</head><body>${body}</body></html>`;
const always =
  "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; worker-src 'self'; connect-src 'self'";

test('the policy stands before whatever it is about, and allows the inline scripts and styles of the page, and no others', () => {
  const html = tighten(
    page(
      '<style>body{top:0}</style>',
      '<script>go()</script><script type="application/json">{"a":1}</script><script type="module" src="/a.js"></script><script type="module">on()</script>',
    ),
  );
  assert.equal(
    policyIn(html),
    `${always}; script-src 'self' ${hashOf('go()')} ${hashOf('on()')}; style-src 'self' ${hashOf('body{top:0}')}`,
  );
  assert.ok(html.startsWith('<html><head><meta charset="utf-8"><meta http-equiv="content-security-policy"'));
});

test('a style that was made smaller is allowed as it now is', () => {
  const html = tighten(
    page(
      '<style>@media (width<30rem){.a[data-astro-cid-x1]{top:0}.b[data-astro-cid-y2]{top:0}}</style>',
      '<p class="a" title="1 > 0" data-astro-cid-x1="true">a</p>',
    ),
  );
  const style = /<style>(.*?)<\/style>/.exec(html)?.[1] ?? '';
  assert.equal(style, '@media not all and (min-width:30rem){.a[data-0]{top:0}}');
  assert.ok(policyIn(html).includes(hashOf(style)));
  assert.match(html, /<p class="a" title="1 > 0" data-0>a<\/p>/);
});

test('rules for what neither the page nor a script has are left out, and names of scopes that no rule asks for', () => {
  const html = tighten(
    page(
      '<style>.a[data-astro-cid-x1]{top:0}kbd,i{top:1px}.card{top:2px}</style>',
      '<i class="a" data-astro-cid-x1>a</i><b data-astro-cid-x1>b</b>',
    ),
  );
  assert.equal(/<style>(.*?)<\/style>/.exec(html)?.[1], '.a[data-0]{top:0}i{top:1px}');
  assert.match(html, /<i class="a" data-0>a<\/i><b>b<\/b>/);
});

test('names are compared as they are, not as they are written', () => {
  const html = tighten(
    page('<style>.a\\&b{top:0}#x\\&y{top:1px}.c{top:2px}</style>', '<i class="a&amp;b" id="x&amp;y">a</i>'),
  );
  assert.equal(/<style>(.*?)<\/style>/.exec(html)?.[1], '.a\\&b{top:0}#x\\&y{top:1px}');
});

test('of two pages each has the styles of its own components, and of two styles each its own rules', () => {
  const css = '.a[data-astro-cid-x1]{top:0}.b[data-astro-cid-y2]{top:1px}';
  const tightening = tighteningOf([css]);
  const stylesOf = (style: string, body: string): string | undefined =>
    /<style>(.*?)<\/style>/.exec(
      wholeOf(tightenPage([page(`<style>${style}</style>`, body)], tightening)),
    )?.[1];
  const [first, second] = ['<p class="a" data-astro-cid-x1>', '<p class="b" data-astro-cid-y2>'];
  assert.equal(stylesOf(css, first), '.a[data-0]{top:0}');
  assert.equal(stylesOf(css, second), '.b[data-1]{top:1px}');
  assert.equal(stylesOf('.a[data-astro-cid-x1]{top:2px}', first), '.a[data-0]{top:2px}');
});

test('a page without inline parts allows none', () => {
  assert.equal(policyIn(tighten(page('', '<p>a</p>'))), `${always}; script-src 'self'; style-src 'self'`);
});

test('pages may talk to the host that gets answers, and to no other', () => {
  const policy = policyIn(tighten(page('', ''), 'https://answers.example/in?kb=1'));
  assert.match(policy, /connect-src 'self' https:\/\/answers\.example;/);
});

test('a file that is no page of ours stays as it is', () => {
  const proof = 'google-site-verification: google1234.html';
  assert.equal(tighten(proof), proof);
});

test('a page of pieces is what it would be without them, on each page that has them, whatever else stands there', () => {
  const css =
    '.a[data-astro-cid-x1]{top:0}.b[data-astro-cid-y2]{top:1px}.c[data-astro-cid-z3]{top:2px}i{top:3px}';
  const tightening = tighteningOf([css]);
  const tightened = (parts: readonly PagePart[]): string => wholeOf(tightenPage(parts, tightening));
  const card = {
    html: `<p class="a" data-astro-cid-x1><a href="/${hole}/" data-astro-cid-y2>a</a><i>i</i></p>`,
  };
  const foot = { html: '<footer class="c" data-astro-cid-z3>c</footer>' };
  const row: readonly PagePart[] = [
    `<section class="b" data-astro-cid-y2>${hole}`,
    { piece: card, fill: hole },
    { piece: card, fill: 'always' },
    '</section>',
  ];
  const list = { html: wholeOf(row), parts: row };
  const [first, second] = [
    `${page(`<style>${css}</style>`, '').replace('</body></html>', '')}`,
    '</body></html>',
  ];
  const plain = first.replace(css, 'i{top:3px}');
  const b = '<b class="b" data-astro-cid-y2>b</b>';
  for (const parts of [
    [first, { piece: card, fill: 'one' }, { piece: foot, fill: '' }, second],
    [first + b, { piece: card, fill: 'two' }, second],
    [
      first,
      { piece: foot, fill: '' },
      b,
      { piece: card, fill: 'three' },
      { piece: card, fill: 'four' },
      second,
    ],
    [first, { piece: card, fill: 'five' }, { piece: foot, fill: '' }, second],
    [plain, { piece: card, fill: 'six' }, b, second],
    [
      first,
      { piece: list, fill: 'seven' },
      { piece: foot, fill: '' },
      { piece: list, fill: 'eight' },
      second,
    ],
    [plain, { piece: list, fill: 'nine' }, second],
  ])
    assert.equal(tightened(parts), tightened([wholeOf(parts)]));
  assert.match(
    tightened([first, { piece: card, fill: 'one' }, second]),
    /<p class="a" data-0><a href="\/one\/">a/,
  );
});

test('a style that a page names in place of having it is filled in where the page is made smaller', () => {
  const styles = ['i{top:0}', 'b{top:1px}'];
  const styleOf = (named: string): string => named.replace(/\/\*(\d)\*\//g, (_, at) => styles[Number(at)]!);
  const html = wholeOf(
    tightenPage([page('<style>/*0*//*1*/</style>', '<i>a</i>')], tighteningOf(styles, styleOf)),
  );
  assert.match(html, /<style>i\{top:0\}<\/style>/);
});
