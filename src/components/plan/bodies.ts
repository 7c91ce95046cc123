/** The compiled texts of fixes by their ids, for cards that show their first steps. */
export interface Bodies {
  readonly of: ReadonlyMap<string, AstroBody>;
  /** The version's id of the device that the plan is for. */
  readonly device?: string | undefined;
  /** The plan is one fix, which shows all its steps. */
  readonly whole?: boolean | undefined;
}
