import { equal, match, ok } from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { withCase } from '../../articles/fixtures/fixture-case.ts';
import { checkContent } from '../../articles/check-content.ts';

const main = fileURLToPath(new URL('../main.ts', import.meta.url));

/** Runs `kb learn` on a text, over a knowledge base. */
function learn(content: string, text: string, ...options: readonly string[]) {
  const file = join(dirname(content), 'mail.txt');
  writeFileSync(file, text);
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, 'learn', file, ...options], {
    encoding: 'utf8',
    env: { ...process.env, KB_CONTENT: content, NODE_OPTIONS: '' },
  });
  return { status, stdout, stderr };
}

const mail = `Hello, I tried this:
> https://toast.example/symptoms/pops-up-at-once/#tried=1.empty-crumb-tray_n_kf12oo.reset-the-base_w_kf12p0
and my neighbour this: https://toast.example/symptoms/pops-up-at-once/does-the-light-come-on/light/#tried=1.empty-crumb-tray_w_kf12qq
`;

test('`kb learn` writes what was reported, says what it teaches, and adds nothing when it reads the same again', async () => {
  await withCase(undefined, async (content) => {
    const first = learn(content, mail);
    equal(first.status, 0, first.stderr);
    match(first.stdout, /^2 new reports\./);
    match(first.stdout, /reset-the-base, against magnet-without-power +0\.\d\d → 0\.\d\d/);
    const moved = [...first.stdout.matchAll(/^ {4}was {2}(.*)\n {4}now {2}(.*)$/gm)];
    ok(moved.every(([, was, now]) => was !== now));
    const text = readFileSync(join(content, 'evidence.yaml'), 'utf8');
    match(
      text,
      / {2}pops-up-at-once:\n(?: {4}# .*\n)* {4}- \{ tried: \[empty-crumb-tray, reset-the-base\], worked: true, times: 1 \}\n {4}- \{ tried: \[empty-crumb-tray\], worked: true, times: 1, answers: \[does-the-light-come-on\/light\] \}\n/,
    );
    const { problems } = checkContent({ path: content, name: 'content' }, '2026-11-24');
    equal(problems.filter(({ place }) => place.file.endsWith('evidence.yaml')).length, 0);
    const second = learn(content, mail);
    match(second.stdout, /Nothing is written\.$/m);
    match(second.stdout, /^0 new reports\.\n {2}left out: 2 read before/);
    equal(readFileSync(join(content, 'evidence.yaml'), 'utf8'), text);
  });
});

test('`kb learn` names a file that cannot be read, and how it is used where none is named', async () => {
  await withCase(undefined, async (content) => {
    const missing = learn(content, mail, 'gone.txt');
    equal(missing.status, 1);
    match(missing.stderr, /^The file `gone\.txt` cannot be read\. Use `kb learn FILE…`/);
    equal(existsSync(join(content, 'evidence.yaml')), false);
    const bare = spawnSync(process.execPath, [main, 'learn'], {
      encoding: 'utf8',
      env: { ...process.env, KB_CONTENT: content, NODE_OPTIONS: '' },
    });
    equal(bare.status, 1);
    match(bare.stderr, /^Use `kb learn FILE…`/);
  });
});

test('`kb learn --dry-run` writes nothing', async () => {
  await withCase(undefined, async (content) => {
    match(learn(content, mail, '--dry-run').stdout, /Nothing is written\.$/m);
    equal(existsSync(join(content, 'evidence.yaml')), false);
  });
});

test('a count such as “57 of 103” is no report, and is refused with the reason', async () => {
  await withCase(undefined, async (content) => {
    const { status, stderr } = learn(content, 'empty-crumb-tray: 57 of 103\n');
    equal(status, 1);
    match(
      stderr,
      /^“57 of 103” is no report\. How many readers a fix worked for depends on who gets that far/,
    );
  });
});
