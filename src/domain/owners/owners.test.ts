import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { test } from 'node:test';
import { priorOf, taskOf } from '../advice/planning-task.ts';
import { exampleBase } from '../knowledge/example-base.ts';
import { entryOf } from '../knowledge/knowledge-base.ts';
import { outcomeOf } from '../plan/outcome.ts';
import { planOf } from '../plan/plan.ts';
import { whyLines } from '../../reports/why.ts';
import { decidingLines, valuesTable } from '../../reports/values.ts';
import { regretsAt, regretsOf } from './regret.ts';
import { questionOf, readSheet } from './sheet.ts';
import { shiftsOf, symptomsWith, valueIdOf, valuesOf, withValues } from './values.ts';
import { whyOf } from './why.ts';

const base = exampleBase();
const popsUp = entryOf(base.symptoms, 'pops-up');
const named = (id: string) => valuesOf(base).find((value) => valueIdOf(value) === id)!;

test('the values of a knowledge base are its words and minutes; a way round and a check have none', () => {
  deepEqual(valuesOf(base).map(valueIdOf).sort(), [
    'likelihood crumbs pops-up',
    'likelihood crumbs stays-cold',
    'likelihood no-power pops-up',
    'likelihood no-power stays-cold',
    'likelihood old-memory pops-up',
    'minutes empty-tray',
    'minutes erase-all',
    'minutes look-at-lamp',
    'minutes other-socket',
    'minutes reset-memory',
    'minutes use-grill',
    'works empty-tray crumbs',
    'works erase-all old-memory',
    'works other-socket no-power',
    'works reset-memory old-memory',
  ]);
  deepEqual(symptomsWith(base, named('works other-socket no-power')), ['pops-up', 'stays-cold']);
  deepEqual(symptomsWith(base, named('likelihood crumbs pops-up')), ['pops-up']);
});

test('a value may be one level off: a word up or down, minutes half or double, nothing beyond the ends', () => {
  const now = (id: string) => shiftsOf(named(id)).map((shift) => shift.now);
  deepEqual(now('likelihood crumbs pops-up'), ['almost-always', 'sometimes']);
  deepEqual(now('likelihood old-memory pops-up'), ['seldom']);
  deepEqual(now('works empty-tray crumbs'), ['often']);
  deepEqual(now('minutes empty-tray'), [6, 1.5]);
});

test('a knowledge base with another value differs in that one only', () => {
  const changed = withValues(base, [
    { kind: 'works', fix: 'other-socket', cause: 'no-power', now: 'rarely' },
  ]);
  const differing = valuesOf(changed).filter((value) => value.now !== named(valueIdOf(value)).now);
  deepEqual(differing.map(valueIdOf), ['works other-socket no-power']);
  deepEqual(valuesOf(withValues(base, [])), valuesOf(base));
});

test('the regret of a word is the mean loss of today’s plan one level up and one down', () => {
  const order = planOf(taskOf(base, popsUp)).order;
  for (const [index, { cause }] of base.causesOf.get('pops-up')!.entries()) {
    const id = `likelihood ${cause} pops-up`;
    const words = base.causesOf.get('pops-up')!.map(({ likelihood }) => likelihood);
    const losses = shiftsOf(named(id)).map(({ now }) => {
      const task = taskOf(base, popsUp, priorOf(base, popsUp, words.with(index, now as never)));
      return outcomeOf(task, order).expectedMinutes - planOf(task).expectedMinutes;
    });
    const expected = losses.reduce((sum, loss) => sum + loss, 0) / 2;
    const found = regretsAt(base, 'pops-up').find(({ value }) => valueIdOf(value) === id)?.minutes ?? 0;
    ok(Math.abs(found - expected) < 1e-9, `${id}: ${found} is not ${expected}`);
  }
});

test('values come by what they decide, over all readers, and those of ways round decide nothing', () => {
  const regrets = regretsOf(base);
  equal(regrets.length, valuesOf(base).length);
  ok(regrets.every(({ minutes }, index) => index === 0 || minutes <= regrets[index - 1]!.minutes));
  ok(regrets[0]!.minutes > 0);
  equal(regrets.find(({ value }) => valueIdOf(value) === 'minutes use-grill')?.minutes, 0);
  match(valuesTable(regrets), /100 %/);
  match(decidingLines(regretsAt(base, 'pops-up')), /one level off costs/);
  match(decidingLines([]), /No single value/);
});

test('a question names what it asks in the words of the articles', () => {
  equal(
    questionOf(base, named('likelihood crumbs pops-up')),
    'Of 100 readers with “It pops up”: for how many is it “Crumbs hold the lever”?',
  );
  match(questionOf(base, named('works empty-tray crumbs')), /how many does “empty-tray” help\?$/);
  match(questionOf(base, named('minutes empty-tray')), /^How many minutes/);
});

