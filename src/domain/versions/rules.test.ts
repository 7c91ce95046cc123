import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Platform } from '../knowledge/site.ts';
import { versionRules } from './rules.ts';

const platforms: readonly Platform[] = [
  {
    id: 'toaster',
    name: 'Toaster',
    versions: [
      { id: 't2', name: 'T2', range: '2' },
      { id: 't1', name: 'T1', range: '1' },
    ],
  },
  { id: 'app', name: 'Phone app', versions: [] },
];

test('a version hides its siblings that are for others, except what a link leads to, and the word before the first that fits', () => {
  assert.equal(
    versionRules(['app', 'other'], platforms),
    '[data-v=app] :is([data-beside~=app]:not([data-variant~=app],[data-shown],:root:not([data-picked]) :target),[data-variant~=app]:not([data-variant~=app]~*)>.or){display:none}' +
      '[data-v]:not([data-picked]) [data-beside]:has(:target){display:revert!important}',
  );
});

test('a platform shows all its versions', () => {
  const rules = versionRules(['t2', 't1'], platforms);
  assert.match(
    rules,
    /\[data-v=t2\] .*\[data-v=t1\] .*\[data-v=toaster\] :is\(:is\(\[data-beside~=t2\],\[data-beside~=t1\]\):not\(:is\(\[data-variant~=t2\],\[data-variant~=t1\]\),/,
  );
});

test('versions that the page does not name need no rule', () => {
  assert.doesNotMatch(versionRules(['t2'], platforms), /t1|app|toaster/);
});

test('an id may begin with a digit: selectors name it in quotes', () => {
  const years: readonly Platform[] = [
    { id: '3ds', name: '3DS', versions: [{ id: '2019', name: 'of 2019', range: '2019' }] },
  ];
  assert.match(
    versionRules(['2019'], years),
    /^\[data-v="2019"\] :is\(\[data-beside~="2019"\]:not\(\[data-variant~="2019"\],/,
  );
});
