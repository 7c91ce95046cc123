import { deepEqual, equal, ok } from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { priorOf, taskOf } from '../advice/planning-task.ts';
import { exampleBase } from '../knowledge/example-base.ts';
import { entryOf } from '../knowledge/knowledge-base.ts';
import { weightOf } from '../knowledge/likelihood.ts';
import { learnFrom } from './learn.ts';
import { lessonsOf } from './lessons.ts';
import type { Report } from './report.ts';

const base = exampleBase();
const popsUp = entryOf(base.symptoms, 'pops-up');

function reported(tried: readonly string[], worked: boolean, times = 1, more: Partial<Report> = {}): Report {
  return { symptom: 'pops-up', answers: [], tried, worked, truth: 1, times, ...more };
}

function learnt(...reports: readonly Report[]) {
  return learnFrom(base, { reports, seen: [] });
}

test('without reports, or with reports of symptoms that are gone, the knowledge base is the same object', () => {
  equal(learnFrom(base, { reports: [], seen: ['a'] }), base);
  equal(learnt({ ...reported(['empty-tray'], true), symptom: 'burns' }), base);
});

test('a fix that worked makes its cause likelier there, itself surer, and leaves every word as it was', () => {
  const after = learnt(reported(['other-socket'], true, 40));
  const [before, now] = [base, after].map(
    (one) =>
      new Map(priorOf(one, entryOf(one.symptoms, 'pops-up')).map(({ id, probability }) => [id, probability])),
  );
  ok((now?.get('no-power') ?? 0) > (before?.get('no-power') ?? 1));
  ok((now?.get('crumbs') ?? 1) < (before?.get('crumbs') ?? 0));
  const works = taskOf(after, entryOf(after.symptoms, 'pops-up')).fixes.find(
    ({ id }) => id === 'other-socket',
  );
  ok((works?.works.get('no-power') ?? 0) > 0.5);
  equal(entryOf(after.fixes, 'other-socket').solves[0]?.works, 'often');
  equal(entryOf(after.causes, 'no-power').explains[0]?.likelihood, 'sometimes');
});

test('no number moves by more than one level of its word, however many report it, and causes still add up', () => {
  const move = fc.constantFrom('empty-tray', 'other-socket', 'reset-memory', 'erase-all', 'use-grill');
  const report = fc.record({
    tried: fc.uniqueArray(move, { minLength: 1 }),
    worked: fc.boolean(),
    times: fc.integer({ min: 1, max: 100_000 }),
  });
  fc.assert(
    fc.property(fc.array(report, { minLength: 1, maxLength: 6 }), (reports) => {
      const after = learnt(...reports.map(({ tried, worked, times }) => reported(tried, worked, times)));
      const causes = priorOf(after, entryOf(after.symptoms, 'pops-up'));
      const sum = causes.reduce((all, { probability }) => all + probability, 0);
      ok(sum > 0.5 && sum < 1);
      const socket = entryOf(after.fixes, 'other-socket').solves[0]?.learned ?? weightOf('often');
      ok(socket >= weightOf('sometimes') && socket <= weightOf('almost-always'));
      const grill = entryOf(after.fixes, 'use-grill').solves;
      ok(grill.every(({ learned }) => learned === undefined));
    }),
    { numRuns: 50 },
  );
});

test('the same reports give the same numbers in any order', () => {
  const reports = [
    reported(['other-socket', 'empty-tray'], true, 7),
    reported(['other-socket'], true, 2),
    reported(['empty-tray'], false, 3),
  ];
  const [one, other] = [reports, reports.toReversed()].map((all) =>
    lessonsOf(base, learnt(...all)).map(({ at, cause, after }) => `${at} ${cause} ${after.toFixed(4)}`),
  );
  deepEqual(one, other);
});

test('counts are those who tried a fix and those for whom it worked, in all and by symptom, also by ids that it had', () => {
  const { tallies } = learnt(
    reported(['other-socket', 'empty-tray'], true, 3),
    reported(['other-socket'], true, 2),
    reported(['other-socket'], false, 5),
    { ...reported(['other-socket'], true, 4), symptom: 'stays-cold' },
  );
  deepEqual(tallies?.get('other-socket'), {
    tried: 14,
    worked: 6,
    by: new Map([
      ['pops-up', { tried: 10, worked: 2 }],
      ['stays-cold', { tried: 4, worked: 4 }],
    ]),
  });
  deepEqual(tallies?.get('empty-tray')?.worked, 3);
});

test('where devices do not always tell the truth, the count is the one to be expected behind it', () => {
  const { tallies } = learnt(
    reported(['other-socket'], true, 40, { truth: 0.75 }),
    reported(['other-socket'], false, 60, { truth: 0.75 }),
  );
  // (40 − 0.25 · 100) / (2 · 0.75 − 1)
  deepEqual(tallies?.get('other-socket')?.worked, 30);
});

test('another word moves what was learned as it would move its own number', () => {
  const after = learnt(reported(['other-socket'], true, 40));
  const symptom = entryOf(after.symptoms, popsUp.id);
  const words = (after.causesOf.get(popsUp.id) ?? []).map(({ likelihood }) => likelihood);
  deepEqual(priorOf(after, symptom, words), priorOf(after, symptom));
  const first = words.map((word, index) => (index === 0 ? 'rarely' : word));
  ok((priorOf(after, symptom, first)[0]?.probability ?? 1) < (priorOf(after, symptom)[0]?.probability ?? 0));
});
