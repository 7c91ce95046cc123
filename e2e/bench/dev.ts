// Measures the dev server: how soon the first page is there, how soon an edit is, and what it holds after many.
// Run: npm run kb -- bench --dev [--articles own,4800] [--edits 200] [--questions 0] [--edges 3] [--language en] [--seed 1]
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { buildCacheOf } from '../../src/articles/content-dir.ts';
import { randomFrom } from '../../src/domain/plan/random.ts';
import { answerOf, startDev, type DevServer } from './dev-server.ts';
import { generate, writeFiles } from './generate.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const text = (byDefault: string) => ({ type: 'string', default: byDefault }) as const;
const { values } = parseArgs({
  options: {
    dev: { type: 'boolean', default: true },
    articles: text('own,4800'),
    edits: text('200'),
    questions: text('0'),
    edges: text('3'),
    seed: text('1'),
    language: text('en'),
  },
});
/** After so many edits the memory is written down. */
const pace = 20;

/** An edit that has been made: the page that has to show it, how it is seen there, and what an open page has to be told. */
interface Made {
  readonly kind: string;
  readonly path: string;
  readonly shown: (answer: { readonly status: number; readonly text: string }) => boolean;
  readonly told: 'full-reload' | 'error';
}

/** What one edit took, in milliseconds. */
interface Took {
  readonly kind: string;
  readonly shown: number;
  readonly told: number;
}

