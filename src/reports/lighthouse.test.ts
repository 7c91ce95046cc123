import assert from 'node:assert/strict';
import { test } from 'node:test';
import { failuresIn, tableOf, type Report } from './lighthouse.ts';

const report = (page: string, scores: Readonly<Record<string, number | null>>, shift = 0): Report => ({
  page,
  categories: Object.fromEntries(
    Object.entries(scores).map(([id, score]) => [
      id,
      { title: id.toUpperCase(), score, auditRefs: [{ id: 'a' }] },
    ]),
  ),
  audits: {
    a: { title: 'A', score: 0.5 },
    'cumulative-layout-shift': { title: 'CLS', score: 1, numericValue: shift },
  },
});

test('each page is a row of scores out of 100, with how far it moves', () => {
  assert.equal(
    tableOf([report('/', { seo: 0.996, performance: null }, 0.0123)]),
    [
      '| page | SEO | PERFORMANCE | layout shift |',
      '| --- | --- | --- | --- |',
      '| / | 100 | – | 0.012 |',
    ].join('\n'),
  );
});

test('a page that has less than 100 is told, with what failed in it', () => {
  assert.deepEqual(failuresIn([report('/', { seo: 0.99, performance: 1 })]), ['/: SEO has 99 of 100: a.']);
  assert.deepEqual(failuresIn([report('/', { seo: 1, 'agentic-browsing': null })]), []);
});

test('the search may have 95, is not for search engines, and must not move', () => {
  assert.deepEqual(failuresIn([report('/search/?q=a', { seo: 0.6, performance: 0.95 })]), []);
  assert.deepEqual(failuresIn([report('/search/?q=a', { performance: 0.94 }, 0.2)]), [
    '/search/?q=a: PERFORMANCE has 94 of 100: a.',
    '/search/?q=a: what is shown moves by 0.200 while it loads.',
  ]);
});
