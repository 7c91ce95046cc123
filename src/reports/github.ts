import { severityOf, type Problem } from '../domain/problems/problem.ts';
import { summary } from './terminal.ts';

/** Problems as commands of a GitHub workflow, which shows each beside its line; errors first, because it shows only the first ten of a step. */
export function githubReport(problems: readonly Problem[]): string {
  const lines = problems
    .toSorted((a, b) => rank(a) - rank(b))
    .map((problem) => {
      const { kind, message, hint, place } = problem;
      const properties = [
        `file=${property(place.file)}`,
        `line=${place.line}`,
        `col=${place.column}`,
        `title=${property(kind)}`,
      ];
      return `::${levels[severityOf(problem)]} ${properties.join(',')}::${data(`${message} ${hint}`)}`;
    });
  return [...lines, problems.length === 0 ? 'No problems.' : summary(problems)].join('\n');
}

const levels = { error: 'error', warning: 'warning', todo: 'notice' } as const;

function rank(problem: Problem): number {
  return Object.keys(levels).indexOf(severityOf(problem));
}

/** A text in a command: line ends and percent signs would end or change it. */
function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
