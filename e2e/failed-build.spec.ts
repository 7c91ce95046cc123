import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import { build, kb, scratch } from './build-site.ts';
import { filesOf } from './built-site.ts';
import { expect, test } from './knowledge-base.ts';

const good = 'e2e/fixtures/toaster';
const bad = join(scratch, 'bad', 'toaster');
const site = join(scratch, 'bad', 'site');

/** Four mistakes of four kinds, and every place that they show up at. */
const expected = [
  'toaster/fixes/reset-browning-memory.mdx:10 unknown-cause',
  'toaster/fixes/try-another-socket.md:8 unknown-cause',
  'toaster/fixes/try-another-socket.md:38 broken-link',
  'toaster/fixes/turn-the-dial-down.mdx:9 unknown-cause',
  'toaster/fixes/unplug-and-cool.mdx:24 mdx-syntax',
  'toaster/glossary.yaml:5 broken-link',
  'toaster/symptoms/stays-cold.mdx:2 bad-yaml',
];

test.beforeAll(async () => {
  await mkdir(join(scratch, 'bad'), { recursive: true });
  await cp(good, bad, { recursive: true });
  await rm(join(bad, 'causes', 'browning-memory-is-wrong.mdx'));
  await change('fixes/try-another-socket.md', 'cause: no-power-at-socket', 'cause: no-power-at-sockett');
  await change('symptoms/stays-cold.mdx', 'title: The toaster stays cold', 'title: "The toaster stays cold');
  await change('fixes/unplug-and-cool.mdx', '</Steps>', '');
  await mkdir(site, { recursive: true });
  await writeFile(join(site, 'index.html'), 'the last good build');
});

test.describe.configure({ mode: 'serial' });

test('a deleted cause, a misspelt id, broken YAML and broken MDX are found in one run, each with its file and line', async () => {
  const { code, output } = await kb(['check', '--json'], bad);
  const { problems } = JSON.parse(output) as {
    problems: { kind: string; severity: string; file: string; line: number; hint: string }[];
  };
  expect(
    problems
      .filter(({ severity }) => severity === 'error')
      .map(
        ({ file, line, kind }) =>
          `${relative(resolve(scratch, 'bad'), resolve(file)).replaceAll(sep, '/')}:${line} ${kind}`,
      ),
  ).toEqual(expected);
  expect(problems.find(({ file, line }) => file.endsWith('try-another-socket.md') && line === 8)?.hint).toBe(
    'Did you mean `no-power-at-socket`?',
  );
  expect(code).toBe(1);
});

test('the build reports the same problems, fails, and leaves the last good site as it was', async () => {
  const { code, output } = await build(bad, site);
  for (const line of expected) {
    const [, file = '', number = '', kind = ''] = /^(.*):(\d+) (.*)$/.exec(line) ?? [];
    const report = output.slice(output.indexOf(file));
    expect(report, line).toMatch(
      new RegExp(`^${file.replaceAll('.', '\\.')}\\n[\\s\\S]*?^ *${number} \\| [\\s\\S]*?${kind}`, 'm'),
    );
  }
  expect(output).toMatch(/^7 problems .*in \d files\.$/m);
  expect(code).toBe(1);
  expect(filesOf(site)).toEqual(['/index.html']);
  expect(await readFile(join(site, 'index.html'), 'utf8')).toBe('the last good build');
});

test('a folder without articles is a problem, not an empty site', async () => {
  const { code, output } = await kb(['check'], join(scratch, 'no-such-folder'));
  expect(output).toContain('The content folder `no-such-folder` is missing or holds no articles.');
  expect(code).toBe(1);
});

async function change(file: string, from: string, to: string): Promise<void> {
  const text = await readFile(join(bad, file), 'utf8');
  if (!text.includes(from)) throw new Error(`${file} does not say ${from}`);
  await writeFile(join(bad, file), text.replace(from, to));
}
