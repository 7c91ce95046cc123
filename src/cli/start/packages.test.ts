import { deepEqual, equal, match, notEqual, ok } from 'node:assert/strict';
import { existsSync, linkSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { install } from './install.mjs';
import { lackingPackages, nodeFor, otherInstaller, packageDir } from './packages.mjs';

let root = '';
const put = (path: string, text: unknown): void => {
  mkdirSync(join(root, path, '..'), { recursive: true });
  writeFileSync(join(root, path), typeof text === 'string' ? text : JSON.stringify(text));
};
const wanted = { a: '^1.2.3', b: '~6.0', '@c/c': '0.2.0' };
const versions: Readonly<Record<string, string>> = { a: '1.9.0', b: '6.0.7', '@c/c': '0.2.0' };
const installed = (...names: readonly string[]): void => {
  for (const name of names) put(`kb/node_modules/${name}/package.json`, { version: versions[name] });
  put('kb/node_modules/node/bin/node', '');
  put('kb/node_modules/node/package.json', { version: '24.1.0' });
};

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'packages-'));
  put('kb/package.json', { devDependencies: wanted });
  put('kb/package-lock.json', '{}');
});
afterEach(() => rmSync(root, { recursive: true }));

const lacking = (): readonly string[] => lackingPackages(join(root, 'kb'));

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
  installed();
  equal(nodeFor(join(root, 'kb'), '20.1.0', '/usr/bin/node'), join(root, 'kb/node_modules/node/bin/node'));
});

/** Runs the step with an installer that brings these packages, and gives its code, what it was asked and what was said. */
async function step(code: number, ...brings: readonly string[]) {
  const asked: string[][] = [];
  const said: string[] = [];
  const { error } = console;
  console.error = (line: string) => void said.push(line);
  try {
    const result = await install(join(root, 'kb'), async (_command, args) => {
      asked.push(args);
      if (brings.length > 0) installed(...brings);
      return code;
    });
    return { result, asked, said: said.join('\n') };
  } finally {
    console.error = error;
  }
}

test('All packages are asked for, whatever a shell says, and once only', async () => {
  const first = await step(0, 'a', 'b', '@c/c');
  equal(first.result, 0);
  for (const word of ['--include=dev', '--ignore-scripts=false']) ok(first.asked[0]?.includes(word), word);
  equal((await step(0)).asked.length, 0);
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
  put('kb/package-lock.json', '{"changed":1}');
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
  put('kb/package-lock.json', '{"changed":1}');
  await step(0);
  notEqual(readFileSync(stamp, 'utf8'), before);
  equal(readFileSync(copy, 'utf8'), before);
});

test('Packages of another installer are left to it', async () => {
  put('kb/node_modules/.pnpm/lock.yaml', '');
  const lacks = await step(0);
  deepEqual([lacks.result, lacks.asked], [1, []]);
  match(lacks.said, /run `pnpm install --prod=false`/);
  installed('a', 'b', '@c/c');
  deepEqual(await step(0), { result: 0, asked: [], said: '' });
});

test('Packages that are all there are not installed anew: not in a workspace, nor after somebody else has run npm', async () => {
  for (const [name, version] of Object.entries(versions))
    put(`node_modules/${name}/package.json`, { version });
  put('node_modules/node/package.json', { version: '24.1.0' });
  put('node_modules/node/bin/node', '');
  put('kb/package-lock.json', { packages: { 'node_modules/a': { version: '1.9.5' } } });
  deepEqual(await step(0), { result: 0, asked: [], said: '' });
  rmSync(join(root, 'node_modules'), { recursive: true });
  put('kb/package-lock.json', { packages: { 'node_modules/a': { version: '1.9.0' } } });
  installed('a', 'b', '@c/c');
  deepEqual(await step(0), { result: 0, asked: [], said: '' });
});
