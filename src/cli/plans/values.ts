import { readFile } from 'node:fs/promises';
import { parse, stringify } from 'yaml';
import type { Content } from '../../articles/content.ts';
import { editValues } from '../../articles/values/edit-values.ts';
import { reportPlan } from '../../domain/advice/report.ts';
import type { KnowledgeBase } from '../../domain/knowledge/knowledge-base.ts';
import { regretsOf } from '../../domain/owners/regret.ts';
import { questionOf, readSheet, type Change, type SheetEntry } from '../../domain/owners/sheet.ts';
import { symptomsWith, valueIdOf, withValues } from '../../domain/owners/values.ts';
import { entryOf } from '../../domain/knowledge/knowledge-base.ts';
import { valuesTable } from '../../reports/values.ts';
import { loadBase } from './load-base.ts';
import { readArguments, type Command, type Outcome } from '../command.ts';
import { writeWhole } from '../../files/write-whole.ts';

const usage =
  'Use `kb values` for all values by what they decide, `kb values --sheet > FILE.yaml` for the 30 that are worth an expert’s hour, and `kb values --read FILE.yaml [--write]` to read the answers back.';
const mostQuestions = 30;

/** `values` lists all authored numbers by regret; `--sheet` prints the first 30 as questions; `--read FILE` tells what the answers change, and `--write` writes it. */
export const values: Command = async (args, { root }) => {
  const read = readArguments(args, usage, {
    options: {
      sheet: { type: 'boolean', default: false },
      read: { type: 'string' },
      write: { type: 'boolean', default: false },
    },
  });
  if ('error' in read) return { code: 1, error: read.error };
  const { sheet, read: path, write } = read.values;
  if ((sheet && path !== undefined) || (write && path === undefined)) return { code: 1, error: usage };
  const loaded = loadBase(root);
  if ('error' in loaded) return { code: 1, error: loaded.error };
  const { base, content } = loaded;
  if (path !== undefined) return readBack(content, base, path, write);
  const regrets = regretsOf(base);
  if (!sheet) return { code: 0, output: valuesTable(regrets) };
  const questions = regrets.slice(0, mostQuestions).map(({ value }) => ({
    value: valueIdOf(value),
    question: questionOf(base, value),
    today: value.now,
    answer: null,
  }));
  return { code: 0, output: `${head}\n${stringify(questions, { lineWidth: 0, nullStr: '' }).trimEnd()}` };
};

const head = `# ${mostQuestions} estimates that decide the most. Fill in \`answer\`: minutes for a question about minutes, else how many of 100,
# or one of the words almost-always (90), often (50), sometimes (25), seldom (10), rarely (3). Leave empty what you do not know.
# \`kb values --read FILE\` shows what the answers change, \`kb values --read FILE --write\` writes them.`;

async function readBack(
  content: Content,
  base: KnowledgeBase,
  path: string,
  write: boolean,
): Promise<Outcome> {
  const entries = await readEntries(path);
  if (typeof entries === 'string') return { code: 1, error: entries };
  const { changes, faults } = readSheet(base, entries);
  if (faults.length > 0)
    return { code: 1, error: [`The sheet \`${path}\` cannot be taken over:`, ...faults].join('\n') };
  if (changes.length === 0) return { code: 0, output: 'No answer differs from today’s values.' };
  const report = effects(base, changes);
  if (!write)
    return { code: 0, output: `${report}\nNothing was written. Add \`--write\` to write the new values.` };
  const files = editValues(content, changes);
  for (const { path: target, text } of files) writeWhole(target, text);
  const missed = files.flatMap(({ file, missed: left }) =>
    left.map(({ from }) => `\`${valueIdOf(from)}\` could not be found in ${file}: write it by hand.`),
  );
  const count = files.reduce((sum, { written }) => sum + written.length, 0);
  return {
    code: missed.length > 0 ? 1 : 0,
    output: [report, ...missed, `Wrote ${count} values in ${files.length} files.`].join('\n'),
  };
}

async function readEntries(path: string): Promise<readonly SheetEntry[] | string> {
  const text = await readFile(path, 'utf8').catch(() => undefined);
  if (text === undefined) return `The file \`${path}\` cannot be read.`;
  try {
    const list: unknown = parse(text);
    const isEntry = (entry: unknown): entry is SheetEntry =>
      typeof entry === 'object' && entry !== null && 'value' in entry && typeof entry.value === 'string';
    return Array.isArray(list) && list.every(isEntry)
      ? list
      : `\`${path}\` is not a list of \`{ value, question, today, answer }\`.`;
  } catch (error) {
    return `\`${path}\` cannot be parsed: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`;
  }
}

/** What changes, and what it does to the plans that it has a part in. */
function effects(base: KnowledgeBase, changes: readonly Change[]): string {
  const changed = withValues(
    base,
    changes.map(({ to }) => to),
  );
  const symptoms = new Set(changes.flatMap(({ from }) => symptomsWith(base, from)));
  const plans = [...symptoms].sort().flatMap((id) => {
    const [was, now] = [base, changed].map((one) => reportPlan(one, entryOf(one.symptoms, id)));
    const order = (report: typeof was): string => (report?.rows ?? []).map((row) => row.id).join(' > ');
    if (!was || !now || order(was) === order(now)) return [];
    return [
      `  ${id}: ${was.expectedMinutes.toFixed(1)} → ${now.expectedMinutes.toFixed(1)} minutes`,
      `    was ${order(was)}`,
      `    now ${order(now)}`,
    ];
  });
  return [
    ...changes.map(({ from, to }) => `${valueIdOf(from)}: ${from.now} → ${to.now}`),
    plans.length > 0 ? 'Plans that change:' : 'No plan changes its order.',
    ...plans,
  ].join('\n');
}
