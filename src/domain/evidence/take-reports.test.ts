import { deepEqual, equal } from 'node:assert/strict';
import { test } from 'node:test';
import { exampleBase } from '../knowledge/example-base.ts';
import { readReports } from './read-reports.ts';
import { noEvidence } from './report.ts';
import { takeReports, type Taken } from './take-reports.ts';

const base = exampleBase();

function take(text: string, evidence = noEvidence): Taken {
  return takeReports(base, evidence, readReports(text));
}

/** The reports, a line each. */
function rows({ evidence }: Taken): readonly string[] {
  return evidence.reports.map(
    ({ symptom, tried, worked, times }) =>
      `${symptom} ${tried.join(' ')} ${worked ? 'worked' : 'in vain'} ${times}`,
  );
}

test('reports that say the same are counted on one row, in an order that does not depend on that of the file', () => {
  const lines = [
    '/symptoms/pops-up/#tried=1.other-socket_n_a1.empty-tray_w_a2',
    '/symptoms/pops-up/#tried=1.other-socket_n_b1.empty-tray_w_b2',
    '/symptoms/pops-up/#tried=1.empty-tray_n_c1',
  ];
  const wanted = ['pops-up empty-tray in vain 1', 'pops-up other-socket empty-tray worked 2'];
  deepEqual(rows(take(lines.join('\n'))), wanted);
  deepEqual(rows(take(lines.toReversed().join('\n'))), wanted);
});

test('a report that is read again, in the same file or another day, counts once', () => {
  const line = '/symptoms/pops-up/#tried=1.other-socket_n_a1.empty-tray_w_a2\n';
  const first = take(line + line);
  deepEqual(rows(first), ['pops-up other-socket empty-tray worked 1']);
  equal(first.refused.get('again'), 1);
  const second = take(line, first.evidence);
  equal(second.added, 0);
  deepEqual(second.evidence, first.evidence);
});

test('the beginning of a report is none of its own', () => {
  const taken = take(
    '/symptoms/pops-up/#tried=1.other-socket_n_a1\n/symptoms/pops-up/#tried=1.other-socket_n_a1.empty-tray_w_a2\n',
  );
  deepEqual(rows(taken), ['pops-up other-socket empty-tray worked 1']);
});

test('a device counts once a day, with the longest of its reports', () => {
  const of = (marks: string, device: string): string =>
    `/symptoms/pops-up/#tried=1.${marks}&told=${device}\n`;
  const taken = take(
    of('other-socket_n_0', 'fy4_aaaaaaaa') +
      of('other-socket_n_0.empty-tray_w_0', 'fy4_aaaaaaaa') +
      of('other-socket_n_0', 'fy5_aaaaaaaa') +
      of('other-socket_n_0', 'fy4_bbbbbbbb'),
  );
  deepEqual(rows(taken), ['pops-up other-socket in vain 2', 'pops-up other-socket empty-tray worked 1']);
  equal(taken.refused.get('once-a-day'), 1);
});

test('a sender of many reports on one day counts once', () => {
  const lines = Array.from(
    { length: 500 },
    (_, n) =>
      `203.0.113.9 - - [24/Nov/2026:10:11:12 +0000] "POST /symptoms/pops-up/#tried=1.other-socket_w_a${n}"`,
  );
  deepEqual(rows(take(lines.join('\n'))), ['pops-up other-socket worked 1']);
});

test('what was skipped was not tried, and what comes after the fix that worked says nothing', () => {
  deepEqual(rows(take('/symptoms/pops-up/#tried=1.other-socket_s_a1.empty-tray_w_a2.look-at-lamp_n_a3')), [
    'pops-up empty-tray worked 1',
  ]);
  equal(take('/symptoms/pops-up/#tried=1.other-socket_s_a1').refused.get('nothing-tried'), 1);
});

test('a string alone counts for the one symptom whose plan holds all of it', () => {
  deepEqual(rows(take('1.reset-memory_w_a1')), ['pops-up reset-memory worked 1']);
  equal(take('1.empty-tray_w_a1').refused.get('no-symptom'), 1);
});

test('a report of a symptom that nobody knows counts for nothing', () => {
  equal(take('/symptoms/burns/#tried=1.empty-tray_w_a1').refused.get('no-symptom'), 1);
});
