import { ok } from 'node:assert/strict';
import { test } from 'node:test';
import { afterAnswer } from './answers.ts';
import type { PlanQuestion } from './answers.ts';
import { leastMinutes, randomTask } from './example-tasks.ts';
import { diagnose } from './questions.ts';
import { randomFrom } from './random.ts';
import type { PlanningTask } from './table.ts';

const shape = { perTier: [3, 1], causes: 4, density: 0.5, requiring: 0.2, support: 60 };

test('no tree of up to three questions takes less than the one that is found', () => {
  let better = 0;
  for (let seed = 1; seed <= 60; seed++) {
    const { task, questions } = randomCase(seed);
    const found = diagnose(task, questions).expectedMinutes;
    const least = leastOfTrees(task, questions, 3);
    ok(Math.abs(found - least) < 1e-6, `seed ${seed}: ${found} instead of ${least}`);
    if (found < oneStepAtATime(task, questions, 3) - 1e-6) better++;
  }
  ok(better >= 2, `Only ${better} cases tell a full look-ahead from choosing one question at a time.`);
});

test('asking between the fixes too would save about one percent', () => {
  let own = 0;
  let least = 0;
  for (let seed = 1; seed <= 40; seed++) {
    const { task, questions } = randomCase(seed);
    const found = diagnose(task, questions).expectedMinutes;
    const oracle = leastAskingAnywhere(task, questions, 3);
    ok(oracle < found + 1e-9, `seed ${seed}: the oracle takes ${oracle}, the tree ${found}`);
    own += found;
    least += oracle;
  }
  const loss = own / least - 1;
  ok(loss > 0 && loss < 0.03, `The trees are ${(100 * loss).toFixed(2)} percent from the oracle.`);
});

test('with many questions the narrow look is never worse than choosing one question at a time', () => {
  for (let seed = 1; seed <= 10; seed++) {
    const { task, questions } = randomCase(seed, 8);
    const found = diagnose(task, questions, 3, 'shown').expectedMinutes;
    const simple = oneStepAtATime(task, questions, 3);
    ok(found < simple + 1e-6, `seed ${seed}: ${found} against ${simple}`);
    ok(found > leastOfTrees(task, questions, 3) - 1e-6);
  }
});

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

type Value = (task: PlanningTask, open: readonly PlanQuestion[], depth: number) => number;

/** What a question costs when `next` gives the minutes after each answer. */
function asking(
  question: PlanQuestion,
  open: readonly PlanQuestion[],
  task: PlanningTask,
  next: Value,
  depth: number,
) {
  const rest = open.filter((other) => other !== question);
  return question.answers.reduce((sum, answer) => {
    const after = afterAnswer(task, answer);
    return after ? sum + after.probability * next(after.task, rest, depth - 1) : sum;
  }, question.minutes);
}

/** D(p, depth) from its definition, with V from its definition. */
function leastOfTrees(task: PlanningTask, open: readonly PlanQuestion[], depth: number): number {
  const asked = depth > 0 ? open.map((question) => asking(question, open, task, leastOfTrees, depth)) : [];
  return Math.min(leastMinutes(task), ...asked);
}

/** Asks the question that saves most by itself, while one does. */
function oneStepAtATime(task: PlanningTask, open: readonly PlanQuestion[], depth: number): number {
  const now = leastMinutes(task);
  const values = open.map((question) => asking(question, open, task, leastMinutes, depth));
  const best = Math.min(...values);
  if (depth === 0 || best > now - 1e-9) return now;
  return asking(open[values.indexOf(best)]!, open, task, oneStepAtATime, depth);
}

/** The least minutes when a question may also be asked after any fix that did not help, at most `depth` in all. */
function leastAskingAnywhere(task: PlanningTask, open: readonly PlanQuestion[], depth: number): number {
  const ids = new Set(task.fixes.map(({ id }) => id));
  const value = (
    now: PlanningTask,
    left: readonly PlanQuestion[],
    questions: number,
    done: readonly string[],
    tier: number,
  ): number => {
    const ask =
      questions > 0
        ? left.map((question) =>
            asking(question, left, now, (p, rest, d) => value(p, rest, d, done, tier), questions),
          )
        : [];
    const ways = now.fixes
      .filter(
        (fix) =>
          !done.includes(fix.id) &&
          fix.tier >= tier &&
          fix.requires.every((id) => done.includes(id) || !ids.has(id)),
      )
      .map((fix) => {
        const known = now.causes.reduce((sum, cause) => sum + cause.probability, 0);
        const causes = now.causes.map(({ id, probability }) => ({
          id,
          probability: probability * (1 - (fix.works.get(id) ?? 0)),
        }));
        const broken = causes.reduce((sum, cause) => sum + cause.probability, 0) + (1 - known);
        if (broken < 1e-12) return fix.minutes;
        const scaled = causes.map(({ id, probability }) => ({ id, probability: probability / broken }));
        return (
          fix.minutes +
          broken * value({ ...now, causes: scaled }, left, questions, [...done, fix.id], fix.tier)
        );
      });
    return Math.min(now.support, ...ask, ...ways);
  };
  return value(task, open, depth, [], 0);
}
