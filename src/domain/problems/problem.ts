import { compareText } from '../values/compare.ts';
import { catalogue, type ProblemKind, type Severity } from './catalogue.ts';

/** A spot in a source file; `file` is relative to the knowledge base's parent, `line` and `column` count from 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** The offending source line, trimmed; shown with the message. */
  readonly text?: string | undefined;
}

/** One defect of the content. `message`: what is wrong and why. `hint`: the one action that mends it. */
export interface Problem {
  readonly kind: ProblemKind;
  readonly place: Place;
  readonly message: string;
  readonly hint: string;
}

export function severityOf(problem: Problem): Severity {
  return catalogue[problem.kind].severity;
}

/** Order of a report: by file, line, column, then kind; total and stable. */
export function compareProblems(a: Problem, b: Problem): number {
  return (
    compareText(a.place.file, b.place.file) ||
    a.place.line - b.place.line ||
    a.place.column - b.place.column ||
    compareText(a.kind, b.kind) ||
    compareText(a.message, b.message)
  );
}
