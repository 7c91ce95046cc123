import type { Answer, Question } from './article.ts';
import type { Weight } from './likelihood.ts';

/** One answer of a first question; `likely` gives P(answer | symptom) per symptom id. */
export interface StartAnswer extends Answer {
  readonly picture?: string | undefined;
}

export interface StartQuestion extends Question {
  readonly answers: readonly StartAnswer[];
}

/** `start.yaml`: the first questions, for a reader who does not know what they see. */
export interface Start {
  readonly title: string;
  readonly text?: string | undefined;
  /** How often readers come with each symptom, in relation to the others; "sometimes" where nothing is said. */
  readonly common: Readonly<Record<string, Weight>>;
  readonly questions: readonly StartQuestion[];
}
