import { readFile } from 'node:fs/promises';
import { search, type SearchOutcome } from '../domain/search/results.ts';
import type { Engine } from '../domain/search/engine.ts';
import { readArguments, type Command } from './command.ts';
import { readIndex } from './read-index.ts';
import { compareText } from '../domain/values/compare.ts';
import { siteFolder } from './builds/site-folder.ts';

const usage =
  'Use `kb gaps FILE [--dir dist]`; the file holds lines of an access log, or one query on each line.';

/** A query that people typed, and how often. */
interface Typed {
  readonly query: string;
  readonly times: number;
}

interface Gap extends Typed {
  /** What the query is grouped by: a word that no article knows, or that nothing says it well. */
  readonly group: string;
  /** The article that comes nearest. */
  readonly nearest: string | undefined;
}

/** Texts below which an answer is called poor: no title, alias or sentence says this share of the query. */
const wellSaid = 0.5;

/** `gaps` reads what people searched for and prints what finds nothing or little, grouped, with aliases to paste. */
export const gaps: Command = async (args, { root }) => {
  const read = readArguments(args, usage, {
    allowPositionals: true,
    options: { dir: { type: 'string' } },
  });
  if ('error' in read) return { code: 1, error: read.error };
  const [file, ...more] = read.positionals;
  if (file === undefined || more.length > 0) return { code: 1, error: usage };
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) return { code: 1, error: `The file \`${file}\` cannot be read.` };
  const dist = siteFolder(root, read.values.dir);
  const engine = await readIndex(dist);
  if (!engine)
    return { code: 1, error: `There is no search index in \`${dist}\`. Run \`npm run build\` first.` };
  const typed = queriesIn(text);
  const found: Gap[] = [];
  for (const each of typed) found.push(...(await gapsOf(engine, each)));
  return { code: 0, output: report(typed, found) };
};

/** The queries of an access log (`GET /search/?q=…`), or of a plain list, the most frequent first. */
export function queriesIn(text: string): readonly Typed[] {
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  const logged = lines.flatMap((line) => /\/search\/?\?([^\s"#]*)/.exec(line)?.[1] ?? []);
  const asked = logged.length > 0 ? logged.map((query) => new URLSearchParams(query).get('q') ?? '') : lines;
  const counted = new Map<string, number>();
  for (const query of asked.map((each) => each.trim().replace(/\s+/g, ' ').toLowerCase()).filter(Boolean))
    counted.set(query, (counted.get(query) ?? 0) + 1);
  return [...counted]
    .map(([query, times]) => ({ query, times }))
    .sort((a, b) => b.times - a.times || compareText(a.query, b.query));
}

async function gapsOf(engine: Engine, typed: Typed): Promise<readonly Gap[]> {
  const outcome = await search(engine, { text: typed.query });
  if (outcome.results.some(({ why }) => why.signs.near >= wellSaid)) return [];
  const { unknown } = outcome.query;
  const known = typed.query.split(' ').filter((word) => !unknown.includes(word));
  const less = unknown.length > 0 ? await search(engine, { text: known.join(' ') }) : outcome;
  const group =
    unknown.length > 0
      ? `No article knows “${unknown.join('”, “')}”`
      : outcome.results.length > 0
        ? 'Poor answers: no title, alias or sentence says half of it'
        : 'Every word is known, but no article says them together';
  return [{ ...typed, group, nearest: pathOfFirst(outcome) ?? pathOfFirst(less) }];
}

function pathOfFirst({ results }: SearchOutcome): string | undefined {
  return results.find(({ article }) => article.kind !== 'term')?.article.path;
}

function report(typed: readonly Typed[], found: readonly Gap[]): string {
  const sum = (list: readonly Typed[]): number => list.reduce((all, { times }) => all + times, 0);
  if (found.length === 0) return `All ${typed.length} queries find a good answer.`;
  const groups = [...Map.groupBy(found, ({ group }) => group)].sort(([, a], [, b]) => sum(b) - sum(a));
  return [
    `${found.length} of ${typed.length} queries (${sum(found)} of ${sum(typed)} searches) find nothing or a poor answer.`,
    ...groups.flatMap(([group, members]) => [
      '',
      `${group} (${sum(members)})`,
      ...members.map(
        ({ query, times, nearest }) =>
          `  ${String(times).padStart(4)}  ${query}${nearest ? `   → ${nearest}` : ''}`,
      ),
    ]),
    '',
    'To paste, where the article is the right one:',
    ...[
      ...Map.groupBy(
        found.filter(({ nearest }) => nearest),
        ({ nearest }) => nearest,
      ),
    ].map(
      ([path, members]) =>
        `  content${path?.replace(/\/$/, '.mdx') ?? ''}  aliases: [${members.map(({ query }) => JSON.stringify(query)).join(', ')}]`,
    ),
  ].join('\n');
}
