import { styleText } from 'node:util';
import { entriesOf, firstOfEachKind, type Entry } from '../domain/problems/repeated.ts';
import type { ProblemKind, Severity } from '../domain/problems/catalogue.ts';
import { severityOf, type Problem } from '../domain/problems/problem.ts';
import { totalsOf } from '../domain/problems/totals.ts';

type Paint = (style: Parameters<typeof styleText>[0], text: string) => string;

/** How many entries of each kind a report shows by itself. */
export const usualMost = 20;

/**
 * Problems as text for a person: things to decide, then warnings, then errors, so that the errors stand last, where they are seen; each grouped by file, with line,
 * offending text, remedy, kind and exact place. What is wrong in the same way in many places is one line with a count. Of each kind the first
 * `most` entries are shown; totals by kind and one summary end it.
 */
export function terminalReport(
  problems: readonly Problem[],
  { colour, most = usualMost }: { readonly colour: boolean; readonly most?: number },
): string {
  if (problems.length === 0) return 'No problems.';
  const paint: Paint = (style, text) => (colour ? styleText(style, text, { validateStream: false }) : text);
  const shown = (['todo', 'warning', 'error'] as const).map((severity) =>
    firstOfEachKind(entriesOf(problems, severity), ({ problem }) => problem.kind, most),
  );
  return [
    ...shown.flatMap((entries) => blocksOf(entries, paint)),
    ...totalsBlock(problems, shown.flat(), paint),
    summary(problems),
  ].join('\n\n');
}

/** One sentence: how many errors, warnings and things to decide in how many files. */
export function summary(problems: readonly Problem[]): string {
  const { errors, warnings, todos, files } = totalsOf(problems);
  const parts = [
    errors > 0 && count(errors, 'problem'),
    warnings > 0 && count(warnings, 'warning'),
    todos > 0 && `${count(todos, 'thing')} to decide in drafts`,
  ].filter((part) => part !== false);
  const last = parts.pop() ?? '';
  return `${parts.length > 0 ? `${parts.join(', ')} and ${last}` : last} in ${count(files, 'file')}.`;
}

function blocksOf(entries: readonly Entry[], paint: Paint): readonly string[] {
  const repeated = entries.filter(({ also }) => also.length > 0);
  const single = entries.filter(({ also }) => also.length === 0).map(({ problem }) => problem);
  const blocks = [...Map.groupBy(single, ({ place }) => place.file)].map(([file, group]) => {
    const width = Math.max(...group.map(({ place }) => String(place.line).length));
    return [paint('bold', visible(file)), ...group.map((problem) => entry(problem, width, paint))].join('\n');
  });
  return repeated.length > 0 ? [repeatedBlock(repeated, paint), ...blocks] : blocks;
}

function repeatedBlock(entries: readonly Entry[], paint: Paint): string {
  const width = Math.max(...entries.map(({ also }) => String(also.length + 1).length));
  const rows = entries.map(({ problem, also }) => {
    const files = new Set([problem, ...also].map(({ place }) => place.file)).size;
    const { file, line, column } = problem.place;
    const where = `${files > 1 ? `${files} files, first ` : ''}${visible(file)}:${line}:${column}`;
    return `  ${String(also.length + 1).padStart(width)} × | ${words(problem, paint)} (${where})`;
  });
  return [paint('bold', 'The same in many places'), ...rows].join('\n');
}

function entry(problem: Problem, width: number, paint: Paint): string {
  const { line, column, text } = problem.place;
  const number = `  ${String(line).padStart(width)} | `;
  const blank = `  ${' '.repeat(width)} | `;
  const told = `${words(problem, paint)} (${line}:${column})`;
  return text ? `${number}${paint('dim', clip(visible(text)))}\n${blank}${told}` : `${number}${told}`;
}

function words(problem: Problem, paint: Paint): string {
  const { message, hint, kind } = problem;
  return `${visible(message)} ${paint('green', visible(hint))}    ${labelOf(kind, severityOf(problem), paint)}`;
}

const colours = { error: 'red', warning: 'yellow', todo: 'cyan' } as const;

function labelOf(kind: ProblemKind, severity: Severity, paint: Paint): string {
  return paint(colours[severity], severity === 'warning' ? `warning ${kind}` : kind);
}

/** What a report of a few lines says by itself needs no totals. */
function totalsBlock(problems: readonly Problem[], shown: readonly Entry[], paint: Paint): readonly string[] {
  const { kinds } = totalsOf(problems);
  if (kinds.length < 2 && problems.length < 10) return [];
  const width = Math.max(...kinds.map(({ count: number }) => String(number).length));
  const left: ProblemKind[] = [];
  const rows = kinds.map(({ kind, severity, count: number }) => {
    const told = shown.filter(({ problem }) => problem.kind === kind);
    const hidden = number - told.reduce((sum, { also }) => sum + also.length + 1, 0);
    if (hidden > 0) left.push(kind);
    return `  ${String(number).padStart(width)} ${labelOf(kind, severity, paint)}${hidden > 0 ? `, ${hidden} of them not shown` : ''}`;
  });
  const more =
    left.length > 0 ? [`\`npm run -s check -- --kind ${left.at(-1)} --max all\` shows all of one kind.`] : [];
  return [[paint('bold', 'Totals'), ...rows, ...more].join('\n')];
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
