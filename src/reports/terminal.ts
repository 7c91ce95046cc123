import { styleText } from 'node:util';
import { severityOf, type Problem, type Severity } from '../domain/problems/problem.ts';

type Paint = (style: Parameters<typeof styleText>[0], text: string) => string;

/** Problems as text for a person: grouped by file, each with line, offending text, remedy, kind and exact place, then one summary. */
export function terminalReport(problems: readonly Problem[], options: { readonly colour: boolean }): string {
  if (problems.length === 0) return 'No problems.';
  const paint: Paint = (style, text) =>
    options.colour ? styleText(style, text, { validateStream: false }) : text;
  const blocks = [...groupByFile(problems)].map(([file, group]) => {
    const width = Math.max(...group.map(({ place }) => String(place.line).length));
    return [paint('bold', visible(file)), ...group.map((problem) => entry(problem, width, paint))].join('\n');
  });
  return `${blocks.join('\n\n')}\n\n${summary(problems)}`;
}

/** One sentence: how many errors, warnings and things to decide in how many files. */
export function summary(problems: readonly Problem[]): string {
  const of = (severity: Severity): number =>
    problems.filter((problem) => severityOf(problem) === severity).length;
  const [errors, warnings, todos] = [of('error'), of('warning'), of('todo')];
  const files = new Set(problems.map(({ place }) => place.file)).size;
  const parts = [
    errors > 0 && count(errors, 'problem'),
    warnings > 0 && count(warnings, 'warning'),
    todos > 0 && `${count(todos, 'thing')} to decide in drafts`,
  ].filter((part) => part !== false);
  const last = parts.pop() ?? '';
  return `${parts.length > 0 ? `${parts.join(', ')} and ${last}` : last} in ${count(files, 'file')}.`;
}

const colours = { error: 'red', warning: 'yellow', todo: 'cyan' } as const;

function entry(problem: Problem, width: number, paint: Paint): string {
  const { place, message, hint, kind } = problem;
  const number = `  ${String(place.line).padStart(width)} | `;
  const blank = `  ${' '.repeat(width)} | `;
  const severity = severityOf(problem);
  const label = paint(colours[severity], severity === 'warning' ? `warning ${kind}` : kind);
  const words = `${visible(message)} ${paint('green', visible(hint))}    ${label} (${place.line}:${place.column})`;
  return place.text
    ? `${number}${paint('dim', clip(visible(place.text)))}\n${blank}${words}`
    : `${number}${words}`;
}

/** Control characters of a broken file must not move the cursor of the reader's terminal. */
function visible(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/g, '�');
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
