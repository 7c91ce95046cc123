import { execFileSync, type ExecFileSyncOptionsWithStringEncoding } from 'node:child_process';
import { statSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { checkContent } from '../../articles/check-content.ts';
import { knowledgeBaseOf } from '../../articles/check/plans.ts';
import { contentDirOf, openableFrom } from '../../articles/content-dir.ts';
import type { ArticleFile } from '../../articles/content.ts';
import { publishedOf } from '../../articles/drafts/drafts.ts';
import { ownersReport } from '../../articles/owners/report.ts';
import { severityOf } from '../../domain/problems/problem.ts';
import { isoDateOf } from '../../domain/values/iso-date.ts';
import { ownersPage, ownersText } from '../../reports/owners.ts';
import { terminalReport } from '../../reports/terminal.ts';
import { readArguments, type Command } from '../command.ts';

const usage = 'Use `kb report`, `kb report --json`, or `kb report --html [FILE]`.';

/** `report [--json | --html [FILE]]`: what to mend, sorted by how many readers it can hurt. */
export const report: Command = async (args, { root }) => {
  const read = readArguments(args, usage, {
    options: { json: { type: 'boolean', default: false }, html: { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  if ('error' in read) return { code: 1, error: read.error };
  const { json, html } = read.values;
  const [file = '.cache/report.html', ...more] = read.positionals;
  if (more.length > 0 || (json && html) || (!html && read.positionals.length > 0))
    return { code: 1, error: usage };
  const dir = contentDirOf(root);
  const { content, problems } = checkContent(dir);
  const errors = problems.filter((problem) => severityOf(problem) === 'error');
  const all = errors.length > 0 ? undefined : knowledgeBaseOf(content);
  const finished = errors.length > 0 ? undefined : knowledgeBaseOf(publishedOf(content));
  if (!all || !finished)
    return {
      code: 1,
      error: `${terminalReport(openableFrom(errors, dir), { colour: false })}\nA report needs content without errors.`,
    };
  const since = firstDays(dir.path);
  const findings = ownersReport({ content, finished, all, problems, since, today: isoDateOf() });
  if (json) return { code: 0, output: JSON.stringify(findings, null, 1) };
  if (!html) return { code: 0, output: ownersText(findings) };
  await mkdir(dirname(resolve(root, file)), { recursive: true });
  await writeFile(resolve(root, file), ownersPage(findings, finished.site.title));
  return { code: 0, output: `Wrote ${file} with ${findings.length} findings.` };
};

/** The day on which each file was first committed; for one that is not, the day on which it was last written. */
function firstDays(folder: string): (file: ArticleFile) => string | undefined {
  const days = new Map<string, string>();
  try {
    const options: ExecFileSyncOptionsWithStringEncoding = {
      cwd: folder,
      encoding: 'utf8',
      maxBuffer: 1 << 26,
      stdio: ['ignore', 'pipe', 'ignore'],
    };
    const log = execFileSync(
      'git',
      ['log', '--diff-filter=A', '--format=day %as', '--name-only', '--relative', '--', '.'],
      options,
    );
    let day = '';
    for (const line of log.split('\n'))
      if (line.startsWith('day ')) day = line.slice('day '.length);
      else if (line !== '') days.set(line, day);
  } catch {
    // Without git or a repository the files' own days must do.
  }
  return ({ path }) =>
    days.get(path.slice(folder.length + 1).replaceAll('\\', '/')) ?? isoDateOf(statSync(path).mtime);
}
