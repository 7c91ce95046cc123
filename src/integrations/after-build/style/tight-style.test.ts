import assert from 'node:assert/strict';
import { test } from 'node:test';
import { shortNames, tightenStyle } from './tight-style.ts';

const here = new Set(['data-astro-cid-a']);
const tighten = (css: string): string => tightenStyle(css, here);

test('rules of components that are not on the page go, all others stay', () => {
  assert.equal(
    tighten('p{color:red}.x[data-astro-cid-a]{top:0}.y[data-astro-cid-b]{top:1px}'),
    'p{color:red}.x[data-astro-cid-a]{top:0}',
  );
});

test('of a list of selectors only those that can match stay', () => {
  assert.equal(
    tighten('.x[data-astro-cid-b]:is(.m,.n),.y[data-astro-cid-a]{top:0}'),
    '.y[data-astro-cid-a]{top:0}',
  );
});

test('a scope that a selector excludes or only offers does not decide', () => {
  assert.equal(
    tighten('p:not([data-astro-cid-b]),:is(i[data-astro-cid-b],b){top:0}'),
    'p:not([data-astro-cid-b]),:is(i[data-astro-cid-b],b){top:0}',
  );
});

test('layers and media keep what is left and their order, and go when nothing is', () => {
  assert.equal(
    tighten(
      '@layer a,b;@layer b{@media print{.y[data-astro-cid-b]{top:0}}.x[data-astro-cid-a]{top:1px}}@media print{.y[data-astro-cid-b]{top:0}}',
    ),
    '@layer a;@layer b{.x[data-astro-cid-a]{top:1px}}',
  );
});

test('braces and commas in strings are text', () => {
  assert.equal(
    tighten('.x[data-astro-cid-a]:before{content:"},{"}.y[data-astro-cid-b]{top:0}'),
    '.x[data-astro-cid-a]:before{content:"},{"}',
  );
});

test('other at-rules are left alone', () => {
  assert.equal(
    tighten('@page{margin:1cm}@keyframes k{0%{top:0}}'),
    '@page{margin:1cm}@keyframes k{0%{top:0}}',
  );
});

test('scopes have the same short names on all pages, numbers, the shortest those that are named most', () => {
  const often = Array.from(
    { length: 10 },
    (_, at) => `.x[data-astro-cid-c${at}] b[data-astro-cid-c${at}]{top:0}`,
  );
  const shortOf = shortNames(['.x[data-astro-cid-seldom]{top:0}', ...often]);
  assert.deepEqual(['data-astro-cid-c0', 'data-astro-cid-c9', 'data-astro-cid-seldom'].map(shortOf), [
    'data-0',
    'data-9',
    'data-10',
  ]);
  assert.equal(shortOf('data-astro-cid-unnamed'), 'data-astro-cid-unnamed');
});
