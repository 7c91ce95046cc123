import { readFile } from 'node:fs/promises';
import { parseInstances } from '../../articles/plan-input.ts';
import { closest } from '../../domain/problems/closest.ts';
import { solveInstance } from '../../domain/plan/instance.ts';
import { reportPlan } from '../../domain/advice/report.ts';
import { didYouMean, sentences } from '../../domain/problems/say.ts';
import { regretsAt } from '../../domain/owners/regret.ts';
import { meanFigures, pairFiguresOf, similarPairsOf } from '../../domain/entry/pair-figures.ts';
import type { KnowledgeBase } from '../../domain/knowledge/knowledge-base.ts';
import { decidingLines } from '../../reports/values.ts';
import { loadBase } from './load-base.ts';
import { planOverview, planTable } from '../../reports/plan-table.ts';
import { readArguments, type Command, type Outcome } from '../command.ts';

const usage =
  'Use `kb plan` for all plans at a glance, `kb plan <symptom>` for a table, `kb plan --pairs` for what it costs not to know which of two similar symptoms one sees, or `kb plan --input FILE.json` for instances in the form of the test vectors.';

/** `plan` prints all plans at a glance, `plan <symptom>` prints a plan as a table; `plan --input FILE` solves instances and prints JSON. */
export const plan: Command = async (args, { root }) => {
  const read = readArguments(args, usage, {
    options: { input: { type: 'string' }, pairs: { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  if ('error' in read) return { code: 1, error: read.error };
  const { values, positionals } = read;
  const alone = values.input !== undefined || values.pairs;
  if (positionals.length > (alone ? 0 : 1) || (values.pairs && values.input !== undefined))
    return { code: 1, error: usage };
  if (values.pairs) return printPairs(root);
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

function printPlan(id: string | undefined, root: string): Outcome {
  const loaded = loadBase(root);
  if ('error' in loaded) return { code: 1, error: loaded.error };
  const { base } = loaded;
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
  return {
    code: 0,
    output: `${planTable(reportPlan(base, symptom))}\n\n${decidingLines(regretsAt(base, symptom.id))}`,
  };
}

/** The four figures of not knowing which of two similar symptoms one sees, over all pairs that an author names. */
function printPairs(root: string): Outcome {
  const loaded = loadBase(root);
  return 'error' in loaded ? { code: 1, error: loaded.error } : { code: 0, output: pairLines(loaded.base) };
}

function pairLines(base: KnowledgeBase): string {
  const pairs = similarPairsOf(base);
  if (pairs.length === 0) return 'No symptom names one that looks `similar`.';
  const { random, better, joint, certain } = meanFigures(
    pairs.map((pair) => pairFiguresOf(base, pair, 'quick')),
  );
  const line = (words: string, minutes: number): string =>
    `${words.padEnd(44)} ${minutes.toFixed(1).padStart(5)}`;
  return [
    `Expected minutes of a reader who sees either of two similar symptoms (${pairs.length} pairs, plans without questions):`,
    line('the page of one of them, at random', random),
    line('the better page of the two', better),
    line('one joint plan for both', joint),
    line('the page of the right one', certain),
  ].join('\n');
}
