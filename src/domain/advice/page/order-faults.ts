import { handsOnOf, type Fix } from '../../knowledge/article.ts';
import { entryOf, type KnowledgeBase } from '../../knowledge/knowledge-base.ts';
import { tierOf } from '../../knowledge/site.ts';
import { outcomeOf } from '../../plan/outcome.ts';
import type { PlanningTask } from '../../plan/plan.ts';
import { moveOf } from '../move.ts';
import { hours } from '../planning-task.ts';

/** Two moves of an order that a person would do the other way round. */
export interface OrderFault {
  readonly kind: 'wait-before-look' | 'change-before-look';
  /** Ids of moves: the one that stands first, and the one that should. */
  readonly earlier: string;
  readonly later: string;
  /** Expected minutes that the other way round would cost a reader who gets that far; negative where it would save some. */
  readonly costs: number;
}

/** A look takes no longer than this, in minutes. */
const shortLook = 5;
/** A look may take this many minutes longer than the change that it should stand before. */
const aboutEqual = 1;
/** Up to this many expected minutes of a reader who gets that far, the other way round is as good. */
const asGood = 0.25;

/**
 * Where an order asks for a wait of hours before something quick and harmless, or for a change before a harmless look of about equal time although the
 * other way round is about as good. For each of these moves the look that costs least to put first.
 */
export function orderFaultsOf(
  base: KnowledgeBase,
  problem: PlanningTask,
  order: readonly string[],
): readonly OrderFault[] {
  const { expectedMinutes, resolvedAfter } = outcomeOf(problem, order);
  return order.flatMap((earlier, at) => {
    const { fix } = moveOf(base, earlier);
    const waits = fix.wait >= hours;
    if (!waits && fix.burdens.length === 0) return [];
    const looks = order.slice(at + 1).flatMap((later, index): OrderFault[] => {
      const other = moveOf(base, later);
      const between = order.slice(at, at + 1 + index);
      if (other.on !== undefined || !isQuick(base, other.fix) || needsOne(base, other.fix, between))
        return [];
      const swapped = [...order.slice(0, at), later, ...order.filter((id, i) => i >= at && id !== later)];
      const arrive = 1 - (resolvedAfter[at - 1] ?? 0);
      const costs = (outcomeOf(problem, swapped).expectedMinutes - expectedMinutes) / arrive;
      if (waits) return [{ kind: 'wait-before-look', earlier, later, costs }];
      const longer = handsOnOf(other.fix) - handsOnOf(fix);
      return shows(other.fix) && longer <= aboutEqual && costs <= asGood
        ? [{ kind: 'change-before-look', earlier, later, costs }]
        : [];
    });
    return looks.sort((a, b) => a.costs - b.costs).slice(0, 1);
  });
}

/** Whether a fix is there to look: it confirms a cause. */
function shows({ solves }: Fix): boolean {
  return solves.some(({ works }) => works === 'confirms');
}

/** Whether a fix is quickly done by the reader, with nothing changed, lost or waited for. */
function isQuick(base: KnowledgeBase, fix: Fix): boolean {
  return (
    fix.who === base.site.who[0]?.id &&
    fix.burdens.length === 0 &&
    fix.wait === 0 &&
    tierOf(base.site, fix.loses) === 0 &&
    handsOnOf(fix) <= shortLook
  );
}

/** Whether a fix requires one of these moves, directly or through others. */
function needsOne(base: KnowledgeBase, fix: Fix, moves: readonly string[]): boolean {
  return fix.requires.some((id) => moves.includes(id) || needsOne(base, entryOf(base.fixes, id), moves));
}
