import { deepEqual } from 'node:assert/strict';
import { test } from 'node:test';
import { wantedBy } from './site-list.ts';

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
