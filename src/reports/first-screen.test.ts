import assert from 'node:assert/strict';
import { test } from 'node:test';
import { firstScreenTable, isSeen } from './first-screen.ts';

const pages = [
  { page: '/fixes/toast/', top: 300, line: 330 },
  { page: '/fixes/unplug/', top: 540, line: 570 },
  { page: '/fixes/wait/', top: undefined, line: undefined },
  { page: '/fixes/grill/', top: 400, line: 430 },
];

test('pages stand with the lowest first thing to do first, and those without one before all', () => {
  assert.equal(
    firstScreenTable([{ title: 'Fixes', pages }], 553),
    [
      'Fixes: median 400, 300 to 540; 2 of 4 on the first screen of 553 px.',
      '',
      '| page | first thing to do at | on the first screen |',
      '| --- | --- | --- |',
      '| /fixes/wait/ | – | no |',
      '| /fixes/unplug/ | 540 | no |',
      '| /fixes/grill/ | 400 | yes |',
      '| /fixes/toast/ | 300 | yes |',
    ].join('\n'),
  );
});

test('the median of an even number lies between the two in the middle', () =>
  assert.match(firstScreenTable([{ title: 'Fixes', pages: pages.slice(0, 2) }], 553), /median 420, /));

test('a line that is cut off is not seen', () => assert.equal(isSeen(pages[1]!, 553), false));
