import { deepEqual, equal, notEqual } from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { randomEdit, type Files } from '../../e2e/bench/edits.ts';
import { checkContent } from '../articles/check-content.ts';
import { buildCacheOf } from '../articles/content-dir.ts';
import { randomFrom } from '../domain/plan/random.ts';
import { severityOf } from '../domain/problems/problem.ts';

// KB_EDITS=200 makes as many edits, compares after each one, and every twentieth time with a build from nothing; KB_SEED begins elsewhere.
const many = Number(process.env['KB_EDITS'] ?? 0);
const random = randomFrom(Number(process.env['KB_SEED'] ?? 1));
const root = fileURLToPath(new URL('../..', import.meta.url));
mkdirSync(join(root, '.cache'), { recursive: true });
const folder = mkdtempSync(join(root, '.cache', 'never-stale-'));
const content = join(folder, 'content');
const out = join(folder, 'site');
const cache = buildCacheOf(root, { path: content, name: 'content' });
const env = {
  ...process.env,
  KB_CONTENT: content,
  // The search index as that of a large knowledge base: in parts, and the texts in Pagefind's, which most edits leave.
  KB_SMALL_INDEX: '1',
  NODE_OPTIONS: '',
  ASTRO_TELEMETRY_DISABLED: '1',
};
const command = [join(root, 'src/cli/main.ts'), 'build', '--outDir', out];

cpSync(join(root, 'e2e/fixtures/toaster'), content, { recursive: true });
// Below a path, which comes before every address: also in what pages have in common.
const site = join(content, 'site.yaml');
writeFileSync(site, readFileSync(site, 'utf8').replace(/^url: .*/m, '$&/help/'));
// Words that lead to four pages, so that the search learns them.
const four = [
  'fixes/empty-crumb-tray',
  'fixes/reset-browning-memory',
  'fixes/try-another-socket',
  'symptoms/stays-cold',
];
const list = (page: string): string =>
  `- page: /${page}/\n  queries:\n    - how do I mend it\n    - how do I tell\n`;
writeFileSync(join(content, 'asked.yaml'), four.map(list).join(''));
after(() => {
  for (const place of [folder, cache]) rmSync(place, { recursive: true, force: true });
});

/** Has a build draw every page as a whole, as dev does, in place of what pages have in common once for all of them. */
const wholePages = join(folder, 'whole-pages.mjs');
writeFileSync(
  wholePages,
  `globalThis[Symbol.for('mendbook.content')] = new (class extends Map {
     set = (path, shared) => super.set(path, { ...shared, piece: (_, fill, draw) => draw(fill) });
   })();`,
);

function build(...options: readonly string[]): string {
  return buildIn(env, options);
}

function buildIn(env: NodeJS.ProcessEnv, options: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, [...command, ...options], {
    cwd: root,
    env,
    encoding: 'utf8',
  });
  equal(status, 0, `${stdout}\n${stderr}`);
  return stdout;
}

/** The files of a folder, path by text. */
function filesIn(place: string): Files {
  const names = readdirSync(place, { recursive: true, encoding: 'utf8' }).sort();
  return new Map(
    names
      .filter((name) => statSync(join(place, name)).isFile())
      .map((name) => [name, readFileSync(join(place, name), 'utf8')]),
  );
}

/** Makes edits until one is right, and tells which. */
function edit(): string {
  for (;;) {
    const before = filesIn(content);
    const files = new Map(before);
    const done = randomEdit(files, random);
    write(files);
    const { problems } = checkContent({ path: content, name: 'content' });
    if (!problems.some((problem) => severityOf(problem) === 'error')) return done;
    write(before);
  }
}

function write(files: Files): void {
  rmSync(content, { recursive: true });
  for (const [name, text] of files) {
    mkdirSync(join(content, name, '..'), { recursive: true });
    writeFileSync(join(content, name), text);
  }
}

/** Lets the next build draw every page, as one does that remembers none. */
function forgetPages(): void {
  for (const name of readdirSync(cache).filter((file) => /^[\da-f]{16}\.json$/.test(file)))
    rmSync(join(cache, name));
  const file = join(cache, 'pages.json');
  const memory = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
  writeFileSync(file, JSON.stringify({ ...memory, cells: [], names: [], pages: [] }));
}

/** Begins a build and kills it, so that it cannot tidy up. */
async function buildAndKill(): Promise<void> {
  const child = spawn(process.execPath, command, { cwd: root, env, stdio: 'ignore', detached: true });
  await pause(300 + random() * 1500);
  // A build may be done by then.
  if (child.exitCode === null) process.kill(-child.pid!, 'SIGKILL');
}

function drawnIn(output: string): number {
  return Number(/(\d+) of them drawn now/.exec(output)?.[1] ?? NaN);
}

test('after any edits, a build out of the last site is, byte for byte, what a build is that draws each page from nothing and as a whole', async () => {
  const all = drawnIn(build());
  const turns = many || 2;
  for (let turn = 1; turn <= turns; turn++) {
    const done = Array.from({ length: many ? 1 : 6 }, edit).join(', ');
    if (many) process.stderr.write(`${turn}: ${done}\n`);
    if (many && turn % 10 === 0) await buildAndKill();
    build();
    if (!many && turn < turns) continue;
    const again = filesIn(out);
    if (many && turn % 20 === 0) build('--clean');
    else {
      forgetPages();
      buildIn({ ...env, NODE_OPTIONS: `--import=${pathToFileURL(wholePages).href}` }, []);
    }
    deepEqual([...again.keys()], [...filesIn(out).keys()], `turn ${turn}: ${done}`);
    for (const [name, text] of filesIn(out)) equal(again.get(name), text, `${name}, turn ${turn}: ${done}`);
  }
  const file = join(content, 'glossary.yaml');
  writeFileSync(file, readFileSync(file, 'utf8').replace('- id: latch', '# a remark\n- id: latch'));
  equal(drawnIn(build()) <= 1, true, `all ${all} pages are right after a remark that nobody reads`);
  // What was typed is in no article, and only the search reads it.
  const asked = (): unknown =>
    (JSON.parse(readFileSync(join(out, 'search-index/search.json'), 'utf8')) as { asked: unknown }).asked;
  if (!many) notEqual(asked(), '');
  writeFileSync(join(content, 'asked.yaml'), '[]\n');
  build();
  equal(asked(), '');
});
