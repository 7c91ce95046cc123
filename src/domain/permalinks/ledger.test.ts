import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { test } from 'node:test';
import { formatLedger, parseLedger } from './ledger.ts';
import type { Published } from './compare.ts';

const page: Published = {
  address: '/fixes/toast/',
  is: 'fix',
  text: 'Toast it',
  after: undefined,
  since: '2026-01-01',
};
const step: Published = {
  address: '/fixes/toast/#push-down',
  is: 'step',
  text: 'Push "down".',
  after: 'steps',
  since: '2026-01-02',
};
const text = formatLedger([step, page]);
const rows = text.split('\n');

test('a ledger is JSON with one sorted entry a line', () => {
  ok(JSON.parse(text));
  equal(rows[2], '"/fixes/toast/": {"is":"fix","text":"Toast it","since":"2026-01-01"},');
  equal(
    rows[3],
    '"/fixes/toast/#push-down": {"is":"step","text":"Push \\"down\\".","after":"steps","since":"2026-01-02"},',
  );
});

test('an empty ledger is JSON too', () =>
  deepEqual(parseLedger(formatLedger([])), { entries: [], lines: new Map(), errors: [] }));

test('what is written is read back, with its lines', () => {
  deepEqual(parseLedger(text), {
    entries: [page, step],
    lines: new Map([
      [page.address, 3],
      [step.address, 4],
    ]),
    errors: [],
  });
});

test('line ends, a byte order mark and another layout change nothing', () => {
  deepEqual(parseLedger(`\uFEFF${text.replaceAll('\n', '\r\n')}`), parseLedger(text));
  deepEqual(parseLedger(JSON.stringify(JSON.parse(text), null, 2)).entries, [page, step]);
});

test('two lines for one address, as a merge leaves them, count as the older one', () => {
  const merged = [...rows.slice(0, 3), rows[2]?.replace('2026-01-01', '2025-06-01'), ...rows.slice(3)].join(
    '\n',
  );
  const { entries, errors } = parseLedger(merged);
  deepEqual(errors, []);
  equal(entries[0]?.since, '2025-06-01');
});

test('lines in another order are read', () =>
  deepEqual(parseLedger([rows[0], rows[1], rows[3], rows[2], ...rows.slice(4)].join('\n')).entries, [
    page,
    step,
  ]));

test('a merge conflict is named at its line', () => {
  const { errors } = parseLedger([...rows.slice(0, 3), '<<<<<<< main', ...rows.slice(3)].join('\n'));
  deepEqual(
    errors.map(({ line, message }) => [line, message]),
    [[4, 'The ledger holds a merge conflict.']],
  );
});

test('a broken line is named and costs no other', () => {
  const { entries, errors } = parseLedger(text.replace('"is":"step"', '"is":"step'));
  deepEqual(entries, [page]);
  equal(errors[0]?.line, 4);
  ok(errors[0]?.message.startsWith('This line of the ledger is not an entry'));
});

test('an entry of an unknown kind, without a date, or without a slash is named', () => {
  for (const broken of [
    text.replace('"fix"', '"fox"'),
    text.replace('2026-01-01', 'today'),
    text.replace('"/fixes/toast/"', '"fixes/toast/"'),
  ])
    equal(parseLedger(broken).errors[0]?.line, 3);
});

test('a missing comma or brace is a fault of the frame', () => {
  for (const broken of [text.replace('"2026-01-01"},', '"2026-01-01"}'), text.replace(/\}\n$/, '')]) {
    const { entries, errors } = parseLedger(broken);
    equal(entries.length, 2);
    ok(errors[0]?.hint.includes('permalinks --write'));
  }
});

test('the first and the last line say what the file is, and an entry without a neighbour names none', () => {
  const { about, end, ...entries } = JSON.parse(text) as Record<string, unknown>;
  match(String(about), /^Every address that was ever published.*nothing takes one away\.$/);
  match(String(end), /merge without a conflict\.$/);
  deepEqual(Object.keys(entries), [page.address, step.address]);
  equal(rows[2]?.includes('after'), false);
  equal(formatLedger([]).split('\n').length, 5);
});

test('long words are shortened to 120 letters, and those of 120 are not', () => {
  const kept = (words: string): string | undefined =>
    parseLedger(formatLedger([{ ...page, text: words }])).entries[0]?.text;
  equal(kept('a'.repeat(120)), 'a'.repeat(120));
  equal(kept('a'.repeat(121)), `${'a'.repeat(119)}…`);
});

