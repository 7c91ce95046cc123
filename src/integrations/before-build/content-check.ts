import { problemsOf } from '../../articles/check-content.ts';
import { publishedOf } from '../../articles/drafts/drafts.ts';
import { searchableArticles } from '../../articles/read/searchable.ts';
import { openableFrom } from '../../articles/content-dir.ts';
import { severityOf, type Problem } from '../../domain/problems/problem.ts';
import { terminalReport } from '../../reports/terminal.ts';
import { faultOf } from '../run/fault.ts';
import type { Base, BeforeBuild } from '../step.ts';

/** An error in the content ends a build before anything is built. */
export const contentCheck: BeforeBuild = (base, { command }) => {
  if ((command === 'build' || command === 'sync') && reportErrors(base).length > 0)
    throw faultOf(
      'The content has problems, listed above. Nothing was built; the last good build is untouched.',
    );
  if (command !== 'build') return;
  // What the search says of the texts is found while their trees are at hand; nobody else asks for them.
  searchableArticles(publishedOf(base.read()), base.words.search.timeOf);
  base.shared.makeBodies();
};

/** Prints every problem of the content as it stands now, and gives those that are errors. */
export function reportErrors(base: Pick<Base, 'read' | 'dir'>): readonly Problem[] {
  return reportProblems(base, problemsOf(base.read()));
}

/** Prints problems that were found, and gives those that are errors. */
export function reportProblems({ dir }: Pick<Base, 'dir'>, found: readonly Problem[]): readonly Problem[] {
  const problems = openableFrom(found, dir, process.env['KB_FROM']);
  if (problems.length > 0)
    process.stderr.write(`${terminalReport(problems, { colour: process.stderr.isTTY === true })}\n`);
  return errorsIn({ dir }, found);
}

/** Those of the problems that end a build, with files that open from where the command was typed. */
export function errorsIn({ dir }: Pick<Base, 'dir'>, found: readonly Problem[]): readonly Problem[] {
  const errors = found.filter((problem) => severityOf(problem) === 'error');
  return openableFrom(errors, dir, process.env['KB_FROM']);
}
