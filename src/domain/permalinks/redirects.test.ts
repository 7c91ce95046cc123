import { deepEqual, equal } from 'node:assert/strict';
import { test } from 'node:test';
import type { Kind } from '../knowledge/article.ts';
import { oldAddressesOf, type OldAddressSources } from './redirects.ts';
import type { Saying } from './said-texts.ts';
import { tombstonesOn } from './tombstone.ts';

const article = (
  kind: Kind,
  id: string,
  rest: { readonly was?: readonly string[]; readonly says?: readonly string[] } = {},
) => ({ kind, id, title: `The ${id}`, says: rest.says ?? [], codes: [], was: rest.was ?? [] });
const found = (sources: Partial<OldAddressSources<Saying>>) =>
  oldAddressesOf({ articles: [], pages: [], tombstones: [], ledger: [], answered: new Set(), ...sources });
const ways = (sources: Partial<OldAddressSources<Saying>>): readonly string[] =>
  found(sources).redirects.map(({ from, to }) => `${from} → ${to}`);

test('every id has a short address, an earlier id too', () => {
  deepEqual(ways({ articles: [article('fix', 'toast', { was: ['grill'] })] }), [
    '/fixes/grill/ → /fixes/toast/',
    '/go/grill/ → /fixes/toast/',
    '/go/toast/ → /fixes/toast/',
  ]);
});

test('a renamed page leads on for ever, a short address for now', () => {
  deepEqual(
    found({ articles: [article('fix', 'toast', { was: ['grill'] })] }).redirects.map(
      (redirect) => redirect.for,
    ),
    ['ever', 'now', 'now'],
  );
});

test('a text on the screen leads to its symptom, and a text of two symptoms to a choice', () => {
  const articles = [
    article('symptom', 'cold', { says: ['E 1', 'Error'] }),
    article('symptom', 'dark', { says: ['Error'] }),
  ];
  deepEqual(
    ways({ articles }).filter((way) => way.startsWith('/says/')),
    ['/says/e-1/ → /symptoms/cold/'],
  );
  deepEqual(
    found({ articles }).choices.map(({ slug, articles: meant }) => [slug, ...meant.map(({ id }) => id)]),
    [['error', 'cold', 'dark']],
  );
});

const answer = (address: string) => ({ address, is: 'answer' as const, text: 'No', since: '2026-01-01' });

test('an answer that is asked no more leads to the nearest page above it', () => {
  const sources = {
    articles: [article('symptom', 'cold', { was: ['chilly'] })],
    answered: new Set(['/symptoms/cold/lamp/on/']),
  };
  const to = (address: string) =>
    ways({ ...sources, ledger: [answer(address)] }).filter(
      (way) => way.startsWith('/symptoms/') && way.includes('lamp'),
    );
  deepEqual(to('/symptoms/cold/lamp/on/cable/new/'), [
    '/symptoms/cold/lamp/on/cable/new/ → /symptoms/cold/lamp/on/',
  ]);
  deepEqual(to('/symptoms/cold/lamp/off/'), ['/symptoms/cold/lamp/off/ → /symptoms/cold/']);
  deepEqual(to('/symptoms/chilly/lamp/on/'), ['/symptoms/chilly/lamp/on/ → /symptoms/cold/lamp/on/']);
  deepEqual(to('/symptoms/cold/lamp/on/'), []);
});

test('a plan for a device that differs no more leads to the plan for any, with the same answers', () => {
  const sources = {
    articles: [article('symptom', 'cold')],
    answered: new Set(['/symptoms/cold/lamp/on/', '/symptoms/cold/on/grill/']),
  };
  const to = (address: string) =>
    ways({ ...sources, ledger: [answer(address)] }).filter((way) => way.startsWith('/symptoms/'));
  deepEqual(to('/symptoms/cold/on/app/'), ['/symptoms/cold/on/app/ → /symptoms/cold/']);
  deepEqual(to('/symptoms/cold/on/grill/lamp/on/'), [
    '/symptoms/cold/on/grill/lamp/on/ → /symptoms/cold/lamp/on/',
  ]);
  deepEqual(to('/symptoms/cold/on/grill/lamp/off/'), [
    '/symptoms/cold/on/grill/lamp/off/ → /symptoms/cold/on/grill/',
  ]);
  deepEqual(to('/symptoms/cold/on/grill/'), []);
});

