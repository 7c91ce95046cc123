import { compareText } from '../values/compare.ts';
import { safestFirst } from './order/tiers.ts';

/** A cause and its probability (0–1, given the symptom); what the causes leave to 1 is "something else", which no fix solves. */
export interface PlanCause {
  readonly id: string;
  readonly probability: number;
}

/** A fix: minutes (≥ 0, the test afterwards included; `test` is that part), tier (0 loses nothing; higher loses more), chance of working per cause id (0–1), fixes that must come first. */
export interface PlanFix {
  readonly id: string;
  readonly minutes: number;
  readonly test?: number;
  readonly tier: number;
  readonly works: ReadonlyMap<string, number>;
  readonly requires: readonly string[];
}

/** What an order of fixes is planned for; `support` is what contacting support costs, in minutes. Ids are unique. */
export interface PlanningTask {
  readonly causes: readonly PlanCause[];
  readonly fixes: readonly PlanFix[];
  readonly support: number;
}

/** The same task as arrays, cut down to the fixes that can matter; a fix or cause is its index, fixes in order of (tier, id). */
export interface PlanTable {
  readonly ids: readonly string[];
  readonly minutes: Float64Array;
  readonly tier: readonly number[];
  /** Fixes of this table that must come before a fix. */
  readonly requires: readonly (readonly number[])[];
  /** The causes a fix works on, … */
  readonly causesOf: readonly Int32Array[];
  /** … and the share of each that it leaves broken (1 − works). */
  readonly leaves: readonly Float64Array[];
  /** Probability of each cause that some fix works on. */
  readonly weight: readonly number[];
  /** Probability of everything no fix works on. */
  readonly hopeless: number;
  readonly support: number;
}

/**
 * The table of a task. Left out, because no plan can gain from them: fixes that work on nothing present (unless a useful fix
 * requires them) and fixes that can never be reached (a circle of `requires`, or a riskier fix required).
 */
export function tableOf(task: PlanningTask): PlanTable {
  const present = new Map(
    byId(task.causes)
      .filter((cause) => cause.probability > 0)
      .map((cause) => [cause.id, cause.probability]),
  );
  const fixes = usefulFixes(task.fixes, present);
  const solvable = [...present.keys()].filter((cause) => fixes.some((fix) => worksOn(fix, cause) > 0));
  const total = [...present.values()].reduce((sum, p) => sum + p, 0);
  const hope = solvable.reduce((sum, cause) => sum + (present.get(cause) ?? 0), 0);
  const indexOfFix = new Map(fixes.map((fix, index) => [fix.id, index]));
  const columns = fixes.map((fix) =>
    solvable.flatMap((cause, index) =>
      worksOn(fix, cause) > 0 ? [{ index, leaves: 1 - worksOn(fix, cause) }] : [],
    ),
  );
  return {
    ids: fixes.map((fix) => fix.id),
    minutes: Float64Array.from(fixes, (fix) => fix.minutes),
    tier: fixes.map((fix) => fix.tier),
    requires: fixes.map((fix) => [...new Set(fix.requires)].flatMap((id) => indexOfFix.get(id) ?? [])),
    causesOf: columns.map((column) => Int32Array.from(column, (entry) => entry.index)),
    leaves: columns.map((column) => Float64Array.from(column, (entry) => entry.leaves)),
    weight: solvable.map((cause) => present.get(cause) ?? 0),
    hopeless: Math.max(0, Math.max(1, total) - hope),
    support: task.support,
  };
}

function usefulFixes(all: readonly PlanFix[], present: ReadonlyMap<string, number>): PlanFix[] {
  const known = new Map(all.map((fix) => [fix.id, fix]));
  const reachable = reachableFixes(all, known);
  const wanted = new Set<string>();
  const want = (fix: PlanFix): void => {
    if (wanted.has(fix.id)) return;
    wanted.add(fix.id);
    for (const id of fix.requires) {
      const required = known.get(id);
      if (required) want(required);
    }
  };
  for (const fix of reachable) if ([...present.keys()].some((cause) => worksOn(fix, cause) > 0)) want(fix);
  return byId(all.filter((fix) => wanted.has(fix.id))).sort(safestFirst);
}

/** Fixes that some sequence in order of tiers can contain; a required fix that is not part of the task does not block. */
function reachableFixes(all: readonly PlanFix[], known: ReadonlyMap<string, PlanFix>): Set<PlanFix> {
  const reachable = new Set<PlanFix>();
  for (let before = -1; before < reachable.size;) {
    before = reachable.size;
    for (const fix of all) {
      const met = fix.requires.every((id) => {
        const required = known.get(id);
        return !required || (reachable.has(required) && required.tier <= fix.tier);
      });
      if (met) reachable.add(fix);
    }
  }
  return reachable;
}

/** A chance too small to change 1 − works counts as none. */
function worksOn(fix: PlanFix, cause: string): number {
  const works = fix.works.get(cause) ?? 0;
  return 1 - works < 1 ? works : 0;
}

/** A sorted copy, so that no result depends on the order of the input. */
export function byId<T extends { readonly id: string }>(items: readonly T[]): T[] {
  return [...items].sort((a, b) => compareText(a.id, b.id));
}
