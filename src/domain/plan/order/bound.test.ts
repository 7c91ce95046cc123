import { equal, ok } from 'node:assert/strict';
import { test } from 'node:test';
import { leastMinutes, randomTask } from '../example-tasks.ts';
import { boundFor } from './bound.ts';
import type { PlanningTask } from '../plan.ts';
import { tableOf } from '../table.ts';

test('the bound is never above what the best order takes, from the start or after any fixes, and seldom far below', () => {
  const tight = { 0: 0, 1: 0, 2: 0 };
  for (const done of [0, 1, 2] as const) {
    for (let seed = 1; seed <= 300; seed++) {
      const task = randomTask(seed, {
        perTier: [6],
        causes: 1 + (seed % 5),
        density: 0.3 + 0.1 * (seed % 7),
        requiring: 0,
        support: [10, 45, 5000][seed % 3]!,
      });
      tight[done] += tightnessOf(withoutFirst(task, done), `seed ${seed} after ${done} fixes`) / 300;
    }
  }
  ok(tight[0] > 0.983 && tight[1] > 0.991 && tight[2] > 0.996, `on average ${JSON.stringify(tight)}`);
});

test('the more fixes share their causes, the nearer the bound comes to the best order', () => {
  const meanOf = (shape: { readonly density: number; readonly support: number }): number => {
    let sum = 0;
    for (let seed = 1; seed <= 60; seed++)
      sum += tightnessOf(
        randomTask(seed, { perTier: [7], causes: 5, requiring: 0, ...shape }),
        `seed ${seed} of ${JSON.stringify(shape)}`,
      );
    return sum / 60;
  };
  const [few, most, dear] = [
    { density: 0.4, support: 600 },
    { density: 0.9, support: 60 },
    { density: 0.9, support: 5000 },
  ].map(meanOf);
  ok(few! > 0.995 && most! > 0.944 && dear! > 0.996, `${few}, ${most}, ${dear}`);
});

test('chances of a thousandth, or of next to nothing, leave the bound as near', () => {
  for (const scale of [1e-3, 1e-14]) {
    let sum = 0;
    for (let seed = 1; seed <= 60; seed++) {
      const shape = { perTier: [6], causes: 1 + (seed % 3), density: 0.6, requiring: 0, support: 5000 };
      const task = randomTask(seed, shape);
      const fixes = task.fixes.map((fix, at) =>
        at % 2 === 0
          ? fix
          : {
              ...fix,
              minutes: 1e-6 + fix.minutes * scale,
              works: new Map([...fix.works].map(([cause, chance]) => [cause, chance * scale])),
            },
      );
      sum += tightnessOf({ ...task, fixes }, `seed ${seed}, ${scale}`);
    }
    ok(sum / 60 > 0.9998, `on average ${sum / 60}`);
  }
});

test('asked whether it lies under a figure, the bound ends its walk early and gives the same answer', () => {
  let early = 0;
  for (let seed = 1; seed <= 200; seed++) {
    const table = tableOf(
      randomTask(seed, {
        perTier: [7],
        causes: 1 + (seed % 5),
        density: 0.5,
        requiring: 0,
        support: [15, 60, 5000][seed % 3]!,
      }),
    );
    const bound = boundFor(table);
    const open = [...table.ids.keys()];
    const whole = bound(table.weight, open);
    for (const share of [0.1, 0.5, 0.9, 0.999, 1, 1.000001, 1.01, 1.1, 2]) {
      const found = bound(table.weight, open, whole * share);
      equal(found < whole * share, whole < whole * share, `seed ${seed}, ${share} of ${whole}`);
      if (found !== whole) early++;
    }
  }
  ok(early > 300, `${early} walks ended early`);
});

test('where hardly anything is left to support, a walk still goes on until no stop can lie under the figure', () => {
  for (let seed = 1; seed <= 100; seed++) {
    const task = randomTask(seed, {
      perTier: [7],
      causes: 1 + (seed % 3),
      density: 0.6,
      requiring: 0,
      support: 60,
    });
    const sum = task.causes.reduce((all, { probability }) => all + probability, 0);
    const table = tableOf({
      ...task,
      causes: task.causes.map((cause) => ({ ...cause, probability: cause.probability / sum })),
      fixes: task.fixes.map((fix) => ({
        ...fix,
        works: new Map([...fix.works].map(([id, works]) => [id, 1 - 0.05 * (1 - works)])),
      })),
    });
    const bound = boundFor(table);
    const open = [...table.ids.keys()];
    const whole = bound(table.weight, open);
    for (const more of [0.000001, 0.001, 0.01, 0.05]) {
      const under = whole + more * Math.max(1, whole);
      ok(bound(table.weight, open, under) < under, `seed ${seed}, ${more} above ${whole}`);
    }
  }
});

/** The bound of a task, as a share of what its best order takes. */
function tightnessOf(task: PlanningTask, name: string): number {
  const table = tableOf(task);
  const bound = boundFor(table)(table.weight, [...table.ids.keys()]);
  const least = leastMinutes(task);
  ok(bound <= least + 1e-9, `${name}: ${bound} is above ${least}`);
  return bound / least;
}

/** The task after some of its fixes; what they solved is gone, not "something else". */
function withoutFirst(task: PlanningTask, count: number): PlanningTask {
  const done = task.fixes.slice(0, count);
  const left = task.causes.map(({ id, probability }) => ({
    id,
    probability: done.reduce((mass, fix) => mass * (1 - (fix.works.get(id) ?? 0)), probability),
  }));
  const scale = left.reduce((sum, cause) => sum + cause.probability, 0.1);
  return {
    ...task,
    causes: left.map((cause) => ({ ...cause, probability: cause.probability / scale })),
    fixes: task.fixes.slice(count),
  };
}
