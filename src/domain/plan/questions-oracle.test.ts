import { deepEqual, equal, ok } from 'node:assert/strict';
import { test } from 'node:test';
import { afterAnswer } from './answers.ts';
import type { PlanQuestion } from './answers.ts';
import { leastMinutes, randomTask } from './example-tasks.ts';
import type { Effort } from './plan.ts';
import { diagnose, provenTree, type DiagnosisNode } from './questions.ts';
import { randomFrom } from './random.ts';
import type { PlanFix, PlanningTask } from './table.ts';

const shape = { perTier: [3, 1], causes: 4, density: 0.5, requiring: 0.2, support: 60 };

test('no tree of up to three questions takes less than the one that is found', () => {
  let better = 0;
  for (let seed = 1; seed <= 60; seed++) {
    const world = randomCase(seed);
    const found = minutesFound(seed);
    const least = leastOfTrees(startOf(world), 3);
    ok(Math.abs(found - least) < 1e-6, `seed ${seed}: ${found} instead of ${least}`);
    if (found < oneStepAtATime(startOf(world), 3) - 1e-6) better++;
  }
  ok(better >= 2, `Only ${better} cases tell a full look-ahead from choosing one question at a time.`);
});

test('asking between the fixes too would save about one percent', () => {
  let own = 0;
  let least = 0;
  for (let seed = 1; seed <= 40; seed++) {
    const world = randomCase(seed);
    const found = minutesFound(seed);
    const oracle = leastAskingAnywhere(startOf(world), 3);
    ok(oracle < found + 1e-9, `seed ${seed}: the oracle takes ${oracle}, the tree ${found}`);
    own += found;
    least += oracle;
  }
  const loss = own / least - 1;
  ok(loss > 0 && loss < 0.03, `The trees are ${(100 * loss).toFixed(2)} percent from the oracle.`);
});

test('who cannot answer is asked what would be asked if that question were not there', () => {
  let unsure = 0;
  const check = (node: DiagnosisNode, open: readonly PlanQuestion[], depth: number): void => {
    if (!node.next) return;
    const { question, branches } = node.next;
    const rest = open.filter(({ id }) => id !== question);
    const without = diagnose(node.task, rest, depth - 1);
    deepEqual(node.next.unsure && outline(node.next.unsure), without.next && outline(without));
    if (node.next.unsure) unsure++;
    for (const { node: below } of branches) check(below, rest, depth - 1);
    if (node.next.unsure) check(node.next.unsure, rest, depth - 1);
  };
  for (let seed = 1; seed <= 12; seed++) {
    const { task, questions } = randomCase(seed, 5);
    const quick = questions.map((question) => ({ ...question, minutes: question.minutes / 100 }));
    check(diagnose(task, quick), quick, 3);
  }
  ok(unsure > 20, `${unsure} pages for readers who cannot answer`);
});

test('a question that saves nothing by itself pays where it opens the way to one that does', () => {
  const { task, questions } = randomCase(9);
  const { next, values } = diagnose(task, questions);
  const first = values.find(({ question }) => question === next?.question);
  ok(first && first.saves < first.minutes);
  equal(first.pays, true);
});

test('of more than six questions, a tree that is found quickly looks behind the four best at first sight only, and those as good as the fourth', () => {
  // Question 3 saves nothing before question 1 follows; the idle ones cost next to nothing and tell nothing.
  const { task, questions } = randomCase(9);
  const treeWith = (idle: number, effort: Effort, minutes = (_: number): number => 0.01) => {
    const quick = Array.from({ length: idle }, (_, nth): PlanQuestion => ({
      id: `a${nth}`,
      minutes: minutes(nth),
      answers: ['yes', 'no'].map((id) => ({
        id,
        likely: new Map(task.causes.map((cause) => [cause.id, 0.5])),
        otherwise: 0.5,
      })),
    }));
    const telling = questions.filter(({ id }) => id === 'q1' || id === 'q3');
    return outline(diagnose(task, [...telling, ...quick], 3, effort));
  };
  const full = ['q3', ['yes', ['q1', ['yes', undefined], ['no', undefined]]], ['no', undefined]];
  deepEqual(treeWith(4, 'quick'), full);
  equal(treeWith(6, 'quick'), undefined);
  deepEqual(treeWith(6, 'prove'), full);
  const { minutes: own } = questions.find(({ id }) => id === 'q3')!;
  deepEqual(
    treeWith(6, 'quick', () => own),
    full,
  );
  // The best are not those that come first.
  equal(
    treeWith(9, 'quick', (nth) => (nth < 4 ? own + 1 : 0.01)),
    undefined,
  );
});

test('with many questions the narrow look is never worse than choosing one question at a time', () => {
  for (let seed = 1; seed <= 10; seed++) {
    const world = randomCase(seed, 8);
    const found = provenTree(diagnose(world.task, world.questions, 3, 'quick')).expectedMinutes;
    const simple = oneStepAtATime(startOf(world), 3);
    ok(found < simple + 1e-6, `seed ${seed}: ${found} against ${simple}`);
    ok(found > leastOfTrees(startOf(world), 3) - 1e-6);
  }
});

