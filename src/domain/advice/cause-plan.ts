import type { Cause, Fix, Works } from '../knowledge/article.ts';
import type { Move } from './move.ts';

/** The fixes of one cause, in the order to try them, and what only gets round it. */
export interface CausePlan {
  readonly cause: Cause;
  readonly fixes: readonly (Move & {
    readonly works: Works;
    readonly because?: string | undefined;
  })[];
  readonly workarounds: readonly { readonly fix: Fix; readonly because?: string | undefined }[];
}
