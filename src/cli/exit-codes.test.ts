import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { runCommand } from './commands.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const place = mkdtempSync(join(tmpdir(), 'exit-codes-'));
const good = join(place, 'good');
const bad = join(place, 'bad');
const site = join(place, 'site');
for (const dir of [good, bad]) cpSync(join(root, 'e2e/fixtures/toaster'), dir, { recursive: true });
writeFileSync(join(good, 'queries.yaml'), '- { query: toast, family: plain, expect: [/] }\n');
const broken = join(bad, 'symptoms/stays-cold.mdx');
writeFileSync(broken, readFileSync(broken, 'utf8').replace('title:', 'titel:'));
mkdirSync(site);
writeFileSync(join(site, 'index.html'), '<h1>Toast</h1>');
const file = (name: string, text: string): string => {
  writeFileSync(join(place, name), text);
  return join(place, name);
};
after(() => rmSync(place, { recursive: true }));

process.env['KB_CONTENT'] = good;
process.env['KB_CHROMIUM'] = '/no/such/chromium';
process.env['KB_DIST'] = join(place, 'none');
delete process.env['CI'];

/** What a shell sees: the exit code and both channels. */
function shell(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'src/cli/main.ts'), ...args], {
    cwd: root,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

const instances = (minutes: unknown): string =>
  JSON.stringify([
    {
      name: 'x',
      escalationMinutes: 30,
      causes: { a: 1 },
      fixes: [{ id: 'f', minutes, risk: 'safe', resolves: { a: 1 } }],
    },
  ]);

const succeeding: readonly (readonly [string, readonly string[], RegExp])[] = [
  ['no command prints what there is', [], /^Commands:\n {2}kb check /],
  ['a check without errors', ['check'], /./],
  ['a check for programs', ['check', '--json'], /^\{/],
  ['a check for a workflow of GitHub', ['check', '--format', 'github'], /in \d files?\.$|^No problems\.$/],
  ['a check for code hosts', ['check', '--format', 'sarif'], /"version": "2\.1\.0"/],
  ['one kind of problem', ['check', '--kind', 'broken-link,unused-file', '--max', '3'], /^No problems\./],
  ['all plans', ['plan'], /pops-up-at-once/],
  ['a plan', ['plan', 'pops-up-at-once'], /unplug-and-cool/],
  ['an instance', ['plan', '--input', file('instances.json', instances(5))], /"expectedMinutes": 5/],
  ['articles that a change touches', ['stale'], /./],
  ['a ledger that is not there yet', ['permalinks'], /^Nothing is published yet/],
];

for (const [what, args, output] of succeeding)
  test(`exit code 0: ${what}`, async () => {
    const outcome = await runCommand(args, root);
    deepEqual([outcome.code, outcome.error], [0, undefined]);
    match(outcome.output ?? '', output);
  });

const failing: readonly (readonly [string, readonly string[], RegExp])[] = [
  ['a command that does not exist', ['chek'], /no command `chek`\. Did you mean `check`\?/],
  ['a name that objects are born with', ['constructor'], /no command `constructor`/],
  ['an unknown option of check', ['check', '--jsn'], /^Unknown option `--jsn`\. `check` takes/],
  ['too much for check', ['check', 'fixes'], /`check` takes `--kind KIND`/],
  ['an unknown kind of problem', ['check', '--kind', 'brokn-link'], /Did you mean `broken-link`\?/],
  ['an unknown format', ['check', '--format', 'xml'], /^There is no format `xml`/],
  ['two formats', ['check', '--json', '--format', 'sarif'], /^There is no format `sarif` beside `--json`/],
  ['a number of problems that is none', ['check', '--max', 'few'], /`--max` takes a whole number or `all`/],
  ['an unknown symptom', ['plan', 'pops-up-at-onc'], /Did you mean `pops-up-at-once`\?/],
  ['two symptoms', ['plan', 'a', 'b'], /^Use `kb plan`/],
  ['a symptom beside instances', ['plan', 'a', '--input', 'x.json'], /^Use `kb plan`/],
  ['instances without a file', ['plan', '--input'], /argument missing\. Use `kb plan`/],
  ['instances that are not there', ['plan', '--input', 'no-such.json'], /`no-such\.json` cannot be read/],
  ['instances that are no JSON', ['plan', '--input', file('broken.json', '[')], /is not valid JSON/],
  [
    'wrong instances',
    ['plan', '--input', file('wrong.json', instances(-1))],
    /`fixes\[0\]\.minutes` must be/,
  ],
  ['an unknown option of stale', ['stale', '--jsn'], /`stale` takes/],
  ['an unknown option of permalinks', ['permalinks', '--wriet'], /^Unknown option `--wriet`/],
  ['a port that is none', ['serve', '--port', '99999'], /`99999` is not a port/],
  ['a site that is not built', ['serve', '--dir', join(place, 'none')], /There is no built site in/],
  ['tests of a site that is not built', ['e2e'], /There is no built site in/],
  ['a browser that does not start', ['e2e', '--find-browser'], /does not start as a Chromium/],
  ['a site without a search index', ['relevance', '--dir', site], /There is no search index in/],
  ['searches that are not there', ['gaps', 'no-such.log'], /`no-such\.log` cannot be read/],
  ['gaps without a file', ['gaps'], /Use `kb gaps FILE/],
  [
    'queries that are not there',
    ['relevance', '--queries', 'no-such.yaml'],
    /`no-such\.yaml` cannot be read/,
  ],
  ['queries that are none', ['relevance', '--queries', file('none.yaml', '- 1')], /is not a list of/],
  ['a floor in words', ['relevance', '--hit1', 'high'], /`--hit1` takes a number/],
  ['too much for screenshots', ['screenshots', '--fast'], /`screenshots` takes nothing/],
];

for (const [what, args, error] of failing)
  test(`exit code 1, and a sentence: ${what}`, async () => {
    const outcome = await runCommand(args, root);
    deepEqual([outcome.code, outcome.output], [1, undefined]);
    match(outcome.error ?? '', error);
  });

test('exit code 1: content with errors, with the report of the check as its output', async () => {
  process.env['KB_CONTENT'] = bad;
  const check = await runCommand(['check'], root);
  deepEqual([check.code, check.error], [1, undefined]);
  match(check.output ?? '', /unknown-field/);
  const json = await runCommand(['check', '--json'], root);
  equal(json.code, 1);
  ok(JSON.parse(json.output ?? ''));
  const others = await runCommand(['check', '--kind', 'unused-file'], root);
  deepEqual([others.code, others.error], [1, undefined]);
  match(others.output ?? '', /^No problems\.\nNot asked for: [1-9]/);
  const errors = await runCommand(['check', '--errors', '--format', 'github'], root);
  match(
    errors.output ?? '',
    /^::error file=bad\/symptoms\/stays-cold\.mdx,line=2,col=1,title=unknown-field::/,
  );
  const plan = await runCommand(['plan'], root);
  equal(plan.code, 1);
  match(plan.error ?? '', /unknown-field[\s\S]*A plan needs content without errors\.$/);
  process.env['KB_CONTENT'] = good;
});

test('a shell gets the code, results on the one channel and complaints on the other', () => {
  const plan = shell('plan', 'pops-up-at-once');
  deepEqual([plan.status, plan.stderr], [0, '']);
  match(plan.stdout, /unplug-and-cool[\s\S]*\n$/);
  const typo = shell('chek');
  deepEqual([typo.status, typo.stdout], [1, '']);
  match(typo.stderr, /Did you mean `check`\?/);
});

test('exit code 1: a port that another program has, with the next one as the remedy', async () => {
  const other = createServer();
  await new Promise<void>((done) => other.listen(0, '127.0.0.1', done));
  const address = other.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const { code, error } = await runCommand(['serve', '--dir', site, '--port', String(port)], root);
  await new Promise((done) => other.close(done));
  equal(code, 1);
  ok(error?.startsWith(`Port ${port} is taken by another program.`), error);
});

test('exit code 0: serving until somebody stops it', async () => {
  const child = spawn(
    process.execPath,
    [join(root, 'src/cli/main.ts'), 'serve', '--dir', site, '--port', '0'],
    {
      cwd: root,
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const url = await new Promise<string>((done) =>
    child.stdout.once('data', (line: Buffer) => done(/http\S+/.exec(line.toString())?.[0] ?? '')),
  );
  equal(await (await fetch(url)).text(), '<h1>Toast</h1>');
  const ended = new Promise((done) => child.once('exit', done));
  child.kill('SIGTERM');
  equal(await ended, 0);
});