/** What the tree of a case takes, worked out once. */
const trees = new Map<number, number>();
function minutesFound(seed: number): number {
  const { task, questions } = randomCase(seed);
  const minutes = trees.get(seed) ?? diagnose(task, questions).expectedMinutes;
  trees.set(seed, minutes);
  return minutes;
}

/** The questions of a tree. */
function outline({ next }: DiagnosisNode): unknown {
  return next && [next.question, ...next.branches.map(({ answer, node }) => [answer, outline(node)])];
}

function randomCase(seed: number, count = 4): { task: PlanningTask; questions: readonly PlanQuestion[] } {
  const random = randomFrom(seed * 7919);
  const task = randomTask(seed, shape);
  const questions = Array.from({ length: count }, (_, index): PlanQuestion => {
    const yes = task.causes.map(({ id }) => [id, 0.02 + 0.96 * random()] as const);
    return {
      id: `q${index}`,
      minutes: 0.25 + random(),
      answers: [
        { id: 'yes', likely: new Map(yes), otherwise: 0.5 },
        { id: 'no', likely: new Map(yes.map(([id, chance]) => [id, 1 - chance])), otherwise: 0.5 },
      ],
    };
  });
  return { task, questions };
}

/** What is known after some answers (`q0/yes`), in whatever order they were given. */
interface Point {
  readonly task: PlanningTask;
  readonly open: readonly PlanQuestion[];
  readonly given: readonly string[];
}
type Value = (at: Point, depth: number) => number;

function startOf({ task, questions }: { task: PlanningTask; questions: readonly PlanQuestion[] }): Point {
  return { task, open: questions, given: [] };
}

/** The same value, worked out once for each set of answers. */
function once(value: Value): Value {
  const known = new Map<string, number>();
  return (at, depth) => {
    const key = `${depth} ${[...at.given].sort().join()}`;
    const found = known.get(key) ?? value(at, depth);
    known.set(key, found);
    return found;
  };
}

/** What a question costs when `next` gives the minutes after each answer. */
function asking(question: PlanQuestion, { task, open, given }: Point, next: (after: Point) => number) {
  const rest = open.filter((other) => other !== question);
  return question.answers.reduce((sum, answer) => {
    const after = afterAnswer(task, answer);
    if (!after) return sum;
    const all = [...given, `${question.id}/${answer.id}`];
    return sum + after.probability * next({ task: after.task, open: rest, given: all });
  }, question.minutes);
}

/** D(p, depth) from its definition, with V from its definition. */
function leastOfTrees(start: Point, depth: number): number {
  const value: Value = once((at, left) =>
    Math.min(
      leastMinutes(at.task),
      ...(left > 0 ? at.open.map((question) => asking(question, at, (after) => value(after, left - 1))) : []),
    ),
  );
  return value(start, depth);
}

/** Asks the question that saves most by itself, while one does. */
function oneStepAtATime(start: Point, depth: number): number {
  const stopping = once(({ task }) => leastMinutes(task));
  const value = (at: Point, left: number): number => {
    const now = stopping(at, 0);
    if (left === 0) return now;
    const values = at.open.map((question) => asking(question, at, (after) => stopping(after, 0)));
    const best = Math.min(...values);
    if (best > now - 1e-9) return now;
    return asking(at.open[values.indexOf(best)]!, at, (after) => value(after, left - 1));
  };
  return value(start, depth);
}

/** The least minutes when a question may also be asked after any fix that did not help, at most `depth` in all. */
function leastAskingAnywhere(start: Point, depth: number): number {
  const { fixes, support } = start.task;
  const ids = new Set(fixes.map(({ id }) => id));
  const known = new Map<string, number>();
  const value = (at: Point, done: readonly string[], tier: number): number => {
    const key = `${[...at.given].sort().join()} ${[...done].sort().join()} ${tier}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    const ask =
      at.given.length < depth
        ? at.open.map((question) => asking(question, at, (after) => value(after, done, tier)))
        : [];
    const ways = fixes
      .filter(
        (fix) =>
          !done.includes(fix.id) &&
          fix.tier >= tier &&
          fix.requires.every((id) => done.includes(id) || !ids.has(id)),
      )
      .map((fix) => {
        const { broken, task } = withoutHelp(at.task, fix);
        return broken < 1e-12
          ? fix.minutes
          : fix.minutes + broken * value({ ...at, task }, [...done, fix.id], fix.tier);
      });
    const least = Math.min(support, ...ask, ...ways);
    known.set(key, least);
    return least;
  };
  return value(start, [], 0);
}

/** How likely it is that a fix does not help, and the task then. */
function withoutHelp(task: PlanningTask, { works }: PlanFix): { broken: number; task: PlanningTask } {
  const known = task.causes.reduce((sum, cause) => sum + cause.probability, 0);
  const causes = task.causes.map(({ id, probability }) => ({
    id,
    probability: probability * (1 - (works.get(id) ?? 0)),
  }));
  const broken = causes.reduce((sum, cause) => sum + cause.probability, 0) + (1 - known);
  const scaled = causes.map(({ id, probability }) => ({ id, probability: probability / broken }));
  return { broken, task: { ...task, causes: scaled } };
}
