import { deepEqual, equal, match, notEqual, ok } from 'node:assert/strict';
import { existsSync, linkSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { install } from './install.mjs';
import {
  lackingPackages,
  nodeFor,
  nodePackage,
  otherInstaller,
  packageDir,
  type Needs,
} from './packages.mjs';

let root = '';
const put = (path: string, text: unknown): void => {
  mkdirSync(join(root, path, '..'), { recursive: true });
  writeFileSync(join(root, path), typeof text === 'string' ? text : JSON.stringify(text));
};
const wanted = { a: '^1.2.3', b: '~6.0', '@c/c': '0.2.0' };
const forTests = { t: '^3.0.0' };
const versions: Readonly<Record<string, string>> = { a: '1.9.0', b: '6.0.7', '@c/c': '0.2.0', t: '3.1.0' };
const program = `${nodePackage()}/bin/${process.platform === 'win32' ? 'node.exe' : 'node'}`;
const installed = (...names: readonly string[]): void => {
  for (const name of names) put(`kb/node_modules/${name}/package.json`, { version: versions[name] });
  put(`kb/node_modules/${program}`, '');
  put(`kb/node_modules/${nodePackage()}/package.json`, { version: '24.1.0' });
};
/** A lock file like that of npm, with the package for tests marked as one; `more` makes it another one. */
const lock = (more: object = {}) => ({
  packages: { 'node_modules/t': { version: '3.1.0', dev: true } },
  ...more,
});

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'packages-'));
  put('kb/package.json', { dependencies: wanted, devDependencies: forTests });
  put('kb/package-lock.json', lock());
});
afterEach(() => rmSync(root, { recursive: true }));

const lacking = (): readonly string[] => lackingPackages(join(root, 'kb'), 'site');

test('A package is lacking where it is not there, half there, or in a version that is not taken', () => {
  deepEqual(lacking(), ['a', 'b', '@c/c']);
  installed('a', 'b', '@c/c');
  deepEqual(lacking(), []);
  for (const [name, version] of [
    ['a', '1.2.2'],
    ['a', '2.0.0'],
    ['b', '6.1.0'],
    ['@c/c', '0.2.1'],
  ] as const) {
    put(`kb/node_modules/${name}/package.json`, { version });
    deepEqual(lacking(), [name], version);
    installed(name);
  }
  put('kb/node_modules/a/package.json', '{"version":');
  deepEqual(lacking(), ['a']);
});

test('Only tests lack the packages for tests', () => {
  installed('a', 'b', '@c/c');
  deepEqual(lacking(), []);
  deepEqual(lackingPackages(join(root, 'kb'), 'all'), ['t']);
});

test('In a workspace the packages lie in a folder above', () => {
  for (const [name, version] of Object.entries(versions))
    put(`node_modules/${name}/package.json`, { version });
  deepEqual(lacking(), []);
  equal(packageDir(join(root, 'kb'), 'a'), join(root, 'node_modules/a'));
});

test('Who keeps the packages is known by what lies there', () => {
  equal(otherInstaller(join(root, 'kb')), undefined);
  put('yarn.lock', '');
  equal(otherInstaller(join(root, 'kb')), 'yarn');
  put('kb/node_modules/.modules.yaml', '');
  equal(otherInstaller(join(root, 'kb')), 'pnpm');
});

test('The own Node runs the project, else the running one where that is new enough', () => {
  equal(nodeFor(join(root, 'kb'), '20.1.0', '/usr/bin/node'), undefined);
  equal(nodeFor(join(root, 'kb'), '24.3.1', '/usr/bin/node'), '/usr/bin/node');
  put('kb/node_modules/node/package.json', { version: '24.0.0' });
  put(`kb/node_modules/node/bin/${program.split('/').at(-1)}`, '');
  match(String(nodeFor(join(root, 'kb'), '20.1.0', '/usr/bin/node')), /node_modules.node.bin/);
  installed();
  equal(nodeFor(join(root, 'kb'), '20.1.0', '/usr/bin/node'), join(root, 'kb/node_modules', program));
});

/** Runs the step of a task that makes a site with an installer that brings these packages, and gives its code, what it was asked and what was said. */
const step = (code: number, ...brings: readonly string[]) => stepOf('site', code, ...brings);

