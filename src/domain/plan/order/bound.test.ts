import { ok } from 'node:assert/strict';
import { test } from 'node:test';
import { leastMinutes, randomTask } from '../example-tasks.ts';
import { boundFor } from './bound.ts';
import type { PlanningTask } from '../plan.ts';
import { tableOf } from '../table.ts';

test('the bound is never above what the best order takes, from the start or after any fixes, and seldom far below', () => {
  let ratios = 0;
  let count = 0;
  for (let seed = 1; seed <= 300; seed++) {
    const task = randomTask(seed, {
      perTier: [6],
      causes: 1 + (seed % 5),
      density: 0.3 + 0.1 * (seed % 7),
      requiring: 0,
      support: [10, 45, 5000][seed % 3]!,
    });
    for (const done of [0, 1, 2]) {
      const rest = withoutFirst(task, done);
      const table = tableOf(rest);
      const bound = boundFor(table)(table.weight, [...table.ids.keys()]);
      const least = leastMinutes(rest);
      ok(bound <= least + 1e-9, `seed ${seed} after ${done} fixes: ${bound} is above ${least}`);
      ratios += bound / least;
      count += 1;
    }
  }
  ok(ratios / count > 0.9, `on average ${ratios / count}`);
});

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
