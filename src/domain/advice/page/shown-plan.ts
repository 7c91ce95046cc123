import type { Fix, Symptom } from '../../knowledge/article.ts';
import { entryOf, type KnowledgeBase } from '../../knowledge/knowledge-base.ts';
import type { Weight } from '../../knowledge/likelihood.ts';
import { tierOf } from '../../knowledge/site.ts';
import { batchesOf } from '../../plan/batches.ts';
import type { Plan, PlanningTask } from '../../plan/plan.ts';
import { onceEach, onceEachPair } from '../../values/on-demand.ts';
import { rounded } from '../../values/rounded.ts';
import { moveIdOf, moveOf } from '../move.ts';
import { chanceOf, minutesOfMove, testOfMove } from '../planning-task.ts';
import type { PlanEntry, Reason, SymptomPlan } from '../symptom-plan.ts';
import { possibleCausesOf } from './possible-causes.ts';
import { waysRound } from './ways-round.ts';

const startCount = 3;

/**
 * The order an author chose, before any answer; the computed fixes that it leaves out follow below the stop line. The plan itself where
 * the author chose none, or where nothing of it can be done.
 */
export function withAuthorOrder(symptom: Symptom, plan: Plan, answered: boolean): Plan {
  if (symptom.order !== 'author' || answered) return plan;
  const all = [...plan.order, ...plan.rest];
  const order = symptom.fixes.filter((id) => all.includes(id));
  if (order.length === 0) return plan;
  return { ...plan, order, rest: all.filter((id) => !order.includes(id)) };
}

/** A plan as its page shows it, in sections; the task carries the probabilities after the answers so far. */
export function symptomPlanOf(
  base: KnowledgeBase,
  symptom: Symptom,
  task: PlanningTask,
  plan: Plan,
  authorReason?: string,
): SymptomPlan {
  const { moveAt, entryAt } = commonOf(base, symptom);
  const isLastResort = (id: string): boolean => moveAt(id).isLastResort;
  const all = [...plan.order, ...plan.rest];
  const { batches } = batchesOf(task, plan.order);
  const above = plan.order.filter((id) => !isLastResort(id));
  const atStart = startOf(batches);
  const probabilities = new Map(task.causes.map(({ id, probability }) => [id, probability]));
  let place = 0;
  const entry = (id: string): PlanEntry => entryAt(id, ++place, probabilities);
  return {
    symptom,
    exact: plan.exact,
    start: above.slice(0, atStart).map(entry),
    then: above.slice(atStart).map(entry),
    lessLikely: plan.rest.filter((id) => !isLastResort(id)).map(entry),
    lastResort: all.filter(isLastResort).map(entry),
    batches: batches.filter(({ length }) => length > 1),
    workarounds: waysRound(base, task.causes, new Set(all.map((id) => moveAt(id).shown.fix.id))),
    causes: possibleCausesOf(base, symptom, task.causes),
    authorReason,
  };
}

/** How many fixes stand at the start: whole batches, at most three fixes. */
function startOf(batches: readonly (readonly string[])[]): number {
  let count = 0;
  for (const { length } of batches) {
    if (count + length > startCount) break;
    count += length;
  }
  return count;
}

/** What the plans of a symptom have in common. After other answers most fixes stand there for the same reasons and at the same place: then they are one entry. */
interface Common {
  readonly moveAt: (id: string) => ShownMove;
  readonly entryAt: (id: string, place: number, probabilities: ReadonlyMap<string, number>) => PlanEntry;
}

/** A move as every plan of a symptom shows it. */
interface ShownMove {
  readonly shown: Omit<PlanEntry, 'place' | 'reasons'>;
  readonly isLastResort: boolean;
  /** The causes that it may remove here, as written, and how often it does. */
  readonly removes: readonly { readonly chance: number; readonly reason: Reason }[];
}

const commonOf = onceEachPair((base: KnowledgeBase, symptom: Symptom): Common => {
  const moveAt = onceEach((id) => shownMoveOf(base, symptom, id));
  const entries = new Map<string, PlanEntry>();
  return {
    moveAt,
    entryAt: (id, place, probabilities) => {
      const { shown, removes } = moveAt(id);
      const reasons = usefulFirst(removes, probabilities);
      const key = [place, id, ...reasons.map(({ cause }) => cause.id)].join(' ');
      const entry = entries.get(key) ?? { ...shown, place, reasons };
      entries.set(key, entry);
      return entry;
    },
  };
});

function shownMoveOf(base: KnowledgeBase, symptom: Symptom, id: string): ShownMove {
  const move = moveOf(base, id);
  const [cost, test] = [minutesOfMove(base, move), testOfMove(base, move)];
  const tally = base.tallies?.get(move.fix.id)?.by.get(symptom.id);
  const worst = base.site.risks.length - 1;
  return {
    shown: { id, ...move, cost, test, ...(tally ? { tally } : {}) },
    isLastResort: worst > 0 && tierOf(base.site, move.fix.loses) === worst,
    removes: removedBy(base, symptom, move.fix, id),
  };
}

function removedBy(base: KnowledgeBase, symptom: Symptom, fix: Fix, id: string): ShownMove['removes'] {
  const edges = new Map((base.causesOf.get(symptom.id) ?? []).map((edge) => [edge.cause, edge]));
  return fix.solves.flatMap(({ cause, works, because, on, learned }) => {
    const edge = edges.get(cause);
    if (!edge || works === 'workaround' || moveIdOf(fix, on) !== id) return [];
    const reason: Reason = {
      cause: entryOf(base.causes, cause),
      likelihood: edge.likelihood,
      works: works as Weight | 'confirms',
      because,
    };
    return [{ chance: chanceOf(base, cause, works, learned), reason }];
  });
}

/** The most useful cause first (how likely it is times how often the fix works), then as written. */
function usefulFirst(
  removes: ShownMove['removes'],
  probabilities: ReadonlyMap<string, number>,
): readonly Reason[] {
  return removes
    .map(({ chance, reason }) => ({
      gain: rounded((probabilities.get(reason.cause.id) ?? 0) * chance),
      reason,
    }))
    .sort((a, b) => b.gain - a.gain)
    .map(({ reason }) => reason);
}
