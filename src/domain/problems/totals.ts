import { compareText } from '../values/compare.ts';
import { severityOf, type Problem, type ProblemKind, type Severity } from './problem.ts';

/** How many problems there are, in all and of each kind: warnings before errors, then the rare before the frequent. */
export interface Totals {
  readonly errors: number;
  readonly warnings: number;
  readonly files: number;
  readonly kinds: readonly {
    readonly kind: ProblemKind;
    readonly severity: Severity;
    readonly count: number;
  }[];
}

export function totalsOf(problems: readonly Problem[]): Totals {
  const kinds = [...Map.groupBy(problems, ({ kind }) => kind)].flatMap(([kind, [first, ...more]]) =>
    first ? [{ kind, severity: severityOf(first), count: more.length + 1 }] : [],
  );
  const errors = problems.filter((problem) => severityOf(problem) === 'error').length;
  return {
    errors,
    warnings: problems.length - errors,
    files: new Set(problems.map(({ place }) => place.file)).size,
    kinds: kinds.sort(
      (a, b) =>
        Number(a.severity === 'error') - Number(b.severity === 'error') ||
        a.count - b.count ||
        compareText(a.kind, b.kind),
    ),
  };
}