test('every kind of place may stand in a ledger, and nothing else', () => {
  const kinds = [
    'symptom',
    'cause',
    'fix',
    'heading',
    'step',
    'picture',
    'answer',
    'page',
    'section',
    'term',
    'text',
  ] as const;
  const all = kinds.map((is): Published => ({ ...page, address: `/${is}/`, is }));
  deepEqual(parseLedger(formatLedger(all)), { ...parseLedger(formatLedger(all)), errors: [] });
  equal(parseLedger(formatLedger(all)).entries.length, kinds.length);
});

const faultsOf = (broken: string): readonly (readonly [number, string])[] =>
  parseLedger(broken).errors.map(({ line, message }) => [line, message]);
const rowsWith = (row: string): string => [...rows.slice(0, 3), row, ...rows.slice(4)].join('\n');

test('an entry whose fields are no text, or of a wrong form, is named with what it lacks and an example', () => {
  for (const broken of [
    '"/a/": {"is":7,"text":"A","since":"2026-01-01"},',
    '"/a/": {"is":"fix","text":7,"since":"2026-01-01"},',
    '"/a/": {"is":"fix","text":"A","since":7},',
    '"/a/": null,',
    '"/a/": "fix",',
  ]) {
    const { errors, entries } = parseLedger(rowsWith(broken));
    deepEqual(
      errors.map(({ line, message }) => [line, message]),
      [[4, 'This entry lacks `is`, `text` or `since`, or one of them is not right.']],
      broken,
    );
    match(errors[0]?.hint ?? '', /^Take the line from the last good version.*An entry looks like/);
    deepEqual(entries, [page]);
  }
  deepEqual(faultsOf(rowsWith('"a/": {"is":"fix","text":"A","since":"2026-01-01"},')), [
    [4, 'The address in this line does not begin with a slash.'],
  ]);
});

test('two entries in one line, or none, are no line of a ledger', () => {
  const told = 'This line of the ledger is not an entry of the form `"/address/": {…},`.';
  const row = rows[2]!.replace(/,$/, '');
  deepEqual(faultsOf(`${rowsWith(`${row}, ${row.replace('toast', 'bread')},`)}!`), [
    [4, told],
    [7, told],
  ]);
  deepEqual(faultsOf(`${rowsWith(',')}`), [[4, told]]);
  deepEqual(faultsOf(rowsWith('null')), [[4, told]]);
});

test('each line of a conflict is named, and fewer signs are no conflict', () => {
  const told = 'The ledger holds a merge conflict.';
  for (const sign of ['<', '=', '>', '|']) {
    deepEqual(faultsOf(rowsWith(`${sign.repeat(7)} main`)), [[4, told]]);
    equal(faultsOf(rowsWith(`${sign} main`))[0]?.[1].startsWith('This line'), true);
  }
  const words = formatLedger([{ ...page, text: 'Shows ======= and "end": 1' }]);
  deepEqual(faultsOf(words), []);
});

test('in another layout each fault has the line of its address', () => {
  const laid = JSON.stringify({ ...(JSON.parse(text) as object), '/b/': { is: 'fox' } }, null, 2);
  deepEqual(faultsOf(laid), [
    [
      laid.split('\n').findIndex((row) => row.includes('"/b/"')) + 1,
      'This entry lacks `is`, `text` or `since`, or one of them is not right.',
    ],
  ]);
  deepEqual(parseLedger(JSON.stringify(JSON.parse(text), null, 2)).errors, []);
  equal(parseLedger(JSON.stringify(JSON.parse(text), null, 2)).lines.get(step.address), 8);
});

test('of two lines for one address the first counts where both are of one day, and its line is told', () => {
  const twice = rowsWith(rows[2]!.replace('Toast it', 'Toast it again'));
  const { entries, lines } = parseLedger(twice);
  deepEqual([entries[0]?.text, lines.get(page.address)], ['Toast it', 3]);
  const older = rowsWith(rows[2]!.replace('2026-01-01', '2025-06-01'));
  equal(parseLedger(older).lines.get(page.address), 4);
});

test('what is no object is a fault of the frame at its last line with words', () => {
  const told = 'The ledger is not valid JSON: a brace or a comma at the end of a line is missing.';
  deepEqual(faultsOf(text.replace(/\}\n$/, '')), [[5, told]]);
  deepEqual(faultsOf(`${text.replace(/\}\n$/, '')}\n\n  \n`), [[5, told]]);
  deepEqual(faultsOf(''), [[1, told]]);
  equal(faultsOf('[]').length, 1);
});
