import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isForPrograms } from './for-programs.ts';

test('what only programs read is told apart from what readers open, also where a name is alike', () => {
  const forPrograms = [
    'robots.txt',
    'opensearch.xml',
    'files.sha256',
    'graph.json',
    'sitemap-index.xml',
    'sitemap-0.xml',
    'feed.xml',
    'symptoms/burns/feed.xml',
    'llms.txt',
    'llms-full.txt',
    'llms/symptoms.txt',
    'schemas/graph-1.json',
    '.well-known/ard.json',
    'fixes/tray.json',
    'fixes/tray.png',
    'index.md',
    'symptoms/burns/lamp/on.md',
  ];
  assert.deepEqual(forPrograms.filter(isForPrograms), forPrograms);
  const forReaders = [
    'index.html',
    'fixes/graph.json/index.html',
    'search-index/a1/index.json',
    'addresses.json',
    'symptoms/feed/index.html',
    'fixes/readme.md/index.html',
    'apple-touch-icon.png',
    'site.webmanifest',
    'pages/robots.txt',
    'robots.txt/index.html',
    'sitemap.xml/index.html',
    'pages/sitemap.xml',
    'pages/feed.xml',
    'feed.xml/index.html',
    'symptoms/burns/lamp/feed.xml',
    'pages/llms.txt',
    'llms.txt/index.html',
    'pages/llms/index.html',
    'browse/fixes/tray.json',
  ];
  assert.deepEqual(forReaders.filter(isForPrograms), []);
});
