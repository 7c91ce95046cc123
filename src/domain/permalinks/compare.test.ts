import { deepEqual, equal } from 'node:assert/strict';
import { test } from 'node:test';
import {
  comparePermalinks,
  splitAddress,
  withFresh,
  type LivePage,
  type LiveSite,
  type Published,
} from './compare.ts';

const toast: LivePage = {
  path: '/fixes/toast/',
  is: 'fix',
  text: 'Toast it',
  aliases: new Set(),
  anchors: [
    { id: 'steps', is: 'heading', text: 'Steps', explicit: false },
    { id: 'push', is: 'step', text: 'Push', explicit: false },
  ],
};
const site = (pages: readonly LivePage[], rest: Partial<LiveSite> = {}): LiveSite => ({
  pages: new Map(pages.map((page) => [page.path, page])),
  moved: new Map(),
  gone: new Set(),
  ...rest,
});
const ledger: readonly Published[] = withFresh([], comparePermalinks([], site([toast])).fresh, '2026-01-01');
const lost = (now: LiveSite): readonly string[] =>
  comparePermalinks(ledger, now).lost.map(({ entry }) => entry.address);

test('everything is new at first, and nothing once it is recorded', () => {
  deepEqual(
    ledger.map(({ address, after }) => [address, after]),
    [
      ['/fixes/toast/', undefined],
      ['/fixes/toast/#push', 'steps'],
      ['/fixes/toast/#steps', undefined],
    ],
  );
  deepEqual(comparePermalinks(ledger, site([toast])), { fresh: [], lost: [] });
});

test('a lost page is told once, not for each of its anchors', () =>
  deepEqual(lost(site([])), ['/fixes/toast/']));

test('a lost anchor is told with its page', () => {
  const bare = { ...toast, anchors: toast.anchors.slice(0, 1) };
  deepEqual(comparePermalinks(ledger, site([bare])).lost, [{ entry: ledger[1], page: bare }]);
});

test('an alias, a tombstone, or a page that took its place keeps a link alive', () => {
  const bare = { ...toast, anchors: toast.anchors.slice(0, 1) };
  deepEqual(lost(site([{ ...bare, aliases: new Set(['push']) }])), []);
  deepEqual(lost(site([bare], { gone: new Set(['/fixes/toast/#push']) })), []);
  deepEqual(lost(site([], { gone: new Set(['/fixes/toast/']) })), []);
  const bread = { ...toast, path: '/fixes/bread/' };
  deepEqual(lost(site([bread], { moved: new Map([['/fixes/toast/', '/fixes/bread/']]) })), []);
});

test('a page that took the place of another owes its anchors too', () => {
  const bread = { ...toast, path: '/fixes/bread/', anchors: [] };
  deepEqual(lost(site([bread], { moved: new Map([['/fixes/toast/', '/fixes/bread/']]) })), [
    '/fixes/toast/#push',
    '/fixes/toast/#steps',
  ]);
});

test('a page whose text cannot be read owes nothing until it can: its one fault is told, not each of its links', () => {
  deepEqual(lost(site([{ ...toast, anchors: [], unreadable: true }])), []);
  deepEqual(lost(site([{ ...toast, anchors: [], unreadable: false }])), [
    '/fixes/toast/#push',
    '/fixes/toast/#steps',
  ]);
});

test('an anchor whose page was never published is a loss of its own', () =>
  deepEqual(
    comparePermalinks(ledger.slice(1), site([])).lost.map(({ entry }) => entry.address),
    ['/fixes/toast/#push', '/fixes/toast/#steps'],
  ));

test('what is published joins the ledger as of today, and what is there keeps its day', () => {
  const more = withFresh(ledger, [{ address: '/fixes/a/', is: 'fix', text: 'A' }], '2026-02-02');
  deepEqual(
    more.map(({ address, since }) => `${address} ${since}`),
    [
      '/fixes/a/ 2026-02-02',
      '/fixes/toast/ 2026-01-01',
      '/fixes/toast/#push 2026-01-01',
      '/fixes/toast/#steps 2026-01-01',
    ],
  );
});

test('answers come and go without a loss', () => {
  const answer: Published = {
    address: '/symptoms/cold/plug/no/',
    is: 'answer',
    text: 'No',
    since: '2026-01-01',
  };
  equal(comparePermalinks([answer], site([])).lost.length, 0);
});

test('an address has a path and perhaps an anchor', () => {
  deepEqual(splitAddress('/a/#b'), { path: '/a/', anchor: 'b' });
  deepEqual(splitAddress('/a/'), { path: '/a/', anchor: undefined });
});

test('what is new and what is lost is told in the order of addresses, whatever order they come in', () => {
  const pages = ['/fixes/c/', '/fixes/a/', '/fixes/b/'].map((path): LivePage => ({
    ...toast,
    path,
    anchors: [],
  }));
  deepEqual(
    comparePermalinks([], site(pages)).fresh.map(({ address }) => address),
    ['/fixes/a/', '/fixes/b/', '/fixes/c/'],
  );
  const gone = pages.map(({ path }): Published => ({
    address: path,
    is: 'fix',
    text: 'A',
    since: '2026-01-01',
  }));
  deepEqual(
    comparePermalinks(gone, site([])).lost.map(({ entry }) => entry.address),
    ['/fixes/a/', '/fixes/b/', '/fixes/c/'],
  );
});

test('a place with a tombstone under the new name of its page is no loss', () => {
  const bread = { ...toast, path: '/fixes/bread/', anchors: toast.anchors.slice(0, 1) };
  const moved = new Map([['/fixes/toast/', '/fixes/bread/']]);
  deepEqual(lost(site([bread], { moved, gone: new Set(['/fixes/bread/#push']) })), []);
  deepEqual(lost(site([bread], { moved, gone: new Set(['/fixes/bread/#other']) })), ['/fixes/toast/#push']);
});
