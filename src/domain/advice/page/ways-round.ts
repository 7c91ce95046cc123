import type { Fix } from '../../knowledge/article.ts';
import { entryOf, type KnowledgeBase } from '../../knowledge/knowledge-base.ts';
import type { PlanCause } from '../../plan/plan.ts';
import { chanceOf } from '../planning-task.ts';
import type { Workaround } from '../symptom-plan.ts';
import { compareText } from '../../values/compare.ts';

/** A way round is offered on the page of a symptom when it gets the reader through for this share of the causes. */
const nearlyAll = 0.9;
const most = 3;

/**
 * What gets the reader through, whatever the cause, without taking it away; the surest first. A fix of the plan is none. `causes` carry
 * the probabilities after the answers so far.
 */
export function waysRound(
  base: KnowledgeBase,
  causes: readonly PlanCause[],
  planned: ReadonlySet<string>,
): readonly Workaround[] {
  const known = causes.reduce((sum, { probability }) => sum + probability, 0);
  // Most fixes have nothing to do with these causes.
  const near = new Set(causes.flatMap(({ id }) => base.fixesOf.get(id) ?? []).map(({ fix }) => fix));
  return [...near]
    .filter((id) => !planned.has(id))
    .flatMap((id) => {
      const fix = entryOf(base.fixes, id);
      // No number where there is no cause, and then no way round.
      const share = throughIn(base, fix, causes) / known;
      const edge = fix.solves.find(
        ({ cause, works }) => works === 'workaround' && causes.some(({ id }) => id === cause),
      );
      return edge && share >= nearlyAll ? [{ fix, because: edge.because, share }] : [];
    })
    .sort((a, b) => b.share - a.share || a.fix.minutes - b.fix.minutes || compareText(a.fix.id, b.fix.id))
    .slice(0, most)
    .map(({ fix, because }) => ({ fix, because }));
}

/** The probability that a fix gets the reader through: round the cause, or by taking it away. */
function throughIn(base: KnowledgeBase, fix: Fix, causes: readonly PlanCause[]): number {
  return causes.reduce((sum, { id, probability }) => {
    const edges = fix.solves.filter(({ cause }) => cause === id);
    const through = edges.map(({ works, learned }) =>
      works === 'workaround' ? 1 : chanceOf(base, id, works, learned),
    );
    return sum + probability * Math.max(0, ...through);
  }, 0);
}
