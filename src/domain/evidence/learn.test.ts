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

test('where a required fix is not there, reports teach nothing, and the check can say what is missing', () => {
  const fixes = new Map([...base.fixes].map(([id, fix]) => [id, { ...fix, requires: ['nowhere'] }]));
  const broken = { ...base, fixes };
  equal(learnFrom(broken, { reports: [reported(['other-socket'], true, 40)], seen: [] }), broken);
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

test('no more can be expected to have been helped than tried, and no less than nobody', () => {
  const { tallies } = learnt(
    reported(['other-socket'], true, 10, { truth: 0.75 }),
    reported(['empty-tray'], false, 10, { truth: 0.75 }),
  );
  deepEqual(
    ['other-socket', 'empty-tray'].map((id) => tallies?.get(id)?.worked),
    [10, 0],
  );
});

test('a fix counts as a whole, whoever it was asked of and whatever its id was', () => {
  const fixes = new Map(base.fixes);
  fixes.set('other-socket', { ...entryOf(base.fixes, 'other-socket'), was: ['second-socket'] });
  const renamed = { ...base, fixes };
  const reports = [reported(['second-socket'], true, 3), reported(['other-socket--neighbor'], false, 2)];
  const after = learnFrom(renamed, { reports, seen: [] });
  deepEqual(
    [...(after.tallies ?? [])].map(([id, { tried, worked }]) => [id, tried, worked]),
    [['other-socket', 5, 3]],
  );
  ok((entryOf(after.fixes, 'other-socket').solves[0]?.learned ?? 0) > weightOf('often'));
});

/** What reports teach, in words that can be compared. */
const lessons = (...reports: readonly Report[]): readonly string[] =>
  lessonsOf(base, learnt(...reports)).map(({ at, cause, after }) => `${at} ${cause} ${after}`);

test('a way round that worked says of the fixes before it that they did not help, and nothing else', () => {
  const inVain = lessons(reported(['other-socket'], false, 40));
  ok(inVain.length > 0);
  deepEqual(lessons(reported(['other-socket', 'use-grill'], true, 40)), inVain);
  deepEqual(lessons(reported(['other-socket', 'use-grill'], true, 40, { truth: 0.75 })), inVain);
});

test('what a reader answered counts for the causes that it speaks for', () => {
  const answer = (id: string, likely: Readonly<Record<string, 'often' | 'rarely'>>) => ({
    id,
    label: id,
    likely,
  });
  const asking = exampleBase({
    questions: [
      {
        id: 'lamp',
        title: 'Is the lamp on?',
        minutes: 1,
        answers: [
          answer('on', { crumbs: 'often', 'no-power': 'rarely' }),
          answer('off', { crumbs: 'rarely', 'no-power': 'often' }),
        ],
      },
    ],
  });
  const crumbsAfter = (answers: readonly string[]): number => {
    const reports = [reported(['reset-memory'], false, 60, { answers })];
    const after = learnFrom(asking, { reports, seen: [] });
    return priorOf(after, entryOf(after.symptoms, 'pops-up')).find(({ id }) => id === 'crumbs')!.probability;
  };
  ok(crumbsAfter(['lamp/on']) > crumbsAfter([]));
  ok(crumbsAfter(['lamp/off']) < crumbsAfter([]));
  equal(crumbsAfter(['lamp/dim', 'gone/yes']), crumbsAfter([]));
});

test('something else gets four times as likely at most, and is told among the lessons', () => {
  const all = ['empty-tray', 'other-socket', 'reset-memory', 'erase-all', 'look-at-lamp'];
  const after = learnt(reported(all, false, 100_000));
  const left = (one: typeof base): number =>
    priorOf(one, entryOf(one.symptoms, 'pops-up')).reduce((rest, { probability }) => rest - probability, 1);
  ok(Math.abs(left(after) - 4 * left(base)) < 1e-5, `${left(base)} → ${left(after)}`);
  const told = lessonsOf(base, after).find(({ of, at }) => of === 'something-else' && at === 'pops-up');
  ok(told && Math.abs(told.after - left(after)) < 1e-9);
});

test('one report moves a number as far as the formula says, to six digits, and less than half a percent is no news', () => {
  const { learned } = entryOf(learnt(reported(['other-socket'], true)).fixes, 'other-socket').solves[0]!;
  // (6 · 0.5 + 1) / (6 + 1)
  equal(learned, 0.571429);
  const changes = lessonsOf(base, learnt(reported(['other-socket'], true)));
  ok(changes.every(({ before, after }) => Math.abs(after - before) >= 0.005));
  ok(changes.some(({ before, after }) => Math.abs(after - before) < 0.05));
});

test('a lesson about a fix that somebody else is asked for names whom', () => {
  const socket = entryOf(base.fixes, 'other-socket');
  const solves = socket.solves.map((edge) => ({ ...edge, on: 'neighbor', learned: 0.9 }));
  const after = { ...base, fixes: new Map(base.fixes).set('other-socket', { ...socket, solves }) };
  deepEqual(lessonsOf(base, after), [
    { of: 'fix', at: 'other-socket--neighbor', cause: 'no-power', before: 0.5, after: 0.9 },
  ]);
});

test('another word moves what was learned as it would move its own number', () => {
  const after = learnt(reported(['other-socket'], true, 40));
  const symptom = entryOf(after.symptoms, popsUp.id);
  const words = (after.causesOf.get(popsUp.id) ?? []).map(({ likelihood }) => likelihood);
  deepEqual(priorOf(after, symptom, words), priorOf(after, symptom));
  const first = words.map((word, index) => (index === 0 ? 'rarely' : word));
  ok((priorOf(after, symptom, first)[0]?.probability ?? 1) < (priorOf(after, symptom)[0]?.probability ?? 0));
});
