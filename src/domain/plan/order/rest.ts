import { leftAfter } from '../outcome.ts';
import { compareText } from '../../values/compare.ts';
import type { PlanFix, PlanningTask } from '../table.ts';
import { safestFirst } from './tiers.ts';

/**
 * The fixes that a plan leaves out, as they stand under the stop line: safest tier first, then by what they would solve per minute of
 * what the plan leaves broken, then by id; but never a fix before one that it requires (a circle of them stands in that order as it is).
 */
export function restOf(task: PlanningTask, order: readonly string[]): readonly string[] {
  const planned = new Set(order);
  const left = leftAfter(task, planned);
  const waiting = task.fixes
    .filter((fix) => !planned.has(fix.id))
    .map((fix) => ({ fix, perMinute: perMinuteOf(fix, left) }))
    .sort(
      (a, b) =>
        safestFirst(a.fix, b.fix) ||
        compareNumbers(b.perMinute, a.perMinute) ||
        compareText(a.fix.id, b.fix.id),
    )
    .map(({ fix }) => fix);
  const rest: string[] = [];
  while (waiting.length > 0) {
    const ids = new Set(waiting.map((fix) => fix.id));
    const free = waiting.findIndex((fix) => !fix.requires.some((id) => ids.has(id)));
    rest.push(...waiting.splice(Math.max(free, 0), 1).map((fix) => fix.id));
  }
  return rest;
}

function perMinuteOf(fix: PlanFix, left: ReadonlyMap<string, number>): number {
  let solved = 0;
  for (const [cause, mass] of left) solved += mass * (fix.works.get(cause) ?? 0);
  return solved > 0 ? solved / fix.minutes : 0;
}

function compareNumbers(a: number, b: number): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