test('the answers of a symptom that is gone lead where it leads', () => {
  const tombstones = [{ page: '/symptoms/cold/', because: 'It was never seen.', now: '/symptoms/dark/' }];
  deepEqual(ways({ tombstones, ledger: [answer('/symptoms/cold/lamp/on/')] }), [
    '/go/cold/ → /symptoms/dark/#was-cold',
    '/symptoms/cold/lamp/on/ → /symptoms/dark/#was-cold',
  ]);
});

test('a tombstone keeps the title of its page, and its short address leads to it', () => {
  const tombstones = [{ page: '/fixes/kick/', because: 'It broke toasters.' }];
  const ledger = [{ address: '/fixes/kick/', is: 'fix' as const, text: 'Kick it', since: '2026-01-01' }];
  deepEqual(found({ tombstones, ledger }).tombstones, [
    { page: '/fixes/kick/', because: 'It broke toasters.', title: 'Kick it', to: undefined, heir: '' },
  ]);
  deepEqual(ways({ tombstones, ledger }), ['/go/kick/ → /fixes/kick/']);
});

test('a tombstone with a successor leads to the note on that page', () => {
  const tombstones = [{ page: '/fixes/kick/', because: 'It broke toasters.', now: '/fixes/toast/' }];
  deepEqual(
    found({ tombstones, articles: [article('fix', 'toast')] }).tombstones.map(({ title, to, heir }) => [
      title,
      to,
      heir,
    ]),
    [['kick', '/fixes/toast/#was-kick', 'The toast']],
  );
  deepEqual(
    tombstonesOn(tombstones, '/fixes/toast/').map(({ id }) => id),
    ['was-kick'],
  );
});

test('a successor with an anchor is that anchor', () => {
  deepEqual(
    found({ tombstones: [{ page: '/fixes/kick/', because: 'No.', now: '/fixes/toast/#push' }] }).tombstones[0]
      ?.to,
    '/fixes/toast/#push',
  );
});

test('a page speaks for its own lost anchors, under earlier addresses too', () => {
  const tombstones = [
    { page: '/fixes/grill/', anchor: 'shake', because: 'No.' },
    { page: '/fixes/other/', anchor: 'x', because: 'No.' },
  ];
  deepEqual(
    tombstonesOn(tombstones, '/fixes/toast/', ['/fixes/grill/']).map(({ id }) => id),
    ['shake'],
  );
});

test('a first question that is asked no more leads to the page before it, or home where none are left', () => {
  const ledger = ['/start/lever/up/', '/start/lever/up/glow/red/'].map((address) => ({
    address,
    is: 'answer' as const,
    text: 'Up',
    since: '2026-01-01',
  }));
  deepEqual(ways({ ledger, answered: new Set(['/start/', '/start/lever/up/']) }), [
    '/start/lever/up/glow/red/ → /start/lever/up/',
  ]);
  deepEqual(ways({ ledger, answered: new Set(['/start/']) }), [
    '/start/lever/up/ → /start/',
    '/start/lever/up/glow/red/ → /start/',
  ]);
  deepEqual(ways({ ledger }), ['/start/lever/up/ → /', '/start/lever/up/glow/red/ → /']);
});

test('a page of the owner’s own that was renamed leads on, and has no short address', () => {
  deepEqual(ways({ pages: [{ kind: 'page', id: 'about', title: 'About', was: ['who-we-are'] }] }), [
    '/pages/who-we-are/ → /pages/about/',
  ]);
});

