import { checkContent } from '../articles/check-content.ts';
import { contentDirOf } from '../articles/content-dir.ts';
import { severityOf } from '../domain/problems/problem.ts';
import { jsonReport } from '../reports/json.ts';
import { terminalReport } from '../reports/terminal.ts';
import type { Command } from './main.ts';

/** `check [--json]`: every problem of the content; fails when one is an error. */
export const check: Command = async (args, { root }) => {
  const unknown = args.find((arg) => arg !== '--json');
  if (unknown)
    return { code: 1, error: `\`check\` does not know \`${unknown}\`. It takes \`--json\` or nothing.` };
  const { problems } = checkContent(contentDirOf(root));
  const code = problems.some((problem) => severityOf(problem) === 'error') ? 1 : 0;
  return {
    code,
    output: args.includes('--json')
      ? jsonReport(problems)
      : terminalReport(problems, { colour: process.stdout.isTTY === true }),
  };
};
