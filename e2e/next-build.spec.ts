import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { randomFrom } from '../src/domain/plan/random.ts';
import { kb, root, scratch } from './build-site.ts';
import { filesOf } from './built-site.ts';
import { expect, test } from './knowledge-base.ts';

/** How many random edits are tried; `KB_EDITS=200` tries that many, which takes a quarter of an hour. */
const edits = Number(process.env['KB_EDITS'] ?? 3);
const content = join(scratch, 'edited', 'content');
const out = join(scratch, 'edited', 'site');
const clean = join(scratch, 'edited', 'clean');

// Both change the same content.
test.describe.configure({ mode: 'serial' });

test.beforeAll(() => cpSync(join(root, 'e2e/fixtures/toaster'), content, { recursive: true }));

const build = (outDir: string, ...options: readonly string[]) =>
  kb(['build', '--outDir', outDir, ...options], content);

test('a build of what has not changed does nothing, and notices every change, in the content and in the built site', async () => {
  test.setTimeout(180_000);
  expect((await build(out, '--clean')).code).toBe(0);
  const again = await build(out);
  expect(again.code).toBe(0);
  expect(again.output).toContain('Nothing has changed since the last build');
  rmSync(join(out, 'index.html'));
  expect((await build(out)).output).toContain('written to');
  expect(readFileSync(join(out, 'index.html'), 'utf8')).toContain('</html>');
  const site = join(content, 'site.yaml');
  writeFileSync(site, readFileSync(site, 'utf8').replace(/^title: .*$/m, 'title: Another title'));
  expect((await build(out)).output).toContain('written to');
  expect(readFileSync(join(out, 'index.html'), 'utf8')).toContain('Another title');
});

test('after any edit, a build that remembers the last one gives the same files as one that does not', async () => {
  test.setTimeout(120_000 + edits * 60_000);
  const random = randomFrom(7);
  for (let nth = 0; nth < edits; nth++) {
    const edit = change(random);
    const next = await build(out);
    if (next.code !== 0) {
      // The check has refused the edit; what stands is the last good site.
      undo(edit);
      continue;
    }
    expect((await build(clean, '--clean')).code, edit.what).toBe(0);
    const files = filesOf(clean);
    expect(filesOf(out), edit.what).toEqual(files);
    const different = files.filter(
      (file) => !readFileSync(join(out, file)).equals(readFileSync(join(clean, file))),
    );
    expect(different, edit.what).toEqual([]);
  }
});

interface Edit {
  readonly what: string;
  readonly path: string;
  readonly before: string;
}

/** Changes one line of one file at random: a word, a number, a likelihood, or the whole line goes. */
function change(random: () => number): Edit {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const files = readdirSync(content, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.(?:mdx?|ya?ml|svg)$/.test(name),
  );
  const name = pick(files.sort());
  const path = join(content, name);
  const before = readFileSync(path, 'utf8');
  const lines = before.split('\n');
  const at = Math.floor(random() * lines.length);
  const line = lines[at] ?? '';
  const [how, changed] = pick<readonly [string, string | undefined]>([
    ['a word', line.replace(/\b[a-z]{4,}\b/, 'changed')],
    ['a number', line.replace(/\d+/, (digits) => String(Number(digits) + 1))],
    ['a likelihood', line.replace(/\b(?:often|sometimes|seldom|almost-always)\b/, 'often')],
    ['without the line', undefined],
  ]);
  lines.splice(at, 1, ...(changed === undefined ? [] : [changed]));
  writeFileSync(path, lines.join('\n'));
  return { what: `edit of ${name}, line ${at + 1}: ${how}`, path, before };
}

function undo({ path, before }: Edit): void {
  writeFileSync(path, before);
}
