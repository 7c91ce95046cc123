import { deepEqual, equal, ok } from 'node:assert/strict';
import { test } from 'node:test';
import { taskOf } from '../advice/planning-task.ts';
import { exampleBase } from '../knowledge/example-base.ts';
import { readReports } from './read-reports.ts';
import { entryOf } from '../knowledge/knowledge-base.ts';
import { gatherReports, noEvidence, type Report } from './report.ts';
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
  equal(taken.refused.get('again'), 1);
});

test('what only begins alike, at another minute or with another fix, is a report of its own', () => {
  const both = (one: string, other: string): number =>
    take(`/symptoms/pops-up/#tried=1.${one}\n/symptoms/pops-up/#tried=1.${other}\n`).added;
  equal(both('other-socket_n_a1', 'other-socket_n_a2.empty-tray_w_a3'), 2);
  equal(
    both('other-socket_n_a1.look-at-lamp_n_a2', 'other-socket_n_a1.empty-tray_n_a3.reset-memory_w_a4'),
    2,
  );
  equal(both('other-socket_n_a1', 'other-socket_n_a1.empty-tray_w_a2'), 1);
  equal(both('empty-tray_n_a2.other-socket_n_a1', 'other-socket_n_a1.empty-tray_n_a2.reset-memory_w_a3'), 1);
  // Without minutes nobody can tell whether the same reader wrote both.
  equal(both('other-socket_n_0', 'other-socket_n_0.empty-tray_w_0'), 2);
});

test('a device that may not tell the truth says with its last mark whether it helped', () => {
  const taken = take(
    '/symptoms/pops-up/#tried=1.other-socket_w_0.empty-tray_w_0.reset-memory_n_0&told=fy4_aaaaaaaa_80\n',
  );
  deepEqual(rows(taken), ['pops-up other-socket empty-tray reset-memory in vain 1']);
  deepEqual(
    taken.evidence.reports.map(({ truth }) => truth),
    [0.8],
  );
  const honest = take(
    '/symptoms/pops-up/#tried=1.other-socket_n_0.empty-tray_w_0.reset-memory_n_0&told=fy4_aaaaaaaa\n',
  );
  deepEqual(rows(honest), ['pops-up other-socket empty-tray worked 1']);
});

test('what was read before is known by names of eight signs, which stay the same', () => {
  const { evidence } = take(
    Array.from({ length: 40 }, (_, n) => `/symptoms/pops-up/#tried=1.other-socket_n_a${n}`).join('\n'),
  );
  equal(evidence.seen.length, 40);
  ok(evidence.seen.every((name) => /^[0-9a-z]{8}$/.test(name)));
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
  equal(take('1.reset-memory_n_a1.kick-it_w_a2').refused.get('no-symptom'), 1);
});

test('a report of a symptom that nobody knows counts for nothing', () => {
  equal(take('/symptoms/burns/#tried=1.empty-tray_w_a1').refused.get('no-symptom'), 1);
});

test('of equally long reports of a device on one day the last one counts', () => {
  const lines = ['other-socket_n_0', 'empty-tray_n_0'].map(
    (mark) => `/symptoms/pops-up/#tried=1.${mark}&told=fy4_aaaaaaaa`,
  );
  deepEqual(rows(take(lines.join('\n'))), ['pops-up empty-tray in vain 1']);
});

test('a device that may not tell the truth tried all that it says, and the last of it counts', () => {
  const marks = 'other-socket_w_0.empty-tray_n_0&told=fy4_aaaaaaaa';
  deepEqual(rows(take(`/symptoms/pops-up/#tried=1.${marks}_80`)), [
    'pops-up other-socket empty-tray in vain 1',
  ]);
  deepEqual(rows(take(`/symptoms/pops-up/#tried=1.${marks}`)), ['pops-up other-socket worked 1']);
});

test('only answers that the knowledge base still has are kept', () => {
  const answers = ['on', 'off'].map((id) => ({ id, label: id, likely: {} }));
  const asking = exampleBase({ questions: [{ id: 'lamp', title: 'Is it on?', minutes: 1, answers }] });
  const text = '/symptoms/pops-up/lamp/on/smell/yes/#tried=1.empty-tray_n_a1';
  deepEqual(takeReports(asking, noEvidence, readReports(text)).evidence.reports[0]?.answers, ['lamp/on']);
  const gone = readReports(text.replace('lamp/on', 'lamp/dim'));
  deepEqual(takeReports(asking, noEvidence, gone).evidence.reports[0]?.answers, []);
});

test('the ids that a fix and a symptom had mean them, also where somebody else is asked', () => {
  const renamed = {
    ...base,
    fixes: new Map(base.fixes).set('empty-tray', { ...entryOf(base.fixes, 'empty-tray'), was: ['tip-tray'] }),
    symptoms: new Map(base.symptoms).set('pops-up', { ...entryOf(base.symptoms, 'pops-up'), was: ['jumps'] }),
  };
  const text = '/symptoms/jumps/#tried=1.tip-tray_n_a1.tip-tray--neighbor_w_a2';
  deepEqual(rows(takeReports(renamed, noEvidence, readReports(text))), [
    'pops-up empty-tray empty-tray--neighbor worked 1',
  ]);
});

test('what was read is noted in one order, whatever the order of the file', () => {
  const lines = ['a1', 'b2', 'c3', 'd4'].map((at) => `/symptoms/pops-up/#tried=1.other-socket_n_${at}`);
  const [one, other] = [lines, lines.toReversed()].map((all) => take(all.join('\n')).evidence.seen);
  equal(one?.length, 4);
  deepEqual(one, other);
});

test('reports that differ in an answer or in their truth are not the same', () => {
  const report: Report = {
    symptom: 'pops-up',
    answers: [],
    tried: ['empty-tray'],
    worked: true,
    truth: 1,
    times: 2,
  };
  const three = [report, { ...report, answers: ['lamp/on'] }, { ...report, truth: 0.8 }];
  deepEqual(
    gatherReports([...three, report])
      .map(({ times }) => times)
      .sort(),
    [2, 2, 4],
  );
});

test('a report from the first questions is one of the only symptom whose plan holds all that was tried, else of none', () => {
  const at = (marks: string): string => `/start/how-long/its-time/#tried=1.${marks}&told=fy4_aaaaaaaa\n`;
  const plans = [...base.symptoms.values()].map((symptom) => [
    symptom.id,
    taskOf(base, symptom).fixes.map(({ id }) => id),
  ]) as [string, string[]][];
  const all = plans.flatMap(([, moves]) => moves);
  const holders = (fix: string) => plans.filter(([, moves]) => moves.includes(fix));
  const alone = all.find((fix) => holders(fix).length === 1)!;
  const shared = all.find((fix) => holders(fix).length > 1)!;
  deepEqual(rows(take(at(`${alone}_n_0`))), [`${holders(alone)[0]![0]} ${alone} in vain 1`]);
  const taken = take(at(`${shared}_n_0`));
  deepEqual([taken.added, taken.refused.get('no-symptom')], [0, 1]);
});
