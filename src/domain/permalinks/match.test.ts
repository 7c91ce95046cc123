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

const historyOf = (now: LivePage): PageHistory => {
  const published = withFresh([], addressesOf(before), '2026-01-01');
  const { lost } = comparePermalinks(published, {
    pages: new Map([[now.path, now]]),
    moved: new Map(),
    gone: new Set(),
  });
  return { page: now, published, lost: lost.map(({ entry }) => entry) };
};
const renames = (now: LivePage): readonly (readonly [string, string])[] =>
  renamesOn(historyOf(now)).map(({ entry, anchor }) => [entry.address.split('#')[1] ?? '', anchor.text]);

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

test('a translation is recognised by its order', () => {
  const german = page(
    '# Schritte',
    'Den Toaster ausstecken.',
    'Die Krümel ausschütten.',
    'Den Hebel drücken.',
    'Wieder einstecken.',
    '# Wenn das nicht half',
  );
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
