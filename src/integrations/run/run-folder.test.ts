import { deepEqual, equal, match, notEqual } from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { keepFolder, openRunFolder } from './run-folder.ts';

const dead = spawnSync(process.execPath, ['--version']).pid;
let folder = '';

beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'run-folder-'))));
afterEach(() => rmSync(folder, { recursive: true }));

function knowledgeBase(name: string) {
  mkdirSync(join(folder, name), { recursive: true });
  writeFileSync(join(folder, name, 'site.yaml'), name);
  return { path: join(folder, name), name };
}

test('Every knowledge base has a folder of its own, whatever its path is made of, and every run of it another one', () => {
  const names = [
    'kb',
    'other/kb',
    'kb#1',
    'kb?x=1',
    '100%',
    '%20',
    'a b',
    '[x] {y}',
    '"q"',
    'だいどころ',
    'é'.repeat(80),
  ];
  const runs = names.map((name) => openRunFolder(folder, knowledgeBase(name)));
  equal(new Set(runs.map(({ kept }) => kept)).size, names.length);
  for (const [at, run] of runs.entries()) {
    match(run.root.slice(folder.length), /^\/\.cache\/[a-z0-9-]+\/run-\d+$/, names[at]);
  }
  notEqual(openRunFolder(folder, knowledgeBase('kb'), 1).root, runs[0]?.root);
  for (const run of runs) rmSync(run.root, { recursive: true });
});

test('A path and a link to it are one knowledge base', () => {
  const base = knowledgeBase('kb');
  spawnSync('ln', ['-s', base.path, join(folder, 'link')]);
  equal(
    openRunFolder(folder, base).kept,
    openRunFolder(folder, { path: join(folder, 'link'), name: 'link' }).kept,
  );
});

test('What a killed run left behind goes with the next run; that of a living one, and the knowledge base, stay', () => {
  const base = knowledgeBase('kb');
  const killed = openRunFolder(folder, base, dead);
  const living = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
  try {
    const other = openRunFolder(folder, knowledgeBase('other'), living.pid);
    openRunFolder(folder, base);
    deepEqual(existsSync(killed.root), false);
    deepEqual(existsSync(other.root), true);
    deepEqual(readdirSync(base.path), ['site.yaml']);
  } finally {
    living.kill();
  }
});

test('A folder is kept as a whole, and one that is not there leaves the last one', () => {
  const [from, to, aside] = ['from', 'to', 'aside'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  for (const text of ['1', '2']) {
    mkdirSync(from, { recursive: true });
    writeFileSync(join(from, 'x'), text);
    keepFolder(from, to, aside);
    equal(readFileSync(join(to, 'x'), 'utf8'), text);
  }
  rmSync(from, { recursive: true });
  keepFolder(from, to, aside);
  equal(readFileSync(join(to, 'x'), 'utf8'), '2');
  deepEqual(readdirSync(folder), ['to']);
});

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  test(`A run that is stopped by ${signal} takes its folder along`, async () => {
    const base = knowledgeBase('kb');
    const script = `
      import { openRunFolder } from ${JSON.stringify(new URL('run-folder.ts', import.meta.url).href)};
      openRunFolder(${JSON.stringify(folder)}, ${JSON.stringify(base)});
      console.log('open');
      setInterval(() => {}, 1000);`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await new Promise((done) => child.stdout.once('data', done));
    const [key = ''] = readdirSync(join(folder, '.cache'));
    equal(readdirSync(join(folder, '.cache', key)).length, 1);
    const ended = new Promise((done) => child.once('exit', done));
    child.kill(signal);
    equal(await ended, { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 }[signal]);
    deepEqual(readdirSync(join(folder, '.cache', key)), []);
  });
