/** What `TriedPlan.astro` hands over. */
export interface TriedPlanPage {
  readonly symptom: string;
  readonly title: string;
  readonly answers: readonly string[];
  /** The device that the plan is for, if it is for one. */
  readonly device?: string | undefined;
}

/** What `Outcome.astro` hands over. */
export interface OutcomePage {
  readonly fix: string;
  /** Where the answer is sent, if the owner of the site wants it. */
  readonly endpoint?: string | undefined;
  /** Whether all that was tried is sent there instead, and how often it is the truth. */
  readonly truth?: number | undefined;
  /** A mail address with a subject that lacks only the answer, if the owner of the site wants it. */
  readonly mail?: string | undefined;
  readonly words: OutcomeWords;
}

export interface OutcomeWords {
  readonly place: string;
  readonly placeOutside: string;
  readonly fromCause: string;
  readonly otherFixes: string;
  readonly noNext: string;
  readonly noStop: string;
  readonly next: string;
  readonly stop: string;
  readonly worked: string;
  readonly together: string;
}
