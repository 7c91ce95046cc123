import type { Cause, Fix, Works } from '../knowledge/article.ts';
import { entryOf, type KnowledgeBase } from '../knowledge/knowledge-base.ts';
import { planOf } from '../plan/plan.ts';
import { moveIdOf, moveOf, type Move } from './move.ts';
import { taskOfCause } from './planning-task.ts';

/** The fixes of one cause, in the order to try them, and what only gets round it. */
export interface CausePlan {
  readonly cause: Cause;
  readonly fixes: readonly (Move & {
    readonly works: Works;
    readonly because?: string | undefined;
  })[];
  readonly workarounds: readonly { readonly fix: Fix; readonly because?: string | undefined }[];
}

/** The fixes of a cause in the order of a plan for that cause alone. */
export function planCause(base: KnowledgeBase, cause: Cause): CausePlan {
  const edges = base.fixesOf.get(cause.id) ?? [];
  const plan = planOf(taskOfCause(base, cause));
  return {
    cause,
    fixes: [...plan.order, ...plan.rest].map((id) => {
      const move = moveOf(base, id);
      const edge = edges.find(
        ({ fix, works, on }) =>
          fix === move.fix.id && works !== 'workaround' && moveIdOf(move.fix, on) === id,
      );
      return { ...move, works: edge?.works ?? 'sometimes', because: edge?.because };
    }),
    workarounds: edges
      .filter(({ works }) => works === 'workaround')
      .map(({ fix, because }) => ({ fix: entryOf(base.fixes, fix), because })),
  };
}