test('a sheet is read back: words, numbers of 100 as the nearest word, minutes; what is empty or the same changes nothing', () => {
  const answers = {
    'likelihood crumbs pops-up': 30,
    'likelihood no-power pops-up': 'sometimes',
    'likelihood old-memory pops-up': '',
    'works empty-tray crumbs': 'seldom',
    'works other-socket no-power': 97,
    'minutes empty-tray': 0.5,
    'minutes other-socket': null,
  };
  const sheet = Object.entries(answers).map(([value, answer]) => ({ value, answer }));
  const { changes, faults } = readSheet(base, sheet);
  deepEqual(faults, []);
  deepEqual(
    changes.map(({ from, to }) => `${valueIdOf(to)}: ${from.now} → ${to.now}`),
    [
      'likelihood crumbs pops-up: often → sometimes',
      'works empty-tray crumbs: almost-always → seldom',
      'works other-socket no-power: often → almost-always',
      'minutes empty-tray: 3 → 0.5',
    ],
  );
});

test('what a sheet says and nobody understands is told with its remedy, and so is a value that has changed since', () => {
  const of = (entry: { readonly value: string; readonly answer: unknown; readonly today?: unknown }) =>
    readSheet(base, [entry]).faults.join(' ');
  match(of({ value: 'minutes empty-tary', answer: 2 }), /Did you mean `minutes empty-tray`\?/);
  match(of({ value: 'minutes empty-tray', answer: 'often' }), /no number of minutes/);
  match(of({ value: 'works empty-tray crumbs', answer: 101 }), /none of almost-always/);
  match(of({ value: 'minutes empty-tray', answer: 2, today: 4 }), /was `4` .* is `3` today/);
  const twice = [1, 2].map((answer) => ({ value: 'minutes empty-tray', answer }));
  match(readSheet(base, twice).faults.join(' '), /answered twice/);
});

test('the place of every fix of a plan is explained in five lines, with what changing places costs', () => {
  const task = taskOf(base, popsUp);
  const { order } = planOf(task);
  ok(order.length > 1);
  for (const { id } of task.fixes) {
    const why = whyOf(base, popsUp, id)!;
    const lines = whyLines(why).split('\n');
    equal(lines.length, 5, id);
    for (const line of lines) match(line, /[.]$/);
    ok(Math.abs(why.costs.reduce((sum, { minutes }) => sum + minutes, 0) - why.entry.cost) < 1e-9);
    if (why.part === 'plan') ok(why.worth >= -1e-9, `${id} is worth its time`);
    if (why.before && !why.before.rule) ok(why.before.costs >= -1e-9, `${id} stands right`);
  }
  const [first, second] = [whyOf(base, popsUp, order[0]!)!, whyOf(base, popsUp, order[1]!)!];
  equal(first.before, undefined);
  equal(first.stillBroken, 1);
  equal(first.after?.costs, second.before?.costs);
  equal(whyOf(base, popsUp, 'use-grill'), undefined);
  const [upper = '', lower = ''] = order;
  const bound = new Map(base.fixes).set(lower, { ...base.fixes.get(lower)!, requires: [upper] });
  equal(second.before?.rule, undefined);
  equal(whyOf({ ...base, fixes: bound }, popsUp, lower)?.before?.rule, 'requires');
});

test('a fix below the stop line would be worth its time at the minutes that are named, and not at more', () => {
  const hurried = exampleBase({ site: { support: { name: 'Maker', minutes: 8 } } });
  const task = taskOf(hurried, popsUp);
  const { order } = planOf(task);
  const below = task.fixes
    .map(({ id }) => whyOf(hurried, popsUp, id)!)
    .filter(({ part }) => part === 'below');
  ok(below.length > 0);
  for (const { entry, breakEven, worth } of below) {
    const gain = (minutes: number): number => {
      const fixes = task.fixes.map((fix) => (fix.id === entry.id ? { ...fix, minutes } : fix));
      const places = order.map((_, at) => order.toSpliced(at, 0, entry.id)).concat([[...order, entry.id]]);
      const all = places.map((place) => outcomeOf({ ...task, fixes }, place).expectedMinutes);
      return outcomeOf(task, order).expectedMinutes - Math.min(...all);
    };
    ok(gain(breakEven - 0.01) > 0 && gain(breakEven + 0.01) <= 0, entry.id);
    ok(Math.abs(gain(entry.cost) + worth) < 1e-9, entry.id);
    ok(breakEven < entry.cost && worth > 0);
  }
});
