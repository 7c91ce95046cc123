import type { SymptomPlan } from './symptom-plan.ts';

/** An answer already given, and the way back to before it. */
export interface GivenAnswer {
  readonly question: string;
  readonly answer: string;
  readonly title: string;
  readonly label: string;
  readonly back: string;
}

/** The next question that pays, with a link for each answer. */
export interface NextQuestion {
  readonly id: string;
  readonly title: string;
  readonly help?: string | undefined;
  /** Minutes it takes to answer. */
  readonly minutes: number;
  readonly answers: readonly {
    readonly id: string;
    readonly label: string;
    readonly href: string;
    readonly picture?: string | undefined;
  }[];
}

/** One static page of a symptom: the plan after the answers given so far, and the question to ask next. */
export interface SymptomView {
  readonly plan: SymptomPlan;
  readonly answers: readonly GivenAnswer[];
  readonly ask?: NextQuestion | undefined;
}
