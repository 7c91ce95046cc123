import assert from 'node:assert/strict';
import { test } from 'node:test';
import { queriesIn } from './gaps.ts';

test('Queries are read from the lines of an access log, and counted', () =>
  assert.deepEqual(
    queriesIn(`1.2.3.4 - - [24/Nov/2026:10:00:00 +0000] "GET /search/?q=crumb+tray HTTP/1.1" 200 512
1.2.3.4 - - [24/Nov/2026:10:00:01 +0000] "GET /fixes/empty-tray/ HTTP/1.1" 200 512
1.2.3.4 - - [24/Nov/2026:10:00:02 +0000] "GET /search/?kind=fix&q=Crumb%20tray HTTP/1.1" 200 512
1.2.3.4 - - [24/Nov/2026:10:00:03 +0000] "GET /search/?q=%E0%A4%A HTTP/1.1" 200 512
1.2.3.4 - - [24/Nov/2026:10:00:04 +0000] "GET /search/ HTTP/1.1" 200 512`).slice(0, 1),
    [{ query: 'crumb tray', times: 2 }],
  ));

test('A plain list has one query on each line', () =>
  assert.deepEqual(queriesIn('bread burns\n\nBread  burns\nlever\n'), [
    { query: 'bread burns', times: 2 },
    { query: 'lever', times: 1 },
  ]));
