import { deepEqual, equal } from 'node:assert/strict';
import { test } from 'node:test';
import { headingIdOf, stepIdOf } from './anchors.ts';
import { likeliestPlace, likeness, neighbourAbove, renamesOn, type PageHistory } from './match.ts';
import { addressesOf, comparePermalinks, withFresh, type LiveAnchor, type LivePage } from './compare.ts';

const page = (...rows: readonly string[]): LivePage => ({
  path: '/fixes/toast/',
  is: 'fix',
  text: 'Toast it',
  aliases: new Set(),
  anchors: rows.map((row): LiveAnchor => {
    const [text = '', id] = row
      .replace(/^# /, '')
      .split(' {#')
      .map((part) => part.replace('}', ''));
    const heading = row.startsWith('# ');
    return {
      id: id ?? (heading ? headingIdOf(text) : stepIdOf(text)),
      is: heading ? 'heading' : 'step',
      text,
      explicit: id !== undefined,
    };
  }),
});

const before = page(
  '# Steps',
  'Unplug the toaster.',
  'Shake out the crumbs.',
  'Push the lever down.',
  'Plug it in again.',
  '# If it did not help',
);

const historyOf = (now: LivePage, was = before): PageHistory => {
  const published = withFresh([], addressesOf(was), '2026-01-01');
  const { lost } = comparePermalinks(published, {
    pages: new Map([[now.path, now]]),
    moved: new Map(),
    gone: new Set(),
  });
  return { page: now, published, lost: lost.map(({ entry }) => entry) };
};
const renames = (now: LivePage, was = before): readonly (readonly [string, string])[] =>
  renamesOn(historyOf(now, was)).map(({ entry, anchor }) => [entry.address.split('#')[1] ?? '', anchor.text]);

test('texts are alike by the words they share', () => {
  equal(likeness('Push the lever down.', 'push the lever DOWN'), 1);
  equal(likeness('Push the lever down.', 'Push the lever gently down.'), 8 / 9);
  equal(likeness('Push', 'Wait'), 0);
  equal(likeness('', ''), 0);
});

test('edited words of a step are recognised', () => {
  deepEqual(
    renames(
      page(
        '# Steps',
        'Unplug the toaster.',
        'Shake all the crumbs out.',
        'Push the lever down.',
        'Plug it in again.',
        '# If it did not help',
      ),
    ),
    [['shake-out-the-crumbs', 'Shake all the crumbs out.']],
  );
});

test('an inserted step and a new order disturb nothing', () => {
  deepEqual(
    renames(
      page(
        '# Steps',
        'Wash your hands.',
        'Plug it in again.',
        'Unplug the toaster.',
        'Shake out the crumbs.',
        'Push the lever down.',
        '# If it did not help',
      ),
    ),
    [],
  );
});

test('a step that was edited and moved is recognised by its words alone when they are much alike', () => {
  deepEqual(
    renames(
      page(
        '# Steps',
        'Push the lever right down.',
        'Unplug the toaster.',
        'Shake out the crumbs.',
        'Plug it in again.',
        '# If it did not help',
      ),
    ),
    [['push-the-lever-down', 'Push the lever right down.']],
  );
});

test('two candidates that are equally alike are left alone', () => {
  deepEqual(
    renames(
      page(
        '# Steps',
        'Unplug the toaster.',
        'Shake out crumbs left.',
        'Shake out crumbs right.',
        'Push the lever down.',
        'Plug it in again.',
        '# If it did not help',
      ),
    ),
    [],
  );
});

test('another step in the place of a deleted one is not taken for it', () => {
  deepEqual(
    renames(
      page(
        '# Steps',
        'Unplug the toaster.',
        'Call a friend.',
        'Push the lever down.',
        'Plug it in again.',
        '# If it did not help',
      ),
    ),
    [],
  );
});

test('a heading is never taken for a step', () => {
  deepEqual(
    renames(
      page(
        '# Steps',
        'Unplug the toaster.',
        '# Shake out all crumbs',
        'Push the lever down.',
        'Plug it in again.',
        '# If it did not help',
      ),
    ),
    [],
  );
});

/** The page in German, place by place. */
const inGerman = [
  '# Schritte',
  'Den Toaster ausstecken.',
  'Die Krümel ausschütten.',
  'Den Hebel drücken.',
  'Wieder einstecken.',
  '# Wenn das nicht half',
];

test('a translation is recognised by its order', () => {
  const german = page(...inGerman);
  deepEqual(
    renames(german).map(([id]) => id),
    before.anchors.map(({ id }) => id),
  );
});

test('a translation with a step more or less is ambiguous', () => {
  deepEqual(
    renames(
      page(
        '# Schritte',
        'Den Toaster ausstecken.',
        'Den Hebel drücken.',
        'Wieder einstecken.',
        '# Wenn das nicht half',
      ),
    ),
    [],
  );
});

test('a step with an id of its own is offered, but never given another', () => {
  const history = historyOf(
    page(
      '# Steps',
      'Unplug the toaster.',
      'Shake out crumbs. {#crumbs}',
      'Push the lever down.',
      'Plug it in again.',
      '# If it did not help',
    ),
  );
  deepEqual(renamesOn(history), []);
  equal(likeliestPlace(history, history.lost[0] as never)?.id, 'crumbs');
});

test('the place of a lost step is below its nearest living neighbour, whatever changed around it', () => {
  const history = historyOf(
    page('# Steps', 'Push the lever down.', 'Unplug the toaster.', '# If it did not help'),
  );
  deepEqual(
    history.lost.map((entry) => neighbourAbove(history, entry)?.id),
    ['push-the-lever-down', 'unplug-the-toaster'],
  );
});

/** The page with these rows between its first step and its end. */
const withRows = (...rows: readonly string[]): LivePage =>
  page('# Steps', 'Unplug the toaster.', ...rows, 'Plug it in again.', '# If it did not help');

test('between the same neighbours one word of few is enough where nothing else was lost or came there', () => {
  // Two of seven words are shared.
  deepEqual(renames(withRows('Crumbs off please.', 'Push the lever down.')), [
    ['shake-out-the-crumbs', 'Crumbs off please.'],
  ]);
  deepEqual(renames(withRows('Crumbs off please.')), [], 'two steps were lost there');
  deepEqual(
    renames(withRows('Crumbs off please.', 'Wash your hands.', 'Push the lever down.')),
    [],
    'two steps came there',
  );
});

test('between the same neighbours two of five words are enough, elsewhere three of five', () => {
  // Of four and four words, two: one half.
  const half = 'Crumbs out with you.';
  deepEqual(renames(withRows(half, 'Wash your hands.', 'Push the lever down.')), [
    ['shake-out-the-crumbs', half],
  ]);
  deepEqual(
    renames(
      page(
        '# Steps',
        half,
        'Unplug the toaster.',
        'Push the lever down.',
        'Plug it in again.',
        '# If it did not help',
      ),
    ),
    [],
  );
  const most = 'Shake the crumbs off.';
  deepEqual(
    renames(
      page(
        '# Steps',
        most,
        'Unplug the toaster.',
        'Push the lever down.',
        'Plug it in again.',
        '# If it did not help',
      ),
    ),
    [['shake-out-the-crumbs', most]],
  );
});

test('a rival that is much less alike takes nothing away, and one new step is not two lost ones', () => {
  deepEqual(renames(withRows('Shake all the crumbs out.', 'Shake hands.', 'Push the lever down.')), [
    ['shake-out-the-crumbs', 'Shake all the crumbs out.'],
  ]);
  const was = withRows('Push the lever left.', 'Push the lever right.');
  deepEqual(renames(withRows('Push the lever.'), was), []);
});

test('the likeliest place is the sure one, else what is most alike or stands where it stood, else none', () => {
  const likeliest = (now: LivePage, id = 'shake-out-the-crumbs', was = before): string | undefined => {
    const history = historyOf(now, was);
    const entry = history.lost.find(({ address }) => address.endsWith(`#${id}`));
    return entry && likeliestPlace(history, entry)?.text;
  };
  equal(
    likeliest(withRows('Shake all the crumbs out.', 'Push the lever down.')),
    'Shake all the crumbs out.',
  );
  // Equally alike: that between the same neighbours.
  const twice = page(
    '# Steps',
    'Crumbs left.',
    'Unplug the toaster.',
    'Crumbs right.',
    'Push the lever down.',
    'Plug it in again.',
    '# If it did not help',
  );
  equal(likeliest(twice), 'Crumbs right.');
  const away = page(
    '# Steps',
    'Shake crumbs.',
    'Unplug the toaster.',
    'Push the lever down.',
    'Plug it in again.',
    '# If it did not help',
    'Wash up.',
  );
  equal(likeliest(away), 'Shake crumbs.');
  // Alike or in the same place: words that nearly all agree weigh more than the place.
  const both = page(
    '# Steps',
    'Shake the crumbs off now.',
    'Unplug the toaster.',
    'Call a friend.',
    'Push the lever down.',
    'Plug it in again.',
    '# If it did not help',
  );
  equal(likeliest(both), 'Shake the crumbs off now.');
  equal(likeliest(withRows('Call a friend.', 'Push the lever down.')), 'Call a friend.');
  equal(
    likeliest(
      page(
        '# Steps',
        'Call a friend.',
        'Unplug the toaster.',
        'Push the lever down.',
        'Plug it in again.',
        '# If it did not help',
      ),
    ),
    undefined,
  );
  equal(
    likeliest(withRows('# Shake out the crumbs now', 'Push the lever down.')),
    undefined,
    'a heading is no step',
  );
});

test('of two anchors that stood below the same one, the later stands nearer to it', () => {
  const rows = (...ids: readonly string[]): LivePage => page(...ids.map((id) => `Step ${id}.`));
  const published = [
    ...withFresh([], addressesOf(rows('a', 'c')), '2026-01-01'),
    {
      address: '/fixes/toast/#step-b',
      is: 'step' as const,
      text: 'Step b.',
      after: 'step-a',
      since: '2026-02-01',
    },
  ];
  const above = (id: string, now: LivePage): string | undefined => {
    const entry = published.find(({ address }) => address.endsWith(id))!;
    return neighbourAbove({ page: now, published, lost: [entry] }, entry)?.id;
  };
  equal(above('#step-c', rows('a', 'b')), 'step-b');
  equal(above('#step-b', rows('a', 'c')), 'step-a');
  equal(above('#step-a', rows('b', 'c')), undefined);
});

test('a translation is none where some words stayed, where an id was given, or where kinds changed', () => {
  const change = (at: number, row: string): LivePage =>
    page(...inGerman.map((old, index) => (index === at ? row : old)));
  equal(renames(change(3, 'Den Hebel drücken. {#hebel}')).length, 0);
  equal(renames(change(3, '# Den Hebel drücken')).length, 0);
  equal(renames(change(3, 'Push the lever down hard.')).length, 1);
  equal(
    renames(page('# Schritte', 'Ausstecken.'), page('# Steps', 'Unplug it.')).length,
    0,
    'two are too few to know an order by',
  );
});
