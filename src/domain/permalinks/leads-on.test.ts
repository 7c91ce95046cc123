import { deepEqual, equal } from 'node:assert/strict';
import { test } from 'node:test';
import { leadingOn, pattern } from './leads-on.ts';

const words = {
  movedTitle: 'This page has moved',
  movedText: 'It is here now.',
  goneTitle: (title: string) => `“${title}” is gone`,
  goneNow: 'This stands there now.',
};
const because = 'It broke toasters.';

test('a renamed page leads on under the words for what has moved', () =>
  deepEqual(
    leadingOn(
      {
        redirects: [{ from: '/fixes/grill/', to: '/fixes/toast/', title: 'Toast it', for: 'ever' }],
        tombstones: [],
        places: [],
        choices: [],
      },
      words,
    ),
    [
      {
        from: '/fixes/grill/',
        to: '/fixes/toast/',
        label: 'Toast it',
        title: 'This page has moved',
        text: 'It is here now.',
      },
    ],
  ));

test('a tombstone with a successor says what is gone, why, and leads there; one without stays where it is', () => {
  const kick = { page: '/fixes/kick/', because, title: 'Kick it', heir: 'Toast it' };
  deepEqual(
    leadingOn(
      {
        redirects: [],
        tombstones: [
          { ...kick, to: '/fixes/toast/#was-kick' },
          { ...kick, page: '/fixes/hit/', heir: '' },
        ],
        places: [],
        choices: [],
      },
      words,
    ),
    [
      {
        from: '/fixes/kick/',
        to: '/fixes/toast/#was-kick',
        label: 'Toast it',
        title: '“Kick it” is gone',
        text: 'It broke toasters. This stands there now.',
      },
    ],
  );
});

test('each text of the pattern stands for one thing and for nothing else', () => {
  const { from, ...texts } = pattern;
  equal(from, '/go/');
  equal(new Set(Object.values(texts)).size, 4);
  for (const [name, text] of Object.entries(texts)) equal(text.replaceAll('/', ''), `--${name}--`);
});
