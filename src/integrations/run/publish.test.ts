import { deepEqual, equal, match, throws } from 'node:assert/strict';
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { outputFaultOf, outputOf } from './output.ts';
import { publish } from './publish.ts';

let folder = '';

beforeEach(() => void (folder = realpathSync(mkdtempSync(join(tmpdir(), 'publish-')))));
afterEach(() => rmSync(folder, { recursive: true }));

/** A folder with files, each of which holds its own text. */
function fill(name: string, files: Readonly<Record<string, string>>): string {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(join(folder, name, file, '..'), { recursive: true });
    writeFileSync(join(folder, name, file), text);
  }
  return join(folder, name);
}

const site = (text: string, more: Readonly<Record<string, string>> = {}): string =>
  fill('site', { 'index.html': text, 'search-index/search.json': '{}', ...more });
const read = (path: string): string => readFileSync(path, 'utf8');

test('A site takes the place of the one before; hosts are told not to change it, and its pages where they are served', () => {
  const out = join(folder, 'deep/dist');
  publish(site('one', { 'old/index.html': 'gone soon' }), out, { base: '/' });
  publish(site('two'), out, { base: '/help/' });
  deepEqual(readdirSync(out).sort(), ['.mendbook.json', '.nojekyll', 'index.html', 'search-index']);
  equal(read(join(out, 'index.html')), 'two');
  equal(JSON.parse(read(join(out, '.mendbook.json'))).base, '/help/');
  deepEqual(readdirSync(join(folder, 'deep')), ['dist']);
});

test('A link to the output folder stays a link, and what it leads to is filled, also where that is not there yet', () => {
  fill('web', { 'root/index.html': 'before', 'root/search-index/search.json': '{}' });
  for (const to of ['web/root', 'web/new']) {
    rmSync(join(folder, 'dist'), { force: true });
    symlinkSync(to, join(folder, 'dist'));
    publish(site(to), outputOf(join(folder, 'dist')), { base: '/' });
    equal(lstatSync(join(folder, 'dist')).isSymbolicLink(), true);
    equal(read(join(folder, to, 'index.html')), to);
  }
});

/** Makes a folder one that cannot be renamed: a mount of its own, or, where this account may not mount, in a folder that may not be written. Gives what undoes that. */
function fixInPlace(out: string): () => void {
  if (spawnSync('mount', ['-t', 'tmpfs', 'tmpfs', out]).status === 0)
    return () => void spawnSync('umount', [out]);
  chmodSync(join(out, '..'), 0o555);
  return () => chmodSync(join(out, '..'), 0o755);
}

test('A folder that cannot be renamed, such as a mount, is filled in its place, and only what a build wrote goes', () => {
  const out = join(folder, 'host/dist');
  mkdirSync(out, { recursive: true });
  const undo = fixInPlace(out);
  try {
    publish(site('one', { 'old/index.html': 'gone soon' }), out, { base: '/' });
    publish(site('two', { 'new/index.html': 'new' }), out, { base: '/' });
    deepEqual(
      readdirSync(out).sort(),
      ['.mendbook.json', '.nojekyll', 'index.html', 'new', 'search-index'].sort(),
    );
    equal(read(join(out, 'index.html')), 'two');
    deepEqual(readdirSync(join(out, '..')), ['dist']);
  } finally {
    undo();
  }
});

test('Files of others stay where they are, and what an earlier build wrote among them goes', () => {
  const out = fill('dist', { CNAME: 'help.example.org', '.git/HEAD': 'ref', 'notes/a.txt': 'mine' });
  publish(site('one', { 'start/index.html': 'gone soon' }), out, { base: '/' });
  publish(site('two'), out, { base: '/' });
  deepEqual(
    readdirSync(out).sort(),
    ['.git', '.mendbook.json', '.nojekyll', 'CNAME', 'index.html', 'notes', 'search-index'].sort(),
  );
  equal(read(join(out, 'index.html')), 'two');
  equal(read(join(out, 'notes/a.txt')), 'mine');
});

