import { jointTaskOf } from '../advice/joint-plan.ts';
import { taskOf } from '../advice/planning-task.ts';
import { entryOf, type KnowledgeBase } from '../knowledge/knowledge-base.ts';
import { outcomeOf } from '../plan/outcome.ts';
import { planOf, type Effort, type PlanFix, type PlanningTask } from '../plan/plan.ts';

/** What it costs, in expected minutes, not to know which of two similar symptoms one sees. */
export interface PairFigures {
  /** The plan of one of the two, at random. */
  readonly random: number;
  /** The plan of the better one. */
  readonly better: number;
  /** One joint plan for both. */
  readonly joint: number;
  /** The plan of the right one. */
  readonly certain: number;
}

/** The pairs of symptoms that an author calls similar, each once, in order of their ids. */
export function similarPairsOf(base: KnowledgeBase): readonly (readonly [string, string])[] {
  const pairs = [...base.symptoms.values()].flatMap(({ id, similar }) =>
    similar.map(({ symptom }) => [id, symptom].sort().join(' ')),
  );
  return [...new Set(pairs)].sort().map((pair) => pair.split(' ') as [string, string]);
}

/** The four figures of a reader who sees either of two symptoms with equal chance. */
export function pairFiguresOf(
  base: KnowledgeBase,
  pair: readonly [string, string],
  effort: Effort = 'prove',
): PairFigures {
  const both = jointTaskOf(base, new Map(pair.map((id) => [id, 0.5])));
  const tasks = pair.map((id) => taskOf(base, entryOf(base.symptoms, id)));
  const all = [both, ...tasks].flatMap(({ fixes }) => fixes);
  /** A fix that does nothing here costs its minutes all the same. */
  const following = (order: readonly string[]): number =>
    meanOf(tasks.map((task) => outcomeOf(withStrangers(task, all), order).expectedMinutes));
  const plans = tasks.map((task) => planOf(task, effort));
  const followed = plans.map(({ order }) => following(order));
  const better = Math.min(...followed);
  return {
    random: meanOf(followed),
    better,
    // The search may miss the best order; the better page's own is one of those it may choose.
    joint: Math.min(better, following(planOf(both, effort).order)),
    certain: meanOf(plans.map(({ expectedMinutes }) => expectedMinutes)),
  };
}

/** A task with fixes of others, which do nothing about its causes. */
function withStrangers(task: PlanningTask, others: readonly PlanFix[]): PlanningTask {
  const known = new Set(task.fixes.map(({ id }) => id));
  const strangers = new Map(others.filter(({ id }) => !known.has(id)).map((fix) => [fix.id, fix]));
  return {
    ...task,
    fixes: [...task.fixes, ...[...strangers.values()].map((fix) => ({ ...fix, works: new Map() }))],
  };
}

/** The mean of each figure over several pairs. */
export function meanFigures(figures: readonly PairFigures[]): PairFigures {
  const mean = (pick: (one: PairFigures) => number): number => meanOf(figures.map(pick));
  return {
    random: mean(({ random }) => random),
    better: mean(({ better }) => better),
    joint: mean(({ joint }) => joint),
    certain: mean(({ certain }) => certain),
  };
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
