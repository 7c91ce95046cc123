import assert from 'node:assert/strict';
import { test } from 'node:test';
import { belowBase } from './below-base.ts';

const below = (html: string): string => belowBase(html, '/help/messages/');

test('Every way of a page to another one leads below the base: links, forms, drawings, redirects and icons.', () => {
  for (const [html, expected] of [
    ['<a class="x" href="/fixes/a/?from=b#c">', '<a class="x" href="/help/messages/fixes/a/?from=b#c">'],
    ["<a href='/'>", "<a href='/help/messages/'>"],
    ['<a href=/map/>', '<a href=/help/messages/map/>'],
    ['<a data-note="1 > 0" href="/map/">', '<a data-note="1 > 0" href="/help/messages/map/">'],
    ['<svg><a xlink:href="/map/">', '<svg><a xlink:href="/help/messages/map/">'],
    ['<form action="/search/" role="search">', '<form action="/help/messages/search/" role="search">'],
    ['<button formaction="/search/">', '<button formaction="/help/messages/search/">'],
    [
      '<svg><use href="/pictures/a.svg#a"/></svg>',
      '<svg><use href="/help/messages/pictures/a.svg#a"/></svg>',
    ],
    ['<link rel="icon" href="/favicon.svg">', '<link rel="icon" href="/help/messages/favicon.svg">'],
    [
      '<noscript><meta http-equiv="refresh" content="0; url=/fixes/a/#b"></noscript>',
      '<noscript><meta http-equiv="refresh" content="0; url=/help/messages/fixes/a/#b"></noscript>',
    ],
    ['<template><a href="/x/"></template>', '<template><a href="/help/messages/x/"></template>'],
  ] as const)
    assert.equal(below(html), expected);
});

test('What leads elsewhere, or is below the base already, stays as it is.', () => {
  for (const html of [
    '<a href="#steps">',
    '<a href="https://example.org/">',
    '<a href="//example.org/">',
    '<a href="mailto:a@example.org">',
    '<link rel="canonical" href="https://example.org/help/messages/">',
    '<link rel="stylesheet" href="/help/messages/_astro/print.css" media="print">',
    '<img src="/help/messages/_astro/a.png" alt="/fixes/">',
    '<script type="module" src="/help/messages/_astro/a.js"></script>',
    '<script>document.body.innerHTML = \'<a href="/x/">\'</script>',
    '<!-- <a href="/x/"> -->',
    '<p>href="/x/"</p>',
    '<a title="see href=/x/" href="#a">',
    '<meta name="description" content="url=/x/">',
  ])
    assert.equal(below(html), html);
});

test('A base with the name of a section is no trap, and a site at the root of its host is not touched.', () => {
  assert.equal(belowBase('<a href="/fixes/">', '/fixes/'), '<a href="/fixes/fixes/">');
  assert.equal(belowBase('<a href="/fixes/">', '/'), '<a href="/fixes/">');
});