test('A page that somebody else wrote is never written over, before the build as after it', () => {
  const out = fill('dist', { 'index.html': 'a home page' });
  throws(
    () => publish(site('one'), out, { base: '/' }),
    /holds `index\.html`, which no build of this program wrote/,
  );
  equal(read(join(out, 'index.html')), 'a home page');
  const elsewhere = { project: join(folder, 'project'), content: join(folder, 'content') };
  match(outputFaultOf(out, elsewhere) ?? '', /Move it away, or name another folder with `--outDir`/);
});

test('A site from before builds took notes is an earlier site, not files of others', () => {
  const out = fill('dist', { 'index.html': 'old', 'search-index/search.json': '{}', CNAME: 'x' });
  publish(site('new'), out, { base: '/' });
  equal(read(join(out, 'index.html')), 'new');
  equal(read(join(out, 'CNAME')), 'x');
});

test('No site is written over the project, its content, or a file', () => {
  const project = fill('project', { 'src/a.ts': '', 'content/site.yaml': '', 'dist.zip': '' });
  const content = join(project, 'content');
  for (const name of ['.', '..', 'src', 'src/pages', 'content', 'content/out', 'node_modules'])
    match(
      outputFaultOf(join(project, name), { project, content }) ?? '',
      /because the project or its content lies there/,
      name,
    );
  match(outputFaultOf(join(project, 'dist.zip'), { project, content }) ?? '', /because that is a file/);
  equal(outputFaultOf(join(project, 'dist'), { project, content }), undefined);
});

test('Two builds that end at once leave one whole site and nothing else', async () => {
  const script = `
    import { publish } from ${JSON.stringify(new URL('publish.ts', import.meta.url).href)};
    import { mkdirSync, writeFileSync } from 'node:fs';
    const [name, out] = process.argv.slice(1);
    for (let turn = 0; turn < 40; turn++) {
      const site = out + '-' + name + turn;
      mkdirSync(site);
      for (let page = 0; page < 5; page++) writeFileSync(site + '/' + page + '.html', name);
      publish(site, out, { base: '/' });
    }`;
  const run = (name: string): Promise<number | null> =>
    new Promise((done) =>
      spawn(process.execPath, ['--input-type=module', '-e', script, name, join(folder, 'dist')], {
        stdio: 'inherit',
      }).once('exit', done),
    );
  deepEqual(await Promise.all([run('a'), run('b')]), [0, 0]);
  deepEqual(readdirSync(folder), ['dist']);
  const texts = [0, 1, 2, 3, 4].map((page) => read(join(folder, 'dist', `${page}.html`)));
  equal(new Set(texts).size, 1);
});

test('Packed copies of an earlier build go with it, in a folder of its own and among files of others', () => {
  const out = join(folder, 'dist');
  publish(site('one'), out, { base: '/' });
  writeFileSync(join(out, 'index.html.br'), 'one, packed');
  publish(site('two'), out, { base: '/' });
  deepEqual(readdirSync(out).sort(), ['.mendbook.json', '.nojekyll', 'index.html', 'search-index']);
  writeFileSync(join(out, 'index.html.br'), 'two, packed');
  writeFileSync(join(out, 'CNAME'), 'toast.example');
  publish(site('three'), out, { base: '/' });
  deepEqual(readdirSync(out).sort(), ['.mendbook.json', '.nojekyll', 'CNAME', 'index.html', 'search-index']);
});

test('Where the disk of the output gets full, the site before stays and nothing is left behind', (t) => {
  const disk = join(folder, 'disk');
  mkdirSync(disk);
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', disk], { stdio: 'ignore' });
  } catch {
    return t.diagnostic('No small disk can be mounted here.');
  }
  try {
    const out = join(disk, 'dist');
    publish(site('one'), out, { base: '/' });
    const large = Object.fromEntries(
      Array.from({ length: 10 }, (_, nth) => [`large/${nth}.txt`, 'x'.repeat(200_000)]),
    );
    throws(() => publish(site('two', large), out, { base: '/' }));
    equal(read(join(out, 'index.html')), 'one');
    deepEqual(readdirSync(disk), ['dist']);
  } finally {
    execFileSync('umount', [disk]);
  }
});
