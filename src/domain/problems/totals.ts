import { compareText } from '../values/compare.ts';
import type { ProblemKind, Severity } from './catalogue.ts';
import { severityOf, type Problem } from './problem.ts';

/** How many problems there are, in all and of each kind: things to decide, then warnings, then errors; of each the rare before the frequent. */
export interface Totals {
  readonly errors: number;
  readonly warnings: number;
  readonly todos: number;
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
  const of = (severity: Severity): number =>
    problems.filter((problem) => severityOf(problem) === severity).length;
  return {
    errors: of('error'),
    warnings: of('warning'),
    todos: of('todo'),
    files: new Set(problems.map(({ place }) => place.file)).size,
    kinds: kinds.sort(
      (a, b) =>
        severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
        a.count - b.count ||
        compareText(a.kind, b.kind),
    ),
  };
}

const severities: readonly Severity[] = ['todo', 'warning', 'error'];
