import { join } from 'node:path';
import { problemsOf } from '../articles/check-content.ts';
import { buildCacheOf, calledFrom, contentDirOf, openableFrom } from '../articles/content-dir.ts';
import { readContent } from '../articles/read/content.ts';
import { articleCache } from '../articles/remembered/article-cache.ts';
import { clearHeap } from '../articles/remembered/small-heap.ts';
import { closest } from '../domain/problems/closest.ts';
import { firstOfEachKind } from '../domain/problems/repeated.ts';
import { catalogue } from '../domain/problems/catalogue.ts';
import { severityOf, type Problem } from '../domain/problems/problem.ts';
import { didYouMean, listOf, sentences } from '../domain/problems/say.ts';
import { githubReport } from '../reports/github.ts';
import { jsonReport } from '../reports/json.ts';
import { sarifReport } from '../reports/sarif.ts';
import { terminalReport } from '../reports/terminal.ts';
import { readArguments, type Command } from './command.ts';

const usage =
  '`check` takes `--kind KIND` (several times), `--errors`, `--max N` (or `all`) and `--format terminal`, `json`, `github` or `sarif` (`--json` for short).';

interface Wanted {
  readonly kinds: readonly string[];
  readonly errors: boolean;
  /** How many of each kind; undefined where nobody said so. */
  readonly most: number | undefined;
  readonly format: string;
}

/** `check`: every problem of the content, or those that are asked for. The code is 1 where the content has an error, whether or not it is among those. */
export const check: Command = async (args, { root }) => {
  const wanted = wantedOf(args);
  if ('error' in wanted) return { code: 1, error: wanted.error };
  const dir = contentDirOf(root);
  // A host of code knows no files outside of its own: there, files are named by the knowledge base alone.
  const isOutside = /^(?:\.\.|[\\/]|[a-z]:)/i.test(calledFrom(dir));
  const cache = articleCache(join(buildCacheOf(root, dir), 'articles'));
  const content = readContent(dir);
  // Where all was remembered, there is little to give back.
  clearHeap(cache.missed(), 'once');
  const found = problemsOf(content);
  cache.keep();
  const problems = wanted.format === 'github' && isOutside ? found : openableFrom(found, dir);
  const code = problems.some((problem) => severityOf(problem) === 'error') ? 1 : 0;
  const chosen = problems.filter(
    (problem) =>
      (wanted.kinds.length === 0 || wanted.kinds.includes(problem.kind)) &&
      (!wanted.errors || severityOf(problem) === 'error'),
  );
  return {
    code,
    output: [
      reports[wanted.format]?.(chosen, wanted.most, problems.length - chosen.length) ?? '',
      ...(wanted.format === 'terminal' ? [`Checked the knowledge base in \`${calledFrom(dir)}\`.`] : []),
    ].join('\n'),
  };
};

const reports: Readonly<
  Record<string, (chosen: readonly Problem[], most: number | undefined, others: number) => string>
> = {
  terminal: (chosen, most, others) =>
    [
      terminalReport(chosen, {
        colour: process.stdout.isTTY === true,
        ...(most === undefined ? {} : { most }),
      }),
      ...(others > 0 ? [`Not asked for: ${others} more.`] : []),
    ].join('\n'),
  json: (chosen, most) => jsonReport(first(chosen, most), chosen),
  github: (chosen, most) => githubReport(first(chosen, most)),
  sarif: (chosen, most) => sarifReport(first(chosen, most)),
};

function first(problems: readonly Problem[], most = Infinity): readonly Problem[] {
  return firstOfEachKind(problems, ({ kind }) => kind, most);
}

function wantedOf(args: readonly string[]): Wanted | { readonly error: string } {
  const read = readArguments(args, usage, {
    options: {
      json: { type: 'boolean' },
      errors: { type: 'boolean' },
      format: { type: 'string' },
      kind: { type: 'string', multiple: true },
      max: { type: 'string' },
    },
  });
  if ('error' in read) return read;
  const { json = false, errors = false, format = json ? 'json' : 'terminal', kind = [], max } = read.values;
  if (!Object.hasOwn(reports, format) || (json && format !== 'json'))
    return { error: `There is no format \`${format}\`${json ? ' beside `--json`' : ''}. ${usage}` };
  const kinds = kind.flatMap((one) => one.split(',')).filter(Boolean);
  const unknown = kinds.find((one) => !Object.hasOwn(catalogue, one));
  if (unknown !== undefined) return { error: unknownKind(unknown) };
  if (max !== undefined && max !== 'all' && !/^\d+$/.test(max))
    return { error: `\`--max\` takes a whole number or \`all\`, and \`${max}\` is neither.` };
  return {
    kinds,
    errors,
    format,
    most: max === undefined ? undefined : max === 'all' ? Infinity : Number(max),
  };
}

function unknownKind(kind: string): string {
  const meant = closest(kind, Object.keys(catalogue));
  return sentences(
    `There is no kind of problem \`${kind}\`.`,
    didYouMean(meant) ?? `There are: ${listOf(Object.keys(catalogue))}.`,
  );
}