test('a part of a list, or the map of a symptom, that is there no more leads to the whole list or map', () => {
  const ledger = ['/browse/fixes/r-2/', '/map/burns/', '/map/stays-cold/'].map((address) => ({
    address,
    is: 'answer' as const,
    text: 'R',
    since: '2026-01-01',
  }));
  deepEqual(ways({ ledger, answered: new Set(['/map/burns/']) }), [
    '/browse/fixes/r-2/ → /fixes/',
    '/map/stays-cold/ → /map/',
  ]);
});

test('a tombstone of a place is told by its page, with its words, and leads nowhere by itself', () => {
  const tombstones = [
    { page: '/fixes/toast/', anchor: 'push-it-down', because: 'No.' },
    { page: '/fixes/kick/', because: 'No.' },
  ];
  const { places, tombstones: pages } = found({ tombstones });
  deepEqual(
    places.map(({ page, title }) => [page, title]),
    [['/fixes/toast/', 'push it down']],
  );
  deepEqual(
    pages.map(({ page }) => page),
    ['/fixes/kick/'],
  );
  const ledger = [
    {
      address: '/fixes/toast/#push-it-down',
      is: 'step' as const,
      text: 'Push it down.',
      since: '2026-01-01',
    },
  ];
  equal(found({ tombstones, ledger }).places[0]?.title, 'Push it down.');
});

test('a tombstone of a page that is no article has no short address, and its note is named after its last part', () => {
  const tombstones = [
    { page: '/pages/who/', because: 'No.', now: '/fixes/toast/' },
    { page: '/', because: 'No.', now: '/fixes/toast/' },
  ];
  deepEqual(ways({ tombstones }), []);
  deepEqual(
    found({ tombstones }).tombstones.map(({ title, to }) => [title, to]),
    [
      ['who', '/fixes/toast/#was-who'],
      ['', '/fixes/toast/#was-home'],
    ],
  );
  deepEqual(tombstonesOn(tombstones, '/fixes/bread/'), []);
});

test('only an article holds a note: what is replaced by a list, a file or another site leads there itself', () => {
  for (const now of ['/fixes/', '/glossary/x/', '/fixes/toast/more/', 'https://example.org/', '/fixes/toast'])
    deepEqual(
      found({ tombstones: [{ page: '/fixes/kick/', because: 'No.', now }] }).tombstones.map(
        ({ to, heir }) => [to, heir],
      ),
      [[now, now]],
    );
});

test('a code has its address and that in its own capitals, for now', () => {
  const cold = { ...article('symptom', 'cold'), codes: ['E-17'] };
  deepEqual(
    found({ articles: [cold] }).redirects.filter(({ from }) => from.startsWith('/code/')),
    [
      { from: '/code/E-17/', to: '/symptoms/cold/', title: 'The cold', for: 'now' },
      { from: '/code/e-17/', to: '/symptoms/cold/', title: 'The cold', for: 'now' },
    ],
  );
});

test('only what was renamed leads on for ever', () => {
  const sources = {
    articles: [article('symptom', 'cold', { says: ['E 1'] })],
    tombstones: [{ page: '/fixes/kick/', because: 'No.' }],
    ledger: [
      '/symptoms/cold/lamp/on/',
      '/browse/fixes/r/',
      '/start/lamp/on/',
      '/symptoms/never/lamp/on/',
    ].map(answer),
    answered: new Set(['/start/']),
  };
  deepEqual(
    found(sources).redirects.map(({ from, title, for: how }) => [from, title, how]),
    [
      ['/browse/fixes/r/', '/fixes/', 'now'],
      ['/go/cold/', 'The cold', 'now'],
      ['/go/kick/', 'kick', 'now'],
      ['/says/e-1/', 'The cold', 'now'],
      ['/start/lamp/on/', '/start/', 'now'],
      ['/symptoms/cold/lamp/on/', 'The cold', 'now'],
    ],
  );
});