const folder = mkdtempSync(join(tmpdir(), 'mendbook-dev-'));
try {
  console.log(
    `${cpus()[0]?.model ?? 'unknown processor'}, ${availableParallelism()} cores, Node ${process.version}`,
  );
  for (const articles of values.articles.split(',')) await measureDev(articles);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function measureDev(articles: string): Promise<void> {
  const content = join(folder, `kb-${articles}`);
  if (articles === 'own') cpSync(join(root, 'content'), content, { recursive: true });
  else
    writeFiles(
      content,
      generate({
        articles: Number(articles),
        questions: Number(values.questions),
        edges: Number(values.edges),
        seed: Number(values.seed),
        language: values.language,
      }),
    );
  const [first = ''] = readdirSync(join(content, 'fixes'));
  const page = `/fixes/${first.replace(/\.mdx?$/, '')}/`;
  console.log(`\n${articles} articles, ${values.edits} edits, seed ${values.seed}\n`);
  console.log(
    '| start | until the first page, s | CPU s | MB | load before |\n| --- | --- | --- | --- | --- |',
  );
  await (await started('nothing kept', content, page)).end();
  const server = await started('what that start kept', content, page);
  try {
    await measureEdits(server, content);
  } finally {
    await server.end();
    rmSync(buildCacheOf(root, { path: content, name: `kb-${articles}` }), { recursive: true, force: true });
  }
}

async function started(name: string, content: string, page: string): Promise<DevServer> {
  const load = loadavg()[0] ?? 0;
  const began = performance.now();
  const server = await startDev(root, content, page);
  const { cpu, memory } = server.spent();
  const seconds = (performance.now() - began) / 1000;
  console.log(`| ${name} | ${seconds.toFixed(1)} | ${cpu.toFixed(1)} | ${memory} | ${load.toFixed(1)} |`);
  return server;
}

async function measureEdits(server: DevServer, content: string): Promise<void> {
  // What the start left to do has nothing to do with edits.
  await wait(5000);
  const before = server.spent();
  const load = loadavg()[0] ?? 0;
  const took: Took[] = [];
  const held = [before.memory];
  for (const made of edits(content)) {
    took.push(await timed(server, made));
    server.told.length = 0;
    if (took.length % pace === 0) held.push(server.spent().memory);
    if (took.length >= Number(values.edits)) break;
  }
  const cpu = (server.spent().cpu - before.cpu) / took.length;
  print(took);
  console.log(
    `\n${cpu.toFixed(2)} CPU s for each edit with the pages asked for, load before ${load.toFixed(1)}`,
  );
  console.log(`MB before and after every ${pace} edits: ${held.join(', ')}`);
}

/** Milliseconds from now, when the edit has just been made, until open pages are told, and until the page that they then ask for shows it. */
async function timed(server: DevServer, { kind, path, shown, told }: Made): Promise<Took> {
  const began = performance.now();
  const until = began + 60_000;
  const patience = async (): Promise<void> => {
    if (performance.now() > until)
      throw new Error(`After a minute, ${path} does not show: ${kind}.\n${server.said()}`);
    await wait(5);
  };
  let message = server.told.find(({ type }) => type === told);
  for (; !message; message = server.told.find(({ type }) => type === told)) await patience();
  while (!shown(await answerOf(server.url + path))) await patience();
  return { kind, shown: performance.now() - began, told: message.at - began };
}

/** Edits as an author makes them, for ever, the same for the same seed. */
function* edits(content: string): Generator<Made> {
  const random = randomFrom(Number(values.seed));
  const idsIn = (kind: string): readonly string[] => readdirSync(join(content, kind)).sort();
  const pick = (kind: string): string => {
    const names = idsIn(kind).filter((name) => !name.startsWith('new-'));
    return `${kind}/${names[Math.floor(random() * names.length)] ?? ''}`;
  };
  const pathOf = (file: string): string => `/${file.replace(/\.mdx?$/, '')}/`;
  const change = (file: string, by: (text: string) => string): string => {
    const was = readFileSync(join(content, file), 'utf8');
    writeFileSync(join(content, file), by(was));
    return was;
  };
  const shows = (words: string) => (answer: { readonly status: number; readonly text: string }) =>
    answer.status === 200 && answer.text.includes(words);
  for (let nth = 0; ; nth++) {
    for (const kind of ['symptoms', 'causes', 'fixes']) {
      const file = pick(kind);
      change(file, (was) => was.replace(/^title: .*/m, `title: Another title ${nth}`));
      yield { kind: 'title', path: pathOf(file), shown: shows(`Another title ${nth}`), told: 'full-reload' };
    }
    const body = pick('fixes');
    change(body, (was) => `${was}\nHere is sentence number ${nth}.\n`);
    yield {
      kind: 'sentence',
      path: pathOf(body),
      shown: shows(`Here is sentence number ${nth}.`),
      told: 'full-reload',
    };
    const fix = fixThatSolves(content, pick);
    const cause = pick('causes');
    const because = `Because of number ${nth}`;
    const edge = `  - { cause: ${cause.replace(/.*\/|\.mdx?$/g, '')}, works: often, because: ${because} }\n`;
    change(fix, (was) => was.replace(/^solves:\n/m, (line) => line + edge));
    yield { kind: 'edge', path: pathOf(cause), shown: shows(because), told: 'full-reload' };
    const fresh = `fixes/new-${nth}.mdx`;
    const like = readFileSync(join(content, fix), 'utf8').replace(/^(?:was|anchors):.*\n(?:-? .*\n)*/gm, '');
    writeFileSync(join(content, fresh), like.replace(/^title: .*/m, `title: A new fix ${nth}`));
    yield { kind: 'new article', path: pathOf(fresh), shown: shows(`A new fix ${nth}`), told: 'full-reload' };
    unlinkSync(join(content, fresh));
    yield {
      kind: 'deletion',
      path: pathOf(fresh),
      shown: ({ status }) => status === 404,
      told: 'full-reload',
    };
    const was = change(body, (whole) => whole.replace(/^title:/m, 'titel:'));
    yield { kind: 'fault', path: pathOf(body), shown: () => true, told: 'error' };
    writeFileSync(join(content, body), was);
    yield {
      kind: 'fault mended',
      path: pathOf(body),
      shown: shows(`Here is sentence number ${nth}.`),
      told: 'full-reload',
    };
  }
}

/** A fix with a list to which a cause can be added. */
function fixThatSolves(content: string, pick: (kind: string) => string): string {
  for (;;) {
    const file = pick('fixes');
    if (/^solves:\n/m.test(readFileSync(join(content, file), 'utf8'))) return file;
  }
}

function print(took: readonly Took[]): void {
  console.log('\n| edit | times | shown, ms: median | slowest | told to open pages, ms: median | slowest |');
  console.log('| --- | --- | --- | --- | --- | --- |');
  for (const kind of new Set(took.map((each) => each.kind))) {
    const own = took.filter((each) => each.kind === kind);
    const cells = [own.map(({ shown }) => shown), own.map(({ told }) => told)].flatMap((times) => {
      const sorted = times.toSorted((a, b) => a - b);
      return [sorted[Math.floor(sorted.length / 2)] ?? 0, sorted.at(-1) ?? 0].map((ms) => ms.toFixed(0));
    });
    console.log(`| ${kind} | ${own.length} | ${cells.join(' | ')} |`);
  }
}
