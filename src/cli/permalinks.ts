import { join } from 'node:path';
import { checkContent } from '../articles/check-content.ts';
import { knowledgeBaseOf } from '../articles/check/plans.ts';
import { contentDirOf, openableFile, openableFrom, type ContentDir } from '../articles/content-dir.ts';
import { fixAnchors, type FixedFile } from '../articles/permalinks/fix-anchors.ts';
import { liveSiteOf, withAnswers } from '../articles/permalinks/live-site.ts';
import type { Content } from '../articles/content.ts';
import { planFileOf, takePlansOf } from '../articles/remembered/plan-cache.ts';
import { publishedOf } from '../articles/drafts/drafts.ts';
import { formatLedger } from '../domain/permalinks/ledger.ts';
import { comparePermalinks, withFresh, type Comparison } from '../domain/permalinks/compare.ts';
import { severityOf, type Problem } from '../domain/problems/problem.ts';
import { countAddresses, freshReport } from '../reports/permalinks.ts';
import { summary, terminalReport } from '../reports/terminal.ts';
import { isoDateOf } from '../domain/values/iso-date.ts';
import { readArguments, type Command, type Outcome } from './command.ts';
import { writeWhole } from '../files/write-whole.ts';

const usage = '`permalinks` takes `--write`, `--fix`, `--check` or nothing.';
const options = { write: { type: 'boolean' }, fix: { type: 'boolean' }, check: { type: 'boolean' } } as const;

/**
 * `permalinks` shows what would change in the ledger. `--fix` writes published ids into lines whose words changed, `--write`
 * records what is new, `--check` fails when something is lost or not recorded.
 */
export const permalinks: Command = async (args, { root }) => {
  const read = readArguments(args, usage, { options });
  if ('error' in read) return { code: 1, error: read.error };
  const { values } = read;
  const dir = contentDirOf(root);
  takePlansOf(planFileOf(root, dir));
  const fixed = values.fix ? await fix(dir) : [];
  const state = await readState(dir);
  const outcome = values.write ? await write(dir, state) : show(state, values.check === true);
  const lines = [...fixed.map(fixedReport), outcome.output].filter(Boolean).join('\n\n');
  return {
    ...outcome,
    output: lines,
    code: fixed.some(({ failed }) => failed.length > 0) ? 1 : outcome.code,
  };
};

interface State {
  readonly content: Content;
  readonly comparison: Comparison;
  readonly errors: readonly Problem[];
}

async function readState(dir: ContentDir): Promise<State> {
  const { content: all, problems: found } = checkContent(dir);
  const problems = openableFrom(found, dir);
  const content = publishedOf(all);
  const base = knowledgeBaseOf(content);
  const errors = problems.filter((problem) => severityOf(problem) === 'error');
  const site = liveSiteOf(content);
  // Answers are worked out from the graph, which has to be whole.
  const complete = base && errors.length === 0 ? withAnswers(site, base, content) : site;
  return { content, errors, comparison: comparePermalinks(content.ledger?.entries ?? [], complete) };
}

async function fix(dir: ContentDir): Promise<readonly FixedFile[]> {
  const content = publishedOf(checkContent(dir).content);
  return fixAnchors(content, liveSiteOf(content));
}

async function write(dir: ContentDir, { content, comparison, errors }: State): Promise<Outcome> {
  // A missing comma is mended by writing; every entry could be read.
  const inTheWay = errors.filter(
    ({ kind, hint }) => kind !== 'bad-ledger' || !hint.includes('permalinks --write'),
  );
  if (inTheWay.length > 0)
    return { code: 1, output: report(inTheWay), error: `Nothing was recorded: ${summary(inTheWay)}` };
  const entries = withFresh(content.ledger?.entries ?? [], comparison.fresh, isoDateOf());
  writeWhole(join(dir.path, 'permalinks.json'), formatLedger(entries));
  const what =
    comparison.fresh.length > 0
      ? `${freshReport(comparison.fresh)}\nRecorded ${countAddresses(comparison.fresh)}.`
      : 'Nothing is new.';
  return {
    code: 0,
    output: `${what} ${openableFile(dir, `${dir.name}/permalinks.json`)} holds ${countAddresses(entries)}.`,
  };
}

function show({ content, comparison: { fresh }, errors }: State, strict: boolean): Outcome {
  const mine = errors.filter(
    ({ kind }) => kind === 'bad-ledger' || kind.startsWith('permalink-') || kind.startsWith('tombstone-'),
  );
  const broken = mine.length > 0 ? report(mine) : '';
  if (!content.ledger) {
    // Without a ledger nothing is promised yet. A build server must not lose all promises with one deleted file.
    const inCi = strict && Boolean(process.env['CI']);
    return {
      code: inCi || mine.length > 0 ? 1 : 0,
      output: [
        broken,
        `Nothing is published yet: ${openableFile(content.dir, `${content.dir.name}/permalinks.json`)} does not exist. \`npm run kb -- permalinks --write\` would record ${countAddresses(fresh)}.`,
      ]
        .filter(Boolean)
        .join('\n\n'),
    };
  }
  const additions =
    fresh.length > 0
      ? `Not recorded yet: ${countAddresses(fresh)}.\n${freshReport(fresh)}\nRecord them with \`npm run kb -- permalinks --write\`.`
      : '';
  const output =
    [broken, additions].filter(Boolean).join('\n\n') ||
    `All is recorded: ${countAddresses(content.ledger.entries)}.`;
  return { code: mine.length > 0 || (strict && fresh.length > 0) ? 1 : 0, output };
}

function report(problems: readonly Problem[]): string {
  return terminalReport(problems, { colour: process.stdout.isTTY === true });
}

function fixedReport({ file, written, failed }: FixedFile): string {
  return [
    file,
    ...written.map(({ from, to }) => `  \`${from}\` keeps its published id \`${to}\`.`),
    ...failed.map(
      ({ from, to }) =>
        `  \`${from}\` could not be given the id \`${to}\`: write it by hand at the end of its line.`,
    ),
  ].join('\n');
}
