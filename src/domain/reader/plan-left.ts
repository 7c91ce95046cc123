import { startingOrder } from '../plan/order/start.ts';
import { leftAfter } from '../plan/outcome.ts';
import { tableOf, type PlanningTask } from '../plan/table.ts';

/** A planning task as a page carries it: causes by their place in `causes`, of which each has its probability. */
export interface PackedTask {
  readonly causes: readonly number[];
  readonly fixes: readonly {
    readonly id: string;
    readonly minutes: number;
    readonly tier: number;
    readonly requires: readonly string[];
    readonly works: readonly (readonly [cause: number, chance: number])[];
  }[];
  readonly support: number;
}

/** Packs a task for a page. */
export function packTask({ causes, fixes, support }: PlanningTask): PackedTask {
  const places = new Map(causes.map(({ id }, index) => [id, index]));
  const short = (value: number): number => Number(value.toFixed(5));
  return {
    causes: causes.map(({ probability }) => short(probability)),
    fixes: fixes.map(({ id, minutes, tier, requires, works }) => ({
      id,
      minutes: short(minutes),
      tier,
      requires,
      works: [...works].flatMap(([cause, chance]) => {
        const place = places.get(cause);
        return place === undefined || chance === 0 ? [] : [[place, chance] as const];
      }),
    })),
    support,
  };
}

/**
 * The order of what is left when some fixes were tried in vain: each failure makes the causes that it would have removed less likely, and
 * something else likelier, so that the plan ends sooner. What was tried counts as done for what requires it. Quick, not proven.
 */
export function planLeft(packed: PackedTask, failed: ReadonlySet<string>): readonly string[] {
  const all: PlanningTask = {
    causes: packed.causes.map((probability, index) => ({ id: String(index), probability })),
    fixes: packed.fixes.map(({ works, ...fix }) => ({
      ...fix,
      works: new Map(works.map(([cause, chance]) => [String(cause), chance])),
    })),
    support: packed.support,
  };
  const left = leftAfter(all, failed);
  const known = packed.causes.reduce((sum, probability) => sum + probability, 0);
  const broken = [...left.values()].reduce((sum, mass) => sum + mass, Math.max(0, 1 - known));
  if (broken <= 0) return [];
  const table = tableOf({
    causes: [...left].map(([id, mass]) => ({ id, probability: mass / broken })),
    fixes: all.fixes.filter(({ id }) => !failed.has(id)),
    support: packed.support,
  });
  return startingOrder(table, true).map((fix) => table.ids[fix]!);
}
