import { costsOfMove, taskOf } from '../advice/planning-task.ts';
import { symptomPlanOf, withAuthorOrder } from '../advice/page/shown-plan.ts';
import { entriesOf, type PlanEntry, type Reason } from '../advice/symptom-plan.ts';
import type { Symptom } from '../knowledge/article.ts';
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import { tierOf } from '../knowledge/site.ts';
import { leftAfter, outcomeOf } from '../plan/outcome.ts';
import { planOf, type PlanningTask } from '../plan/plan.ts';

/** Why a move stands where it does in the plan of a symptom, before any answer. Minutes and shares (0–1). */
export interface Why {
  readonly entry: PlanEntry;
  readonly symptom: Symptom;
  /** Fixes above the stop line. */
  readonly total: number;
  readonly part: 'plan' | 'below' | 'last-resort';
  readonly byAuthor: boolean;
  /** What its minutes are made of; they add up to the entry's cost. */
  readonly costs: readonly { readonly of: string; readonly minutes: number }[];
  /** Readers who still have the trouble when its turn comes, and whom it helps; `reason` is the cause of most of those. */
  readonly stillBroken: number;
  readonly helps: number;
  readonly reason: Reason | undefined;
  /** The moves before and after it above the stop line, and what changing places would cost; `rule` where it may not. */
  readonly before?: Neighbour | undefined;
  readonly after?: Neighbour | undefined;
  /** What the plan would take more without it; below the stop line, what it would take more with it where it helps most. */
  readonly worth: number;
  /** The most minutes at which it would be worth its time, where it helps most. */
  readonly breakEven: number;
}

export interface Neighbour {
  readonly move: PlanEntry;
  readonly costs: number;
  readonly rule?: 'requires' | 'loses' | undefined;
}

/** Explains the place of a fix (or of one of its moves) in a plan; undefined where the plan does not hold it. */
export function whyOf(base: KnowledgeBase, symptom: Symptom, fix: string): Why | undefined {
  const task = taskOf(base, symptom);
  const plan = withAuthorOrder(symptom, planOf(task), false);
  const page = symptomPlanOf(base, symptom, task, plan);
  const above = [...page.start, ...page.then];
  const all = entriesOf(page);
  const entry = all.find(({ id }) => id === fix) ?? all.find((one) => one.fix.id === fix);
  if (!entry) return undefined;
  const order = above.map(({ id }) => id);
  const at = order.indexOf(entry.id);
  const done = at === -1 ? order : order.slice(0, at);
  const stillBroken = brokenAfter(task, done);
  const best = bestPlace(task, order, entry.id);
  return {
    entry,
    symptom,
    total: above.length,
    part: at !== -1 ? 'plan' : page.lastResort.includes(entry) ? 'last-resort' : 'below',
    byAuthor: symptom.order === 'author',
    costs: costsOfMove(base, entry).filter(({ minutes }) => minutes > 0),
    stillBroken,
    helps: stillBroken - brokenAfter(task, [...done, entry.id]),
    reason: mainReason(task, done, entry),
    before: at > 0 ? { move: above[at - 1]!, ...swapOf(base, task, above, at - 1) } : undefined,
    after:
      at !== -1 && at < order.length - 1
        ? { move: above[at + 1]!, ...swapOf(base, task, above, at) }
        : undefined,
    worth: at === -1 ? best.costs : minutesOf(task, order.toSpliced(at, 1)) - minutesOf(task, order),
    breakEven: best.breakEven,
  };
}

/** The cause that the move removes most often, after what was done before it. */
function mainReason(
  task: PlanningTask,
  done: readonly string[],
  { id, reasons }: PlanEntry,
): Reason | undefined {
  const left = leftAfter(task, new Set(done));
  const works = task.fixes.find((fix) => fix.id === id)?.works;
  const gain = ({ cause }: Reason): number => (left.get(cause.id) ?? 0) * (works?.get(cause.id) ?? 0);
  return reasons.toSorted((a, b) => gain(b) - gain(a))[0];
}

/** What changing the places of two neighbours would cost; `first` is the place of the upper one. */
function swapOf(
  base: KnowledgeBase,
  task: PlanningTask,
  above: readonly PlanEntry[],
  first: number,
): Pick<Neighbour, 'costs' | 'rule'> {
  const [upper, lower] = [above[first]!, above[first + 1]!];
  const order = above.map(({ id }) => id);
  const swapped = order.with(first, lower.id).with(first + 1, upper.id);
  const requires = task.fixes.find(({ id }) => id === lower.id)?.requires ?? [];
  const riskier = tierOf(base.site, lower.fix.loses) > tierOf(base.site, upper.fix.loses);
  return {
    costs: minutesOf(task, swapped) - minutesOf(task, order),
    rule: requires.includes(upper.id) ? 'requires' : riskier ? 'loses' : undefined,
  };
}

function bestPlace(
  task: PlanningTask,
  order: readonly string[],
  move: string,
): { readonly costs: number; readonly breakEven: number } {
  const without = order.filter((id) => id !== move);
  const fix = task.fixes.find(({ id }) => id === move);
  const now = minutesOf(task, without);
  const places = Array.from({ length: without.length + 1 }, (_, at) => {
    const costs = minutesOf(task, without.toSpliced(at, 0, move)) - now;
    const broken = brokenAfter(task, without.slice(0, at));
    return { costs, breakEven: (fix?.minutes ?? 0) - costs / broken };
  });
  return {
    costs: Math.min(...places.map(({ costs }) => costs)),
    breakEven: Math.max(...places.map(({ breakEven }) => breakEven)),
  };
}

function minutesOf(task: PlanningTask, order: readonly string[]): number {
  return outcomeOf(task, order).expectedMinutes;
}

function brokenAfter(task: PlanningTask, done: readonly string[]): number {
  const left = [...leftAfter(task, new Set(done)).values()].reduce((sum, mass) => sum + mass, 0);
  const known = task.causes.reduce((sum, { probability }) => sum + probability, 0);
  return left + Math.max(0, 1 - known);
}
