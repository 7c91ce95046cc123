import type { Fix } from '../knowledge/article.ts';
import { entryOf, type KnowledgeBase } from '../knowledge/knowledge-base.ts';

/** One way to do a fix: on the device that the article speaks of, or on somebody else's, who has to be asked. */
export interface Move {
  readonly fix: Fix;
  /** Whose device it is done on, where that is not the fix's own `who`. */
  readonly on?: string | undefined;
  /** The order, as the reader gives or follows it. */
  readonly title: string;
}

/** The id of a move in a plan: the fix's own, or `fix--who` (an id never holds two hyphens in a row). */
export function moveIdOf(fix: Pick<Fix, 'id' | 'who'>, on: string | undefined): string {
  return on === undefined || on === fix.who ? fix.id : `${fix.id}--${on}`;
}

/** The move that an id of a plan stands for. */
export function moveOf(base: KnowledgeBase, id: string): Move {
  const [name = '', on] = id.split('--');
  const fix = entryOf(base.fixes, name);
  const edge = on === undefined ? undefined : fix.solves.find((solution) => solution.on === on);
  return { fix, on, title: edge?.ask ?? fix.title };
}
