// Measures builds of generated knowledge bases, ours and those of other generators, and prints one table.
// Run: npm run kb -- bench [--articles 1200,4800] [--questions 0] [--edges 3] [--language en] [--seed 1]
//   [--against starlight,starlight-mdx,vitepress,eleventy] [--profile]
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { buildCacheOf } from '../../src/articles/content-dir.ts';
import { generate, writeFiles, type Shape } from './generate.ts';
import { measure, type Cost } from './measure.ts';
import { others, writeForOther } from './others.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const number = (byDefault: string) => ({ type: 'string', default: byDefault }) as const;
const { values } = parseArgs({
  options: {
    articles: number('1200,4800'),
    questions: number('0'),
    edges: number('3'),
    seed: number('1'),
    language: number('en'),
    against: number('starlight,vitepress,eleventy'),
    profile: { type: 'boolean', default: false },
  },
});

/** One line of the table: what was done, and what it cost for each size. */
interface Row {
  readonly name: string;
  readonly costs: Cost[];
  readonly files: number[];
}

const sizes = values.articles.split(',').map(Number);
const names = values.against.split(',').filter(Boolean);
const unknown = names.filter((name) => !others[name]);
if (unknown.length > 0)
  throw new Error(`There is no ${unknown.join(', ')}; choose of ${Object.keys(others).join(', ')}.`);
const folder = mkdtempSync(join(tmpdir(), 'mendbook-bench-'));
const rows = new Map<string, Row>();
try {
  for (const articles of sizes) await measureSize(articles);
  print();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function measureSize(articles: number): Promise<void> {
  const shape: Shape = {
    articles,
    questions: Number(values.questions),
    edges: Number(values.edges),
    seed: Number(values.seed),
    language: values.language,
  };
  const files = generate(shape);
  await measureOurs(join(folder, `ours-${articles}`), files);
  for (const name of names) {
    const other = others[name]!;
    const place = join(folder, name);
    mkdirSync(place, { recursive: true });
    for (const left of readdirSync(place))
      if (left !== 'node_modules') rmSync(join(place, left), { recursive: true });
    writeForOther(other, place, files);
    if (!readdirSync(place).includes('node_modules'))
      await measure(
        ['npm', 'install', '--no-audit', '--no-fund', '--loglevel=error', ...other.packages],
        place,
      );
    const costs: Cost[] = [];
    for (const command of other.build) costs.push(await measure(command, place));
    add(`${name}, from nothing`, sum(costs));
  }
}

async function measureOurs(place: string, files: ReadonlyMap<string, string>): Promise<void> {
  const content = join(place, 'content');
  const out = join(place, 'dist');
  const environment = { KB_CONTENT: content };
  writeFiles(content, files);
  const build = (): Promise<Cost> =>
    measure([process.execPath, 'src/cli/main.ts', 'build', '--outDir', out], root, {
      ...environment,
      ...(values.profile
        ? { NODE_OPTIONS: `--cpu-prof --cpu-prof-dir=${join(root, '.cache', 'bench')}` }
        : {}),
    });
  add(
    'check',
    await measure(
      [process.execPath, '--max-semi-space-size=16', 'src/cli/main.ts', 'check'],
      root,
      environment,
    ),
  );
  add('ours, from nothing', await build(), filesIn(out));
  add('ours, nothing changed', await build());
  const [first = '', second = ''] = [...files.keys()].filter((name) => name.startsWith('fixes/'));
  const edit = (file: string, change: (text: string) => string): void =>
    writeFileSync(join(content, file), change(readFileSync(join(content, file), 'utf8')));
  edit(first, (text) => text.replace(/^title: /m, 'title: Now '));
  add('ours, after another title', await build());
  // Pagefind reads all texts again for it.
  edit(second, (text) => `${text}\nHere is a sentence more.\n`);
  add('ours, after another sentence', await build());
  rmSync(buildCacheOf(root, { path: content, name: 'content' }), { recursive: true, force: true });
  rmSync(place, { recursive: true });
}

function add(name: string, cost: Cost, files = 0): void {
  const row = rows.get(name) ?? { name, costs: [], files: [] };
  rows.set(name, row);
  row.costs.push(cost);
  row.files.push(files);
  console.error(`${name}: ${cost.cpu.toFixed(1)} CPU s, ${cost.memory} MB`);
}

function sum(costs: readonly Cost[]): Cost {
  return {
    cpu: costs.reduce((all, { cpu }) => all + cpu, 0),
    clock: costs.reduce((all, { clock }) => all + clock, 0),
    memory: Math.max(...costs.map(({ memory }) => memory)),
  };
}

function filesIn(out: string): number {
  return readdirSync(out, { recursive: true, encoding: 'utf8' }).filter((name) =>
    statSync(join(out, name)).isFile(),
  ).length;
}

/** One row for each kind of build: its cost for each size, what part of it ours needs, and how it grows. */
function print(): void {
  const ours = rows.get('ours, from nothing');
  console.log(
    `${cpus()[0]?.model ?? 'unknown processor'}, ${availableParallelism()} cores, Node ${process.version}`,
  );
  console.log(
    `${values.questions} questions for each symptom, at most ${values.edges} edges, seed ${values.seed}, ${values.language}\n`,
  );
  console.log(`| build | ${sizes.map((size) => `${size} articles`).join(' | ')} | against ours | growth |`);
  console.log(`| --- |${' --- |'.repeat(sizes.length + 2)}`);
  for (const { name, costs, files } of rows.values()) {
    const cells = costs.map(
      ({ cpu, memory }, at) => `${cpu.toFixed(1)} s, ${memory} MB${files[at] ? `, ${files[at]} files` : ''}`,
    );
    const ratio = (costs.at(-1)?.cpu ?? 0) / (ours?.costs.at(-1)?.cpu ?? 1);
    const growth = (costs.at(-1)?.cpu ?? 0) / (costs[0]?.cpu ?? 1);
    console.log(`| ${name} | ${cells.join(' | ')} | ${ratio.toFixed(2)} | ${growth.toFixed(1)} |`);
  }
}
