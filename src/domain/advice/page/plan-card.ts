import type { Cause } from '../../knowledge/article.ts';
import type { PlanEntry } from '../symptom-plan.ts';

/** All that the card of a fix says, wherever it stands in the same way. */
export interface PlanCard extends Pick<PlanEntry, 'id' | 'fix' | 'on' | 'title' | 'place'> {
  /** Above the stop line. */
  readonly above?: {
    readonly cost: number;
    readonly test: number;
    /** The cause that the fix helps with first, and how many others it helps with. */
    readonly helps?: Cause | undefined;
    readonly others: number;
    readonly tally?: PlanEntry['tally'];
  };
  /** The one to begin with, and the id of the card after it. */
  readonly first?: { readonly next?: string | undefined };
  /** It stands in the card of its batch. */
  readonly within: boolean;
}

/** How a card stands in its plan. */
export interface CardPlace {
  /** Above the stop line. */
  readonly above: boolean;
  /** The one to begin with. */
  readonly first: boolean;
  /** In the card of its batch. */
  readonly within: boolean;
  /** The id of the card after it. */
  readonly next: string | undefined;
}

/** The cards of an entry, which stands in many plans, by its place in them. */
const cards = new WeakMap<PlanEntry, Map<string, PlanCard>>();

/** The card of an entry of a plan, which says less than is known: so many plans have the same one. Equal ones of one entry are one object. */
export function planCardOf(entry: PlanEntry, place: CardPlace): PlanCard {
  const known = cards.get(entry) ?? new Map<string, PlanCard>();
  cards.set(entry, known);
  const { above, first, within, next } = place;
  const key = [above, within, first, first ? next : undefined].join(' ');
  const card = known.get(key) ?? cardAt(entry, place);
  known.set(key, card);
  return card;
}

function cardAt(entry: PlanEntry, { above, first, within, next }: CardPlace): PlanCard {
  const { id, fix, on, title, place, cost, test, reasons, tally } = entry;
  const [reason, ...others] = reasons;
  return {
    ...{ id, fix, on, title, place, within },
    ...(above ? { above: { cost, test, helps: reason?.cause, others: others.length, tally } } : {}),
    ...(first ? { first: { next } } : {}),
  };
}
