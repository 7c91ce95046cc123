import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright';
import { parse } from 'yaml';
import { contentDirOf } from '../articles/content-dir.ts';
import { scoresOf, type Judged, type JudgedQuery, type Scores } from '../domain/search/relevance.ts';
import { launchOptionsFor } from './browser/bring-browser.ts';
import { readArguments, type Command } from './command.ts';
import { withBuiltSite, type BuiltSite } from './browser/with-built-site.ts';

const usage =
  'Use `kb relevance [--queries FILE] [--dir dist] [--hit1 0.9] [--hit3 0.98] [--mrr 0.95]`; the file is a JSON or YAML list of `{ query, family, expect: [addresses] }`.';
const floors = ['hit1', 'hit3', 'mrr'] as const;

/** `relevance` asks the built site's search page every query of a file and prints how well it answers; fails below a floor. */
export const relevance: Command = async (args, { root }) => {
  const text = { type: 'string' } as const;
  const read = readArguments(args, usage, {
    options: { queries: text, dir: { ...text, default: 'dist' }, hit1: text, hit3: text, mrr: text },
  });
  if ('error' in read) return { code: 1, error: read.error };
  const { values } = read;
  const wrong = floors.find((name) => Number.isNaN(Number(values[name] ?? 0)));
  if (wrong) return { code: 1, error: `\`--${wrong}\` takes a number from 0 to 1. ${usage}` };
  const queries = await readQueries(values.queries ?? join(contentDirOf(root).path, 'queries.yaml'));
  if (typeof queries === 'string') return { code: 1, error: queries };
  return withBuiltSite(root, values.dir, async (site) => {
    const judged = await judge(site, queries);
    const all = scoresOf(judged);
    const isLow = floors.some((name) => all[name] < Number(values[name] ?? 0));
    return { code: isLow || all.answeredNonsense > 0 ? 1 : 0, output: report(judged, all) };
  });
};

async function judge({ url, browser: { path } }: BuiltSite, queries: readonly JudgedQuery[]) {
  const browser = await chromium.launch(launchOptionsFor(path));
  try {
    const page = await browser.newPage();
    const judged: Judged[] = [];
    for (const query of queries) judged.push({ ...query, results: await resultsOf(page, url, query.query) });
    return judged;
  } finally {
    await browser.close();
  }
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

/** The addresses of the results, in the order of the page. */
async function resultsOf(page: Page, site: string, query: string): Promise<readonly string[]> {
  await page.goto(`${site}search/?q=${encodeURIComponent(query)}`);
  const region = page.locator('[data-search-state]');
  await region.and(page.locator(':not([data-search-state="busy"])')).waitFor({ state: 'attached' });
  const state = await region.getAttribute('data-search-state');
  if (state === 'error')
    throw new Error('The search of the built site does not work: its index could not be loaded.');
  return page
    .locator('[data-result]')
    .evaluateAll((results) => results.map((result) => result.querySelector('a')?.getAttribute('href') ?? ''));
}

function report(judged: readonly Judged[], all: Scores): string {
  const families = Map.groupBy(judged, ({ family }) => family);
  const line = (name: string, count: number, { hit1, hit3, mrr }: Scores): string =>
    `${name.padEnd(10)} ${String(count).padStart(4)}   ${hit1.toFixed(3)}   ${hit3.toFixed(3)}   ${mrr.toFixed(3)}`;
  const failures = judged.filter(({ expect, results }) =>
    expect.length === 0 ? results.length > 0 : !expect.includes(results[0] ?? ''),
  );
  return [
    'family        n   hit@1   hit@3   MRR@10',
    ...[...families].map(([family, members]) =>
      members.every(({ expect }) => expect.length === 0)
        ? `${family.padEnd(10)} ${String(members.length).padStart(4)}   ${members.filter(({ results }) => results.length === 0).length} answered with nothing, as they should be`
        : line(family, members.length, scoresOf(members)),
    ),
    line('all', judged.filter(({ expect }) => expect.length > 0).length, all),
    ...(failures.length > 0 ? ['', 'Not first:'] : []),
    ...failures.map(
      ({ family, query, expect, results }) =>
        `  ${family}: "${query}" expects ${expect.join(' or ') || 'nothing'}, gets ${results.slice(0, 3).join(', ') || 'nothing'}`,
    ),
  ].join('\n');
}
