import { checkContent } from '../articles/check-content.ts';
import { contentDirOf } from '../articles/content-dir.ts';
import { severityOf } from '../domain/problems/problem.ts';
import { jsonReport } from '../reports/json.ts';
import { terminalReport } from '../reports/terminal.ts';
import { readArguments, type Command } from './command.ts';

/** `check [--json]`: every problem of the content; fails when one is an error. */
export const check: Command = async (args, { root }) => {
  const read = readArguments(args, '`check` takes `--json` or nothing.', {
    options: { json: { type: 'boolean' } },
  });
  if ('error' in read) return { code: 1, error: read.error };
  const { problems } = checkContent(contentDirOf(root));
  return {
    code: problems.some((problem) => severityOf(problem) === 'error') ? 1 : 0,
    output: read.values.json
      ? jsonReport(problems)
      : terminalReport(problems, { colour: process.stdout.isTTY === true }),
  };
};
