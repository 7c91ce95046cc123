import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { hashesName, hashesText } from '../../hosting/file-hashes.ts';
import { servedFilesIn } from '../../server/served-files.ts';
import { deploy } from './deploy.ts';
import { verify } from './verify.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), 'deploy-'));
after(() => rmSync(scratch, { recursive: true, force: true }));

/** A built site that says `text`, with one script that is its own, and as many large files as asked for. */
function siteThatSays(text: string, large = 0): string {
  const dir = join(scratch, `site-${text}`);
  const files = {
    'index.html': `<!doctype html>${text}`,
    [`_astro/${text}.js`]: text,
    ...Object.fromEntries(
      Array.from({ length: large }, (_, nth) => [`large/${nth}.txt`, 'x'.repeat(200_000)]),
    ),
  };
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(dir, name)), { recursive: true });
    writeFileSync(join(dir, name), content);
  }
  const hashes = new Map(
    servedFilesIn(dir)
      .filter(({ name }) => name !== hashesName)
      .map(({ name, hash }) => [name, hash]),
  );
  writeFileSync(join(dir, hashesName), hashesText(hashes));
  return dir;
}

const says = (target: string): string => readFileSync(join(target, 'current', 'index.html'), 'utf8');
const put = (dir: string, target: string, ...more: readonly string[]) =>
  deploy([target, '--dir', dir, ...more], { root });

test('A site is published in one move, keeps the scripts of the one before for pages that are open, and goes back in one command', async () => {
  const target = join(scratch, 'host');
  equal((await put(siteThatSays('one'), target)).code, 0);
  equal((await put(siteThatSays('two'), target)).code, 0);
  equal(says(target), '<!doctype html>two');
  ok(existsSync(join(target, 'current', '_astro', 'one.js')));
  equal((await verify([join(target, 'current')], { root })).code, 0);
  writeFileSync(join(target, 'current', '_astro', 'mine.js'), 'mine');
  match((await verify([join(target, 'current')], { root })).error ?? '', /`_astro\/mine\.js` is no file/);
  rmSync(join(target, 'current', '_astro', 'mine.js'));
  match((await deploy([target, '--rollback'], { root })).output ?? '', /leads to releases\/0001-/);
  equal(says(target), '<!doctype html>one');
  match((await deploy([target, '--rollback'], { root })).error ?? '', /no earlier release/);
  equal(says(target), '<!doctype html>one');
});

test('A release that was rolled back is never gone back to, and pages of it that are open keep their scripts', async () => {
  const target = join(scratch, 'back');
  for (const text of ['one', 'two', 'bad']) await put(siteThatSays(text), target);
  equal((await deploy([target, '--rollback'], { root })).code, 0);
  equal(says(target), '<!doctype html>two');
  for (const script of ['one', 'two', 'bad'])
    ok(existsSync(join(target, 'current', '_astro', `${script}.js`)), script);
  equal((await verify([join(target, 'current')], { root })).code, 0);
  await put(siteThatSays('three'), target);
  equal((await deploy([target, '--rollback'], { root })).code, 0);
  equal(says(target), '<!doctype html>two');
  equal((await deploy([target, '--rollback'], { root })).code, 0);
  equal(says(target), '<!doctype html>one');
});

test('Only the last releases stay', async () => {
  const target = join(scratch, 'tidy');
  for (const text of ['one', 'two', 'three', 'four']) await put(siteThatSays(text), target, '--keep', '2');
  deepEqual(
    readdirSync(join(target, 'releases')).map((name) => name.slice(0, 4)),
    ['0003', '0004'],
  );
});

test('The release before stays whatever was asked, and no less than one can be asked for', async () => {
  const target = join(scratch, 'one');
  for (const text of ['one', 'two', 'three']) await put(siteThatSays(text), target, '--keep', '1');
  deepEqual(
    readdirSync(join(target, 'releases')).map((name) => name.slice(0, 4)),
    ['0002', '0003'],
  );
  for (const keep of ['0', '-1', '1.5', 'all'])
    match(
      (await put(siteThatSays('four'), target, `--keep=${keep}`)).error ?? '',
      /^`deploy` takes a folder/,
    );
  equal((await deploy([target, '--rollback'], { root })).code, 0);
  equal(says(target), '<!doctype html>two');
});

test('A deploy that is killed in the middle of its copy leaves the site as it was, and the next one goes through', async () => {
  const target = join(scratch, 'killed');
  await put(siteThatSays('one'), target);
  const large = siteThatSays('large', 300);
  const child = spawn(process.execPath, [join(root, 'src/cli/main.ts'), 'deploy', target, '--dir', large], {
    stdio: 'ignore',
  });
  const half = (): string | undefined =>
    readdirSync(join(target, 'releases')).find((name) => name.startsWith('.'));
  while (half() === undefined && child.exitCode === null) await pause(1);
  child.kill('SIGKILL');
  await new Promise((done) => child.once('exit', done));
  ok(half() !== undefined, 'It was killed before it was done.');
  equal(says(target), '<!doctype html>one');
  equal((await verify([join(target, 'current'), '--against', siteThatSays('one')], { root })).code, 0);
  equal((await put(siteThatSays('two'), target)).code, 0);
  equal(half(), undefined);
  equal(says(target), '<!doctype html>two');
});

test('A site whose files are not those that were built is not published', async () => {
  const target = join(scratch, 'torn');
  await put(siteThatSays('one'), target);
  const torn = siteThatSays('torn');
  writeFileSync(join(torn, '_astro', 'torn.js'), 'tor');
  match((await put(torn, target)).error ?? '', /Nothing was published: the copy is not whole[^]*torn\.js/);
  equal(says(target), '<!doctype html>one');
  equal(readdirSync(join(target, 'releases')).length, 1);
});

test('Where the disk gets full, the site stays as it was and nothing is left behind', async (t) => {
  const target = join(scratch, 'full');
  mkdirSync(target);
  const disk = smallDisk(target);
  if (!disk) return t.diagnostic('No small disk can be mounted here.');
  try {
    await put(siteThatSays('one'), target);
    match(
      (await put(siteThatSays('full', 20), target)).error ?? '',
      /^Nothing was published, .*(?:ENOSPC|EIO)/,
    );
    equal(says(target), '<!doctype html>one');
    deepEqual(
      readdirSync(join(target, 'releases')).map((name) => name.slice(0, 4)),
      ['0001'],
    );
    equal(readlinkSync(join(target, 'current')).startsWith('releases/0001-'), true);
  } finally {
    execFileSync('umount', [target]);
  }
});

/** Mounts a disk of 1 MB, which only root may, and not everywhere. */
function smallDisk(folder: string): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