async function stepOf(needs: Needs, code: number, ...brings: readonly string[]) {
  const asked: string[][] = [];
  const said: string[] = [];
  const { error } = console;
  console.error = (line: string) => void said.push(line);
  try {
    const run = async (_command: string, args: string[]): Promise<number> => {
      asked.push(args);
      if (brings.length > 0) installed(...brings);
      return code;
    };
    const result = await install(join(root, 'kb'), run, needs);
    return { result, asked, said: said.join('\n') };
  } finally {
    console.error = error;
  }
}

test('What a site needs is asked for once, whatever a shell says, and no script of a package is run', async () => {
  const first = await step(0, 'a', 'b', '@c/c');
  equal(first.result, 0);
  for (const word of ['--omit=dev', '--include=optional', '--ignore-scripts'])
    ok(first.asked[0]?.includes(word), word);
  equal((await step(0)).asked.length, 0);
});

test('The first test after a start gets the packages for tests, and a later start neither asks nor takes them away', async () => {
  await step(0, 'a', 'b', '@c/c');
  const tests = await stepOf('all', 0, 't');
  deepEqual([tests.result, tests.asked[0]?.includes('--include=dev')], [0, true]);
  match(tests.said, /also those for tests/);
  equal((await stepOf('all', 0)).asked.length, 0);
  equal((await step(0)).asked.length, 0);
  put('kb/package-lock.json', lock({ changed: 1 }));
  const renewed = await step(0);
  ok(renewed.asked[0]?.includes('--include=dev'));
  ok(!renewed.asked[0]?.includes('--omit=dev'));
});

test('A site is made without a network where only packages for tests are lacking, and a test says which', async () => {
  installed('a', 'b', '@c/c');
  deepEqual(await step(1), { result: 0, asked: [], said: '' });
  const tests = await stepOf('all', 1);
  equal(tests.result, 1);
  match(tests.said, /1 of the packages that this needs is not installed \(`t`\)/);
});

test('An installer that says it is done and left things out is not believed, and the next command tries again', async () => {
  const half = await step(0, 'a');
  equal(half.result, 1);
  match(half.said, /2 of the packages that this needs are not installed \(`b`, `@c\/c`\)/);
  equal(existsSync(join(root, 'kb/node_modules/.mendbook-installed')), false);
  equal((await step(0, 'b', '@c/c')).result, 0);
});

test('What works goes on working when the lock file has changed and the registry is away', async () => {
  await step(0, 'a', 'b', '@c/c');
  put('kb/package-lock.json', lock({ changed: 1 }));
  const away = await step(1);
  equal(away.result, 0);
  match(away.said, /going on with those that are there/);
});

test('A copy of the project by hard links is told nothing of what this one installs', async () => {
  await step(0, 'a', 'b', '@c/c');
  const [stamp, copy] = ['node_modules/.mendbook-installed', 'copy'].map((name) =>
    join(root, 'kb', name),
  ) as [string, string];
  linkSync(stamp, copy);
  const before = readFileSync(copy, 'utf8');
  put('kb/package-lock.json', lock({ changed: 1 }));
  await step(0);
  notEqual(readFileSync(stamp, 'utf8'), before);
  equal(readFileSync(copy, 'utf8'), before);
});

test('Packages of another installer are left to it', async () => {
  put('kb/node_modules/.pnpm/lock.yaml', '');
  const lacks = await step(0);
  deepEqual([lacks.result, lacks.asked], [1, []]);
  match(lacks.said, /run `pnpm install`\./);
  match((await stepOf('all', 0)).said, /run `pnpm install --prod=false`\./);
  installed('a', 'b', '@c/c');
  deepEqual(await step(0), { result: 0, asked: [], said: '' });
});

test('Packages that are all there are not installed anew: not in a workspace, nor after somebody else has run npm', async () => {
  for (const [name, version] of Object.entries(versions))
    put(`node_modules/${name}/package.json`, { version });
  put(`node_modules/${nodePackage()}/package.json`, { version: '24.1.0' });
  put(`node_modules/${program}`, '');
  put('kb/package-lock.json', { packages: { 'node_modules/a': { version: '1.9.5' } } });
  deepEqual(await step(0), { result: 0, asked: [], said: '' });
  rmSync(join(root, 'node_modules'), { recursive: true });
  put('kb/package-lock.json', { packages: { 'node_modules/a': { version: '1.9.0' } } });
  installed('a', 'b', '@c/c');
  deepEqual(await step(0), { result: 0, asked: [], said: '' });
});
