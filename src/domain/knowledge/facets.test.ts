import assert from 'node:assert/strict';
import { test } from 'node:test';
import { facetsOf } from './facets.ts';

const site = {
  who: [
    { id: 'you', label: 'You' },
    { id: 'vendor', label: 'Crumbly' },
  ],
  risks: [
    { id: 'nothing', label: 'Nothing is lost' },
    { id: 'settings', label: 'Settings are lost' },
  ],
};
const upTo = (minutes: number): string => `Up to ${minutes}`;

test('every filter says how many entries it leaves', () => {
  const facets = facetsOf(
    [
      { minutes: 2, loses: 'nothing', who: 'you' },
      { minutes: 4, loses: 'settings', who: 'you' },
      { minutes: 90, loses: 'nothing', who: 'vendor' },
    ],
    site,
    upTo,
  );
  assert.deepEqual(
    facets.map(({ name, options }) => [name, options.map(({ label, count }) => `${label}: ${count}`)]),
    [
      ['minutes', ['Up to 2: 1', 'Up to 5: 2']],
      ['who', ['You: 2', 'Crumbly: 1']],
      ['loses', ['Nothing is lost: 2', 'Settings are lost: 1']],
    ],
  );
});

test('a filter that would leave everything is left out', () => {
  assert.deepEqual(
    facetsOf(
      [
        { minutes: 2, who: 'you' },
        { minutes: 2, who: 'you' },
      ],
      site,
      upTo,
    ),
    [],
  );
});
