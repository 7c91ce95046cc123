import { severityOf, type Problem } from '../domain/problems/problem.ts';

/** Problems as JSON for a program: `{ "problems": [{ kind, severity, file, line, column, message, hint }] }`. */
export function jsonReport(problems: readonly Problem[]): string {
  const rows = problems.map((problem) => ({
    kind: problem.kind,
    severity: severityOf(problem),
    file: problem.place.file,
    line: problem.place.line,
    column: problem.place.column,
    message: problem.message,
    hint: problem.hint,
  }));
  return JSON.stringify({ problems: rows }, null, 2);
}
