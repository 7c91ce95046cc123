import type { PlanningTask } from './plan.ts';
import { randomFrom } from './random.ts';

/** How a random problem for tests is made: fixes per tier, how many causes, how many of them a fix works on (share), how often a fix requires another. */
export interface Shape {
  readonly perTier: readonly number[];
  readonly causes: number;
  readonly density: number;
  readonly requiring: number;
  readonly support: number;
}

/** A random problem for tests, from the five words and round minutes; 0.1 is left for something else. The same for the same seed. */
export function randomTask(seed: number, shape: Shape): PlanningTask {
  const random = randomFrom(seed);
  const oneOf = (values: readonly number[]): number => values[Math.floor(random() * values.length)] ?? 0;
  const weights = Array.from({ length: shape.causes }, (_, index) => ({
    id: `c${index}`,
    weight: oneOf([0.9, 0.5, 0.25, 0.1, 0.03]),
  }));
  const total = weights.reduce((sum, cause) => sum + cause.weight, 0);
  const tiers = shape.perTier.flatMap((count, tier) => Array.from({ length: count }, () => tier));
  const fixes = tiers.map((tier, index) => ({
    id: `f${String(index).padStart(2, '0')}`,
    tier,
    minutes: oneOf([0, 0.5, 1, 2, 3, 5, 10, 30]),
    works: new Map(
      weights.flatMap(({ id }) =>
        random() < shape.density ? [[id, oneOf([1, 0.9, 0.5, 0.25, 0.1])] as const] : [],
      ),
    ),
    requires:
      random() < shape.requiring
        ? [`f${String(Math.floor(random() * (tiers.length + 1))).padStart(2, '0')}`]
        : [],
  }));
  return {
    causes: weights.map(({ id, weight }) => ({ id, probability: (0.9 * weight) / total })),
    fixes,
    support: shape.support,
  };
}

/** The least expected minutes, straight from its definition: of every fix that may come next, the one that is best with all that may follow; for a dozen fixes at most. */
export function leastMinutes({ causes, fixes, support }: PlanningTask): number {
  const known = new Map<string, number>();
  const unknown = 1 - causes.reduce((sum, cause) => sum + cause.probability, 0);
  const ids = new Set(fixes.map((fix) => fix.id));
  const value = (done: readonly string[], tier: number): number => {
    const key = `${[...done].sort().join()}|${tier}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    const broken = causes.reduce(
      (sum, { id, probability }) =>
        sum +
        fixes.reduce(
          (left, fix) => (done.includes(fix.id) ? left * (1 - (fix.works.get(id) ?? 0)) : left),
          probability,
        ),
      unknown,
    );
    const ways = fixes
      .filter(
        (fix) =>
          !done.includes(fix.id) &&
          fix.tier >= tier &&
          fix.requires.every((id) => done.includes(id) || !ids.has(id)),
      )
      .map((fix) => fix.minutes * broken + value([...done, fix.id], fix.tier));
    const least = Math.min(broken * support, ...ways);
    known.set(key, least);
    return least;
  };
  return value([], 0);
}
