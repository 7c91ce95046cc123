import { equal } from 'node:assert/strict';
import { test } from 'node:test';
import { canonicalLinkOf, prefersMarkdown } from './markdown-twins.ts';
import { twinPathOf } from '../domain/twins/twin-address.ts';

test('who names Markdown, and not HTML with a higher weight, wants Markdown; browsers and programs that take anything do not', () => {
  const wanted = [
    'text/markdown',
    'text/markdown, text/html, */*',
    'text/html;q=0.9, text/markdown',
    'application/json, Text/Markdown; q=0.5',
    'text/markdown;charset=utf-8;q=0.8, text/html; q=0.8',
  ];
  const not = [
    undefined,
    '',
    '*/*',
    'text/*',
    'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8',
    'text/markdown;q=0',
    'text/markdown;q=0.5, text/html',
    'text/markdown-like',
  ];
  for (const accept of wanted) equal(prefersMarkdown(accept), true, accept);
  for (const accept of not) equal(prefersMarkdown(accept), false, String(accept));
});

test('a page and its twin lead to each other', () => {
  for (const [page, twin] of [
    ['/', '/index.md'],
    ['/fixes/', '/fixes.md'],
    ['/fixes/x/', '/fixes/x.md'],
  ] as const) {
    equal(twinPathOf(page), twin);
    equal(canonicalLinkOf(twin), `<${page}>; rel="canonical"`);
  }
  equal(canonicalLinkOf('/fixes/the-index.md'), '</fixes/the-index/>; rel="canonical"');
  equal(canonicalLinkOf('/help/index.md'), '</help/>; rel="canonical"');
});
