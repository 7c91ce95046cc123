import { deepEqual } from 'node:assert/strict';
import { test } from 'node:test';
import { allPaths, leadsTo, pathIn, pathsOfTree, treeOf, wantedBy } from './site-list.ts';

const list = {
  all: false,
  core: [],
  moved: {},
  files: Object.fromEntries(
    ['/symptoms/cold/', '/fixes/plug/', '/pictures/cold.svg', '/pictures/warm.svg', '/glossary/'].map(
      (path) => [path, 'h'],
    ),
  ),
};

test('a page wants the articles that it leads to and the drawings that it shows, also the one once it works', () =>
  deepEqual(
    wantedBy(
      list,
      '/help/',
      `<a href="/help/fixes/plug/?from=cold#steps">a</a> <a href="/help/fixes/plug/">b</a> <a href=/help/glossary/>c</a>
       <svg><use href="/help/pictures/cold.svg#cold"/></svg><div data-solved="warm"></div>
       <a href="/fixes/plug/">of another site</a> <a href="/help/fixes/gone/">gone</a>`,
    ),
    ['/fixes/plug/', '/pictures/cold.svg', '/pictures/warm.svg'],
  ));

test('quotes around an address are no part of it, and a page without a drawing for later wants none', () => {
  deepEqual(wantedBy(list, '/', '<a href=/fixes/plug/>a</a>'), ['/fixes/plug/']);
  deepEqual(wantedBy(list, '/', '<div data-solved=warm></div>'), ['/pictures/warm.svg']);
  deepEqual(wantedBy(list, '/', "<a href='/fixes/plug/#steps'>a</a>"), ['/fixes/plug/']);
});

test('what lies below an article, or only has its name in its path, is not wanted', () => {
  const more = [
    '/fixes/plug/code.json',
    '/other/fixes/plug/',
    '/other/pictures/cold.svg',
    '/undefined',
    '/pictures/undefined.svg',
  ];
  const larger = { ...list, files: Object.fromEntries(more.map((path) => [path, 'h'])) };
  deepEqual(
    wantedBy(
      larger,
      '/',
      more
        .slice(0, 3)
        .map((path) => `<a href="${path}">a</a>`)
        .join(' '),
    ),
    [],
  );
});

test('the path of an address is told below the path of the site, without the name of an index', () => {
  deepEqual(
    [
      '/help/',
      '/help/fixes/plug/',
      '/help/fixes/plug/index.html',
      '/help/a/index.html/b',
      '/other/fixes/plug/',
    ].map((path) => pathIn('/help/', path)),
    ['/', '/fixes/plug/', '/fixes/plug/', '/a/index.html/b', undefined],
  );
});

const moving = {
  ...list,
  moved: {
    '/fixes/wall/': '/fixes/plug/',
    '/symptoms/cold/old/': '/symptoms/cold/',
    '/says/e2': '/symptoms/cold/',
  },
  files: {
    ...list.files,
    '/fixes/wall/': 'h',
    '/symptoms/cold/lamp/on/': 'h',
    '/symptoms/cold/plan.json': 'h',
    '/symptoms/cold/old/': 'h',
    '/symptoms/colder/': 'h',
    '/start/': 'h',
    '/start/lamp/on/': 'h',
  },
};

test('a page of a plan belongs to all pages of its symptom, one of the first questions to those; others stand alone', () => {
  deepEqual(
    [
      '/symptoms/cold/',
      '/symptoms/cold/lamp/on/',
      '/start/',
      '/start/lamp/on/',
      '/symptoms/',
      '/fixes/plug/',
      '/map/start/',
      '/',
    ].map(treeOf),
    ['/symptoms/cold/', '/symptoms/cold/', '/start/', '/start/', '', '', '', ''],
  );
  deepEqual(pathsOfTree(moving, '/symptoms/cold/'), [
    '/symptoms/cold/',
    '/symptoms/cold/lamp/on/',
    '/symptoms/cold/plan.json',
  ]);
  deepEqual(pathsOfTree(moving, '/start/'), ['/start/', '/start/lamp/on/']);
  deepEqual(pathsOfTree(moving, ''), []);
});

test('all that a site holds is every file but old addresses', () => {
  const old = ['/fixes/wall/', '/symptoms/cold/old/'];
  deepEqual(
    allPaths(moving),
    Object.keys(moving.files).filter((path) => !old.includes(path)),
  );
});

test('an address leads on where it has moved, or to the page that it lacks the last slash of', () => {
  deepEqual(
    [
      '/fixes/wall/',
      '/fixes/wall',
      '/fixes/plug',
      '/says/e2',
      '/fixes/plug/',
      '/fixes/gone',
      '/fixes/gone/',
      '/toString',
    ].map((path) => leadsTo(moving, path)),
    [
      '/fixes/plug/',
      '/fixes/plug/',
      '/fixes/plug/',
      '/symptoms/cold/',
      undefined,
      undefined,
      undefined,
      undefined,
    ],
  );
});
