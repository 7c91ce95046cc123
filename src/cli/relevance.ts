import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { parse } from 'yaml';
import { contentDirOf } from '../articles/content-dir.ts';
import { search, type SearchOutcome } from '../domain/search/results.ts';
import type { Engine } from '../domain/search/engine.ts';
import { weights, type Signs } from '../domain/search/rank.ts';
import { scoresOf, type Judged, type JudgedQuery, type Scores } from '../reports/relevance.ts';
import { readArguments, type Command } from './command.ts';
import { readIndex } from './read-index.ts';
import { siteFolder } from './builds/site-folder.ts';

const usage =
  'Use `kb relevance [--queries FILE]… [--dir dist] [--hit1 0.9] [--hit3 0.98] [--mrr 0.95] [--refused 0.9]`; a file is a JSON or YAML list of `{ query, family, expect: [addresses] }`.';
const floors = ['hit1', 'hit3', 'mrr', 'refused'] as const;

interface Answered extends Judged {
  readonly outcome: SearchOutcome;
}

/** `relevance` asks the index of the built site every query of some files, prints how well it answers and why it misses; fails below a floor. */
export const relevance: Command = async (args, { root }) => {
  const text = { type: 'string' } as const;
  const read = readArguments(args, usage, {
    options: {
      queries: { ...text, multiple: true },
      dir: text,
      ...{ hit1: text, hit3: text, mrr: text, refused: text },
    },
  });
  if ('error' in read) return { code: 1, error: read.error };
  const { values } = read;
  const wrong = floors.find((name) => Number.isNaN(Number(values[name] ?? 0)));
  if (wrong) return { code: 1, error: `\`--${wrong}\` takes a number from 0 to 1. ${usage}` };
  const paths = values.queries ?? [join(contentDirOf(root).path, 'queries.yaml')];
  const judged: JudgedQuery[] = [];
  for (const path of paths) {
    const queries = await readQueries(path);
    if (typeof queries === 'string') return { code: 1, error: queries };
    const file = paths.length > 1 ? `${basename(path)} ` : '';
    judged.push(...queries.map((query) => ({ ...query, family: `${file}${query.family}` })));
  }
  const dist = siteFolder(root, values.dir);
  const engine = await readIndex(dist);
  if (!engine)
    return { code: 1, error: `There is no search index in \`${dist}\`. Run \`npm run build\` first.` };
  const answered: Answered[] = [];
  for (const query of judged) answered.push(await answer(engine, query));
  const all = scoresOf(answered);
  const low = floors.some((name) => all[name] < Number(values[name] ?? 0));
  return { code: low ? 1 : 0, output: report(answered, all) };
};

async function answer(engine: Engine, judged: JudgedQuery): Promise<Answered> {
  const outcome = await search(engine, { text: judged.query });
  return { ...judged, outcome, results: outcome.results.map(({ article }) => article.path) };
}

async function readQueries(path: string): Promise<readonly JudgedQuery[] | string> {
  const text = await readFile(path, 'utf8').catch(() => undefined);
  if (text === undefined) return `The file \`${path}\` cannot be read.`;
  try {
    const list: unknown = parse(text);
    const isQuery = (entry: unknown): entry is JudgedQuery => {
      const { query, family, expect } = (entry ?? {}) as Record<string, unknown>;
      return (
        typeof query === 'string' &&
        typeof family === 'string' &&
        Array.isArray(expect) &&
        expect.every((address) => typeof address === 'string')
      );
    };
    return Array.isArray(list) && list.length > 0 && list.every(isQuery)
      ? list
      : `\`${path}\` is not a list of \`{ query, family, expect: [addresses] }\`.`;
  } catch (error) {
    return `\`${path}\` cannot be parsed: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`;
  }
}

function report(answered: readonly Answered[], all: Scores): string {
  const families = [...Map.groupBy(answered, ({ family }) => family)];
  const width = Math.max(10, ...families.map(([family]) => family.length));
  const line = (name: string, members: readonly Judged[], { hit1, hit3, mrr, refused }: Scores): string => {
    const some = members.some(({ expect }) => expect.length > 0);
    const nonsense = members.some(({ expect }) => expect.length === 0);
    const found = [hit1, hit3, mrr].map((score) => (some ? score.toFixed(3) : '    –'));
    return `${name.padEnd(width)} ${String(members.length).padStart(4)}   ${found.join('   ')}   ${nonsense ? refused.toFixed(3) : '    –'}`;
  };
  const failures = answered.filter(({ expect, results }) =>
    expect.length === 0 ? results.length > 0 : !expect.includes(results[0] ?? ''),
  );
  return [
    `${'family'.padEnd(width)}    n   hit@1   hit@3   MRR@10  refused`,
    ...families.map(([family, members]) => line(family, members, scoresOf(members))),
    line('all', answered, all),
    ...(failures.length > 0 ? ['', 'Not first, with what spoke for the first one:'] : []),
    ...failures.flatMap(whyOf),
  ].join('\n');
}

/** A miss: where the right answer stands, and which text and which signs put the first one above it. */
function whyOf({ family, query, expect, results, outcome }: Answered): readonly string[] {
  const rank = results.findIndex((path) => expect.includes(path)) + 1;
  const place = rank > 0 ? `number ${rank}` : 'not there';
  const wanted = expect.length === 0 ? 'nothing' : `${expect.join(' or ')}, which is ${place}`;
  const head = `  ${family}: "${query}" expects ${wanted}`;
  const [first] = outcome.results;
  const { unknown, mended, asksMeaning } = outcome.query;
  const rules = [
    mended === undefined ? '' : `mended to "${mended}"`,
    unknown.length > 0 ? `unknown: ${unknown.join(', ')}` : '',
    asksMeaning ? 'read as a question for a meaning' : '',
  ].filter(Boolean);
  if (!first) return [head, `    refused${rules.length > 0 ? `; ${rules.join('; ')}` : ''}`];
  const right = outcome.results[rank - 1];
  const signs = Object.entries(weights)
    .map(([sign, weight]) => {
      const of = (result: typeof first | undefined): number => result?.why.signs[sign as keyof Signs] ?? 0;
      return { sign, value: weight * (of(first) - of(right)) };
    })
    .sort((a, b) => b.value - a.value);
  const best = first.why.compared[0]?.passage;
  return [
    head,
    `    ${first.article.path} by its ${best?.kind ?? 'text'} "${best?.text.slice(0, 80) ?? ''}"; ${signs
      .slice(0, 3)
      .map(({ sign, value }) => `${sign} +${value.toFixed(1)}`)
      .join(', ')}${rules.map((rule) => `; ${rule}`).join('')}`,
  ];
}
