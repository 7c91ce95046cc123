import { writeFile } from 'node:fs/promises';
import { existsSync, statSync } from 'node:fs';
import { contentDirOf } from '../../articles/content-dir.ts';
import { htmlReport } from '../../importer/report/html.ts';
import { reportOf } from '../../importer/report/report.ts';
import { planText, runText, textReport } from '../../importer/report/text.ts';
import { planImport, runImport } from '../../importer/run.ts';
import { readArguments, type Command, type Outcome } from '../command.ts';

const usage =
  '`import plan FOLDER [--base-url URL]` writes import.yaml, `import run` carries it out, `import report [--json | --html FILE]` tells what it gives.';

/** `import plan FOLDER`, `import run` and `import report`: brings the articles of an old site in as drafts. */
export const importArticles: Command = async (args, { root }) => {
  const [task, ...rest] = args;
  const content = contentDirOf(root).path;
  if (task === 'plan') return plan(content, rest);
  if (task === 'run' && rest.length === 0) return run(content);
  if (task === 'report') return report(content, rest);
  return { code: 1, error: usage };
};

function plan(content: string, args: readonly string[]): Outcome {
  const read = readArguments(args, usage, {
    options: { 'base-url': { type: 'string' } },
    allowPositionals: true,
  });
  if ('error' in read) return { code: 1, error: read.error };
  const { values, positionals } = read;
  const [folder, ...more] = positionals;
  if (folder === undefined || more.length > 0) return { code: 1, error: usage };
  if (!existsSync(folder) || !statSync(folder).isDirectory())
    return { code: 1, error: `There is no folder \`${folder}\`.` };
  const url = values['base-url'];
  if (url !== undefined && !/^https?:\/\/[^/]/.test(url))
    return { code: 1, error: `\`${url}\` is no address like \`https://example.org/docs\`.` };
  const outcome = planImport(content, folder, url);
  if (outcome.errors.length > 0) return { code: 1, error: outcome.errors.join('\n') };
  return { code: 0, output: planText(outcome) };
}

function run(content: string): Outcome {
  const outcome = runImport(content, false);
  return 'errors' in outcome
    ? { code: 1, error: outcome.errors.join('\n') }
    : { code: 0, output: runText(outcome, reportOf(outcome.made)) };
}

async function report(content: string, args: readonly string[]): Promise<Outcome> {
  const read = readArguments(args, usage, {
    options: { json: { type: 'boolean', default: false }, html: { type: 'string' } },
  });
  if ('error' in read) return { code: 1, error: read.error };
  const { values } = read;
  const outcome = runImport(content, true);
  if ('errors' in outcome) return { code: 1, error: outcome.errors.join('\n') };
  const made = reportOf(outcome.made);
  if (values.html !== undefined) {
    await writeFile(values.html, htmlReport(made));
    return { code: 0, output: `Wrote ${values.html}.` };
  }
  return { code: 0, output: values.json ? JSON.stringify(made, null, 1) : textReport(made) };
}
