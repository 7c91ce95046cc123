import { deepEqual, equal, ok } from 'node:assert/strict';
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
