import { deepEqual, equal, ok } from 'node:assert/strict';
import { test } from 'node:test';
import { taskOf } from '../advice/planning-task.ts';
import { exampleBase } from '../knowledge/example-base.ts';
import { entryOf } from '../knowledge/knowledge-base.ts';
import { outcomeOf } from '../plan/outcome.ts';
import { planOf } from '../plan/plan.ts';
import { whyOf } from './why.ts';

const base = exampleBase();
const symptom = entryOf(base.symptoms, 'pops-up');
const task = taskOf(base, symptom);
const { order, rest } = planOf(task);
const minutesOf = (moves: readonly string[]) => outcomeOf(task, moves).expectedMinutes;
const near = (a: number, b: number, what: string) => ok(Math.abs(a - b) < 1e-9, `${what}: ${a} is not ${b}`);

test('a move of the plan is told by its place, what it helps, its neighbours, and what the plan would be without it', () => {
  const { resolvedAfter } = outcomeOf(task, order);
  for (const [at, id] of order.entries()) {
    const why = whyOf(base, symptom, id)!;
    equal(why.part, 'plan');
    equal(why.byAuthor, false);
    equal(why.total, order.length);
    const solved = at === 0 ? 0 : resolvedAfter[at - 1]!;
    near(why.stillBroken, 1 - solved, id);
    near(why.helps, resolvedAfter[at]! - solved, id);
    near(why.worth, minutesOf(order.toSpliced(at, 1)) - minutesOf(order), id);
    equal(why.before?.move.id, order[at - 1]);
    equal(why.after?.move.id, order[at + 1]);
    const swapped = (first: number) => order.with(first, order[first + 1]!).with(first + 1, order[first]!);
    if (why.before) near(why.before.costs, minutesOf(swapped(at - 1)) - minutesOf(order), id);
    if (why.after) near(why.after.costs, minutesOf(swapped(at)) - minutesOf(order), id);
  }
  deepEqual(
    order.map((id) => whyOf(base, symptom, id)?.before?.rule),
    order.map((id) => (id === 'reset-memory' ? 'loses' : undefined)),
  );
});

test('what stands below the stop line is no part of the plan, and what comes last is told as such', () => {
  const hurried = exampleBase({ site: { support: { name: 'Maker', minutes: 8 } } });
  const parts = ['empty-tray', 'reset-memory', 'erase-all'].map(
    (id) => whyOf(hurried, entryOf(hurried.symptoms, 'pops-up'), id)?.part,
  );
  deepEqual(parts, ['plan', 'below', 'last-resort']);
  deepEqual(rest, ['erase-all']);
  const last = whyOf(base, symptom, 'erase-all')!;
  deepEqual([last.part, last.before, last.after], ['last-resort', undefined, undefined]);
  const { resolvedAfter } = outcomeOf(task, order);
  near(last.stillBroken, 1 - resolvedAfter.at(-1)!, 'erase-all');
});

test('costs are those that are any, and the reason is the cause that is removed most often', () => {
  const { costs, reason } = whyOf(base, symptom, 'empty-tray')!;
  deepEqual(costs, [{ of: 'work', minutes: 3 }]);
  equal(reason?.cause.id, 'crumbs');
  const both = { ...entryOf(base.fixes, 'empty-tray') };
  const solves = [
    { cause: 'no-power', works: 'almost-always' as const },
    { cause: 'old-memory', works: 'almost-always' as const },
    { cause: 'crumbs', works: 'rarely' as const },
  ];
  const other = exampleBase();
  const changed = {
    ...other,
    fixes: new Map(other.fixes).set('empty-tray', { ...both, solves }),
    fixesOf: new Map(
      [...other.fixesOf].map(([cause, edges]) => [
        cause,
        [
          ...edges.filter(({ fix }) => fix !== 'empty-tray'),
          ...solves.filter((edge) => edge.cause === cause).map((edge) => ({ ...edge, fix: 'empty-tray' })),
        ],
      ]),
    ),
  };
  equal(whyOf(changed, symptom, 'empty-tray')?.reason?.cause.id, 'no-power');
});

test('an order of the author is told as one', () => {
  const given = exampleBase({
    symptom: { order: 'author', fixes: ['reset-memory', 'empty-tray'], because: 'It is so.' },
  });
  const own = entryOf(given.symptoms, 'pops-up');
  const [first, second] = ['reset-memory', 'empty-tray'].map((id) => whyOf(given, own, id)!);
  deepEqual([first!.byAuthor, first!.before, first!.after?.move.id], [true, undefined, 'empty-tray']);
  equal(second!.before?.move.id, 'reset-memory');
  equal(whyOf(given, own, 'nothing'), undefined);
});
