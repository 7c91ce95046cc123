import { deepEqual, equal } from 'node:assert/strict';
import { test } from 'node:test';
import { formatTried, markFix, mergeTried, nextUntried, parseTried, resultOf, type Tried } from './tried.ts';

const marks: readonly Tried[] = [
  { fix: 'plug-it-in', result: 'n', at: 29_000_000 },
  { fix: 'clean', result: 's', at: 29_000_003 },
];

test('marks survive the way through text, in order', () => {
  equal(formatTried(marks), '1.plug-it-in_n_h9kjk.clean_s_h9kjn');
  deepEqual(parseTried(formatTried(marks)), marks);
  deepEqual(parseTried(formatTried([])), []);
});

test('a stranger’s text yields nothing but known fixes with a result', () => {
  const known = (fix: string): boolean => fix === 'clean' || fix === 'plug-it-in';
  deepEqual(parseTried('1.clean_w_1.<img src=x>_w_1.unknown_w_1.constructor_w_1.clean-_n_1..___', known), [
    { fix: 'clean', result: 'w', at: 1 },
  ]);
  for (const text of [
    '',
    '2.clean_w_1',
    'clean_w',
    '{"clean":"w"}',
    '1',
    '1.',
    'null',
    '\u0000',
    '1.clean_x_1',
    '1.clean',
    '1.CLEAN_w_1',
  ])
    deepEqual(parseTried(text, known), [], text);
});

test('a time that cannot be is no time', () => {
  for (const time of ['', '-1', 'zzzzzzzzzz', '%', '!', 'Infinity'])
    equal(parseTried(`1.clean_w_${time}`)[0]?.at, 0, time);
});

test('a fix that is named twice has its last result', () =>
  deepEqual(parseTried('1.clean_w_1.clean_n_2'), [{ fix: 'clean', result: 'n', at: 2 }]));

test('reading and writing are bounded', () => {
  const many = Array.from({ length: 500 }, (_, index) => ({
    fix: `fix-${index}`,
    result: 'n' as const,
    at: 1,
  }));
  equal(parseTried(`1.${many.map(({ fix }) => `${fix}_n_1`).join('.')}`).length, 64);
  equal(parseTried(formatTried(many)).at(-1)?.fix, 'fix-499');
  deepEqual(parseTried(`1.${'a'.repeat(1e6)}_w_1`), []);
});

test('a mark replaces the earlier one and comes last; without a result it goes', () => {
  deepEqual(markFix(marks, 'plug-it-in', 'w', 29_000_009), [
    marks[1],
    { fix: 'plug-it-in', result: 'w', at: 29_000_009 },
  ]);
  deepEqual(markFix(marks, 'plug-it-in', undefined, 0), [marks[1]]);
});

test('marks of a link go over those of the device, in order of time', () => {
  const link: readonly Tried[] = [
    { fix: 'wait', result: 'n', at: 29_000_001 },
    { fix: 'clean', result: 'n', at: 28_000_000 },
  ];
  deepEqual(mergeTried(marks, link), [link[1], marks[0], link[0]]);
});

test('the next fix is the first one of the plan that is not marked', () => {
  const plan = ['plug-it-in', 'wait', 'clean', 'buy'];
  equal(nextUntried(plan, []), 'plug-it-in');
  equal(nextUntried(plan, marks), 'wait');
  equal(nextUntried(['clean'], marks), undefined);
  equal(resultOf(marks, 'clean'), 's');
});
