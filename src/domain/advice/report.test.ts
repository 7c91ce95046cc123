import { deepEqual, equal, ok } from 'node:assert/strict';
import { test } from 'node:test';
import { exampleBase, lamp } from '../knowledge/example-base.ts';
import { entryOf } from '../knowledge/knowledge-base.ts';
import { reportPlan, type PlanReport, type PlanRow } from './report.ts';

function reportOn(change: Parameters<typeof exampleBase>[0]): PlanReport {
  const base = exampleBase(change);
  return reportPlan(base, entryOf(base.symptoms, 'pops-up'));
}

const told = ({ place, id, cause, words, left }: PlanRow) => [
  place,
  id,
  cause?.id,
  words,
  left === undefined ? undefined : Math.round(100 * left),
];

test('the report of a plan says of each fix the words behind its place and the chance that is left after it', () => {
  const report = reportOn({ symptom: { questions: ['lamp'] }, questions: [lamp] });
  equal(report.title, 'It pops up (pops-up)');
  equal(report.exact, true);
  deepEqual(report.rows.map(told), [
    [1, 'empty-tray', 'crumbs', 'often crumbs, works almost-always', 48],
    [2, 'other-socket', 'no-power', 'sometimes no-power, works often', 34],
    [3, 'look-at-lamp', 'no-power', 'sometimes no-power, works confirms', 21],
    [4, 'reset-memory', 'old-memory', 'rarely old-memory, works almost-always', 18],
  ]);
  deepEqual(report.below.map(told), [
    [5, 'erase-all', 'old-memory', 'rarely old-memory, works almost-always', undefined],
  ]);
  equal(report.stop, 'From here, contacting Maker (60 min) is usually quicker');
  equal(report.author, undefined);
});

test('the report says what each question saves, and which other fix would come first by slightly other words', () => {
  const { questions, robustness } = reportOn({ symptom: { questions: ['lamp'] }, questions: [lamp] });
  deepEqual(
    questions.map(({ id, saves, minutes, pays }) => [id, Math.round(10 * saves), minutes, pays]),
    [['lamp', 10, 0.1, true]],
  );
  // Only where crumbs move down and no power moves up does another fix come first.
  ok(robustness.changed > 0.2 && robustness.changed < 0.3);
  equal(robustness.uncertain, false);
  deepEqual(robustness.rivals, [{ fix: 'other-socket', share: robustness.changed }]);
});

test('an order by the author is told with its reason and with the minutes that it costs', () => {
  const fixes = ['other-socket', 'empty-tray'];
  const own = reportOn({ symptom: { order: 'author', because: 'It is nearer.', fixes } });
  const computed = reportOn({});
  equal(own.author?.because, 'It is nearer.');
  equal(own.author.costs, own.expectedMinutes - computed.expectedMinutes);
  ok(own.author.costs > 0);
  deepEqual(
    own.rows.map(({ id }) => id),
    fixes,
  );
});
