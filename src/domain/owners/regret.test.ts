import { deepEqual, equal, ok } from 'node:assert/strict';
import { test } from 'node:test';
import { taskOf } from '../advice/planning-task.ts';
import { exampleBase } from '../knowledge/example-base.ts';
import { buildKnowledgeBase, entryOf, type KnowledgeBase } from '../knowledge/knowledge-base.ts';
import { outcomeOf } from '../plan/outcome.ts';
import { planOf } from '../plan/plan.ts';
import { regretsAt, regretsOf } from './regret.ts';
import { readSheet } from './sheet.ts';
import { shiftsOf, symptomsWith, valueIdOf, valuesOf, withValues, type AuthoredValue } from './values.ts';

/** The toaster, where two fixes are almost as good, and readers come to one symptom three times as often. */
const base: KnowledgeBase = (() => {
  const { site, symptoms, causes, fixes } = exampleBase();
  const near = [...fixes.values()].map((fix) =>
    fix.id === 'other-socket'
      ? { ...fix, solves: [{ cause: 'no-power', works: 'almost-always' as const }] }
      : { ...fix, minutes: fix.id === 'empty-tray' ? 2 : fix.minutes },
  );
  return buildKnowledgeBase(site, [...symptoms.values(), ...causes.values(), ...near], [], {
    title: 'What do you see?',
    questions: [],
    common: { 'pops-up': 'often', 'stays-cold': 'rarely' },
  });
})();

/** What today's order of a symptom loses, on the mean, when a value is one level off. */
function lossAt(id: string, value: AuthoredValue): number {
  const symptom = entryOf(base.symptoms, id);
  const { order } = planOf(taskOf(base, symptom), 'quick');
  const losses = shiftsOf(value).map((shift) => {
    const task = taskOf(withValues(base, [shift]), symptom);
    return Math.max(0, outcomeOf(task, order).expectedMinutes - planOf(task, 'quick').expectedMinutes);
  });
  return losses.reduce((sum, loss) => sum + loss, 0) / 2;
}

const near = (a: number, b: number, what: string) => ok(Math.abs(a - b) < 1e-9, `${what}: ${a} is not ${b}`);
// A check is as good as the best cure of its cause, which a shift leaves as it is; so words of that cause are not compared.
const compared = valuesOf(base).filter((value) => valueIdOf(value) !== 'works other-socket no-power');

test('minutes and words that may be off cost what today’s orders lose with them, in every symptom that they are part of', () => {
  const share = 0.5 / 0.53;
  const regrets = new Map(regretsOf(base).map((regret) => [valueIdOf(regret.value), regret]));
  let decided = 0;
  for (const value of compared) {
    const { minutes, worst } = regrets.get(valueIdOf(value))!;
    const losses = new Map(symptomsWith(base, value).map((id) => [id, lossAt(id, value)]));
    const [first = 0, second = 0] = ['pops-up', 'stays-cold'].map((id) => losses.get(id) ?? 0);
    near(minutes, first * share + second * (1 - share), valueIdOf(value));
    equal(losses.get(worst), Math.max(...losses.values()), valueIdOf(value));
    if (minutes > 0) decided++;
  }
  ok(decided >= 4, `${decided} values decide something`);
});

test('for one symptom only those values are named that decide something there, the costliest first', () => {
  for (const id of base.symptoms.keys()) {
    const found = regretsAt(base, id);
    deepEqual(
      found.map(({ worst }) => worst),
      found.map(() => id),
    );
    ok(found.every(({ minutes }, at) => minutes > 0 && minutes <= (found[at - 1]?.minutes ?? Infinity)));
    const named = new Map(found.map(({ value, minutes }) => [valueIdOf(value), minutes]));
    for (const value of compared) {
      const loss = symptomsWith(base, value).includes(id) ? lossAt(id, value) : 0;
      near(named.get(valueIdOf(value)) ?? 0, loss, valueIdOf(value));
    }
  }
});

