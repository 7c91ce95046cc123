import { styleText } from 'node:util';
import { severityOf, type Problem } from '../domain/problem.ts';

/** Problems as text for a person: grouped by file, each with line, offending text, remedy and kind, then one summary. */
export function terminalReport(problems: readonly Problem[], options: { readonly colour: boolean }): string {
  if (problems.length === 0) return 'No problems.';
  const paint = (style: Parameters<typeof styleText>[0], text: string): string => (options.colour ? styleText(style, text) : text);
  const blocks = [...groupByFile(problems)].map(([file, group]) => {
    const width = Math.max(...group.map(({ place }) => String(place.line).length));
    return [paint('bold', file), ...group.flatMap((problem) => lines(problem, width, paint))].join('\n');
  });
  return `${blocks.join('\n\n')}\n\n${summary(problems)}`;
}

/** One sentence: how many errors and warnings in how many files. */
export function summary(problems: readonly Problem[]): string {
  const warnings = problems.filter((problem) => severityOf(problem) === 'warning').length;
  const errors = problems.length - warnings;
  const files = new Set(problems.map(({ place }) => place.file)).size;
  const parts = [errors > 0 && count(errors, 'problem'), warnings > 0 && count(warnings, 'warning')].filter(Boolean);
  return `${parts.join(' and ')} in ${count(files, 'file')}.`;
}

function lines(problem: Problem, width: number, paint: (style: Parameters<typeof styleText>[0], text: string) => string): readonly string[] {
  const { place, message, hint, kind } = problem;
  const gutter = `  ${' '.repeat(width)} | `;
  const warning = severityOf(problem) === 'warning';
  const label = paint(warning ? 'yellow' : 'red', warning ? `warning ${kind}` : kind);
  return [
    `  ${String(place.line).padStart(width)} | ${paint('dim', place.text ? clip(place.text) : '')}`.trimEnd(),
    `${gutter}${message} ${paint('green', hint)}    ${label} (${place.line}:${place.column})`,
  ];
}

function clip(text: string): string {
  return text.length > 100 ? `${text.slice(0, 99)}…` : text;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

function groupByFile(problems: readonly Problem[]): ReadonlyMap<string, readonly Problem[]> {
  return Map.groupBy(problems, ({ place }) => place.file);
}
