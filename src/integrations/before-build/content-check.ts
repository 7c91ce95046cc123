import { problemsOf } from '../../articles/check-content.ts';
import { openableFrom } from '../../articles/content-dir.ts';
import { severityOf, type Problem } from '../../domain/problems/problem.ts';
import { terminalReport } from '../../reports/terminal.ts';
import type { Base, BeforeBuild } from '../steps.ts';

/** An error in the content ends a build before anything is built. */
export const contentCheck: BeforeBuild = (base, { command }) => {
  if ((command === 'build' || command === 'sync') && reportErrors(base).length > 0)
    throw new Error(
      'The content has problems, listed above. Nothing was built; the last good build is untouched.',
    );
};

/** Prints every problem of the content as it stands now, and gives those that are errors. */
export function reportErrors({ read, dir }: Pick<Base, 'read' | 'dir'>): readonly Problem[] {
  const problems = openableFrom(problemsOf(read()), dir, process.env['KB_FROM']);
  if (problems.length > 0)
    process.stderr.write(`${terminalReport(problems, { colour: process.stderr.isTTY === true })}\n`);
  return problems.filter((problem) => severityOf(problem) === 'error');
}