test('a value in place of another leaves every other edge, article and question as it is', () => {
  const question = { id: 'lamp', title: 'Lamp?', minutes: 0.1, answers: [] };
  const asked = exampleBase({ questions: [question] });
  const changes: readonly AuthoredValue[] = [
    { kind: 'likelihood', cause: 'crumbs', symptom: 'stays-cold', now: 'often' },
    { kind: 'minutes', fix: 'empty-tray', now: 7 },
    { kind: 'works', fix: 'use-grill', cause: 'no-power', now: 'often' },
  ];
  const changed = withValues(asked, changes);
  deepEqual(entryOf(changed.causes, 'crumbs').explains, [
    { symptom: 'pops-up', likelihood: 'often' },
    { symptom: 'stays-cold', likelihood: 'often' },
  ]);
  deepEqual(entryOf(changed.fixes, 'empty-tray'), { ...entryOf(asked.fixes, 'empty-tray'), minutes: 7 });
  deepEqual(entryOf(changed.fixes, 'use-grill').solves, [
    { cause: 'crumbs', works: 'workaround' },
    { cause: 'no-power', works: 'often' },
  ]);
  for (const id of ['no-power', 'old-memory'])
    deepEqual(entryOf(changed.causes, id), entryOf(asked.causes, id));
  for (const id of ['other-socket', 'look-at-lamp', 'reset-memory', 'erase-all'])
    deepEqual(entryOf(changed.fixes, id), entryOf(asked.fixes, id));
  deepEqual([...changed.questions.values()], [question]);
  deepEqual([...changed.symptoms.keys()], [...asked.symptoms.keys()]);
});

test('a fix that takes no time has no minutes to be off, and measured numbers are no values', () => {
  deepEqual(shiftsOf({ kind: 'minutes', fix: 'x', now: 0 }), []);
  const measured = { value: 0.4, source: 'A count' };
  const { site, symptoms, causes, fixes } = exampleBase();
  const counted = buildKnowledgeBase(
    site,
    [
      ...symptoms.values(),
      ...[...causes.values()].map((cause) => ({
        ...cause,
        explains: cause.explains.map((edge) => ({ ...edge, likelihood: measured as never })),
      })),
      ...fixes.values(),
    ],
    [],
  );
  ok(!valuesOf(counted).some(({ kind }) => kind === 'likelihood'));
  const minutes = valuesOf(base).find((value) => valueIdOf(value) === 'minutes use-grill')!;
  deepEqual(symptomsWith(base, minutes), ['pops-up', 'stays-cold']);
});

test('answers of a sheet are numbers that can be, at the ends of their scale too', () => {
  const read = (value: string, answer: unknown, today?: unknown) => {
    const { changes, faults } = readSheet(base, [
      { value, answer, ...(today === undefined ? {} : { today }) },
    ]);
    return faults[0] ?? changes[0]?.to.now;
  };
  equal(read('works empty-tray crumbs', 0), 'rarely');
  equal(read('works reset-memory old-memory', 100), undefined);
  equal(read('likelihood crumbs pops-up', 100), 'almost-always');
  equal(read('likelihood crumbs pops-up', 12), 'seldom');
  equal(read('minutes empty-tray', 0), 0);
  equal(read('minutes empty-tray', 5, 2), 5);
  for (const answer of [-1, NaN, Infinity, '5', true])
    equal(
      read('minutes empty-tray', answer),
      `The answer \`${String(answer)}\` to \`minutes empty-tray\` is no number of minutes. Write one like 2 or 0.5.`,
    );
  equal(
    read('likelihood crumbs pops-up', 'mostly'),
    'The answer `mostly` to `likelihood crumbs pops-up` is no number from 0 to 100 and none of almost-always, often, sometimes, seldom, rarely.',
  );
  equal(read('nothing at all like it', 5), 'No value is called `nothing at all like it`.');
});
