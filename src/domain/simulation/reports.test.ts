import { deepEqual, equal, ok } from 'node:assert/strict';
import { test } from 'node:test';
import { exampleBase, lamp } from '../knowledge/example-base.ts';
import { randomFrom } from '../plan/random.ts';
import { readersOf, type SimulatedReport } from './reports.ts';

const silent = exampleBase();
const asking = exampleBase({ questions: [lamp], symptom: { questions: ['lamp'] } });
const stubborn = { skips: 0, givesUp: 0 };

/** A reader of `pops-up` who meets these numbers one after the other, the last one ever again. */
function reader(
  base: typeof silent,
  habits: typeof stubborn,
  ...numbers: readonly number[]
): SimulatedReport | undefined {
  let at = -1;
  return readersOf(base, base, habits, () => numbers[Math.min((at += 1), numbers.length - 1)]!)('pops-up');
}

test('who has the likeliest cause reports the fix that removes it, and all that was tried before', () => {
  const report = reader(silent, stubborn, 0, 0.5);
  equal(report?.worked, true);
  equal(report.tried.at(-1), 'empty-tray');
  deepEqual([report.symptom, report.answers], ['pops-up', []]);
  equal(new Set(report.tried).size, report.tried.length);
});

test('who has something else tries the whole plan, and nothing works, whatever the chance', () => {
  const report = reader(silent, stubborn, 0.999, 0);
  equal(report?.worked, false);
  deepEqual([...report.tried].sort(), [...new Set(report.tried)].sort());
  ok(report.tried.includes('empty-tray') && report.tried.includes('other-socket'));
});

test('who skips every fix has nothing to report, and who gives up at once has tried one', () => {
  equal(reader(silent, { skips: 1, givesUp: 0 }, 0, 0.5), undefined);
  equal(reader(silent, { skips: 0, givesUp: 1 }, 0.999, 0.5)?.tried.length, 1);
  // A share is the part of readers below it: of one half, the number of one half is not.
  const all = reader(silent, stubborn, 0.999, 0.5);
  deepEqual(reader(silent, { skips: 0.5, givesUp: 0.5 }, 0.999, 0.5), all);
});

test('a reader answers by the cause, and reports each answer', () => {
  const readers = readersOf(asking, asking, stubborn, randomFrom(3));
  const reports = Array.from({ length: 2000 }, () => readers('pops-up')).filter((one) => one !== undefined);
  const ending = (fix: string, answer: string): number =>
    reports.filter(
      ({ answers, tried, worked }) => worked && tried.at(-1) === fix && answers.join() === `lamp/${answer}`,
    ).length;
  ok(ending('empty-tray', 'on') > 5 * ending('empty-tray', 'off'));
  ok(ending('other-socket', 'off') > 5 * ending('other-socket', 'on'));
  ok(reports.every(({ answers }) => answers.length === 1));
});
