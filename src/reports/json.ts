import { severityOf, type Problem } from '../domain/problems/problem.ts';
import { totalsOf, type Totals } from '../domain/problems/totals.ts';

/**
 * Problems as JSON for a program: `{ "problems": [{ kind, severity, file, line, column, message, hint }], "totals": { errors, warnings, todos, files, kinds } }`.
 * `totals.kinds` counts by kind; the totals are those of `all`, where only a part of it is listed.
 */
export function jsonReport(problems: readonly Problem[], all: readonly Problem[] = problems): string {
  const rows = problems.map((problem) => ({
    kind: problem.kind,
    severity: severityOf(problem),
    file: problem.place.file,
    line: problem.place.line,
    column: problem.place.column,
    message: problem.message,
    hint: problem.hint,
  }));
  return JSON.stringify({ problems: rows, totals: countsOf(totalsOf(all)) }, null, 2);
}

function countsOf({ errors, warnings, todos, files, kinds }: Totals) {
  return {
    errors,
    warnings,
    todos,
    files,
    kinds: Object.fromEntries(kinds.toReversed().map(({ kind, count }) => [kind, count])),
  };
}
