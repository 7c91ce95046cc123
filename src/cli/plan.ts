import { readFile } from 'node:fs/promises';
import { checkContent } from '../articles/check-content.ts';
import { knowledgeBaseOf } from '../articles/check/plans.ts';
import { contentDirOf } from '../articles/content-dir.ts';
import { publishedOf } from '../articles/drafts/drafts.ts';
import { parseInstances } from '../articles/plan-input.ts';
import { closest } from '../domain/problems/closest.ts';
import { solveInstance } from '../domain/plan/instance.ts';
import { reportPlan } from '../domain/advice/report.ts';
import { severityOf } from '../domain/problems/problem.ts';
import { didYouMean, sentences } from '../domain/problems/say.ts';
import { planOverview, planTable } from '../reports/plan-table.ts';
import { terminalReport } from '../reports/terminal.ts';
import { readArguments, type Command, type Outcome } from './command.ts';

const usage =
  'Use `kb plan` for all plans at a glance, `kb plan <symptom>` for a table, or `kb plan --input FILE.json` for instances in the form of the test vectors.';

/** `plan` prints all plans at a glance, `plan <symptom>` prints a plan as a table; `plan --input FILE` solves instances and prints JSON. */
export const plan: Command = async (args, { root }) => {
  const read = readArguments(args, usage, {
    options: { input: { type: 'string' } },
    allowPositionals: true,
  });
  if ('error' in read) return { code: 1, error: read.error };
  const { values, positionals } = read;
  if (positionals.length > (values.input === undefined ? 1 : 0)) return { code: 1, error: usage };
  return values.input === undefined ? printPlan(positionals[0], root) : solveFile(values.input);
};

async function solveFile(path: string): Promise<Outcome> {
  const text = await readFile(path, 'utf8').catch(() => undefined);
  if (text === undefined) return { code: 1, error: `The file \`${path}\` cannot be read.` };
  try {
    return {
      code: 0,
      output: JSON.stringify(parseInstances(parseJson(path, text)).map(solveInstance), null, 1),
    };
  } catch (error) {
    return { code: 1, error: error instanceof Error ? error.message : String(error) };
  }
}

function parseJson(path: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(
      `\`${path}\` is not valid JSON: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

async function printPlan(id: string | undefined, root: string): Promise<Outcome> {
  const { content, problems } = checkContent(contentDirOf(root));
  const errors = problems.filter((problem) => severityOf(problem) === 'error');
  const base = errors.length > 0 ? undefined : knowledgeBaseOf(publishedOf(content));
  if (!base)
    return {
      code: 1,
      error: `${terminalReport(errors, { colour: false })}\nA plan needs content without errors.`,
    };
  if (id === undefined)
    return {
      code: 0,
      output: planOverview([...base.symptoms.values()].map((symptom) => reportPlan(base, symptom))),
    };
  const symptom = base.symptoms.get(id);
  if (!symptom) {
    const meant = closest(id, base.symptoms.keys());
    return {
      code: 1,
      error: sentences(
        `No symptom has the id \`${id}\`.`,
        didYouMean(meant),
        `Symptoms: ${[...base.symptoms.keys()].join(', ')}.`,
      ),
    };
  }
  return { code: 0, output: planTable(reportPlan(base, symptom)) };
}
