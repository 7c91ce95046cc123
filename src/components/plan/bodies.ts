import type { BodyPart } from '../../domain/body-part.ts';

/** The texts of fixes, for cards that show their first steps. */
export interface Bodies {
  readonly of: (fix: string) => readonly BodyPart[];
  /** Which steps of them. */
  readonly for: {
    /** The version's id of the device that the plan is for. */
    readonly device: string | undefined;
    /** The plan is one fix, which shows all its steps. */
    readonly whole: boolean;
  };
}
