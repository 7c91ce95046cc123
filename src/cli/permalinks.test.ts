import { deepEqual, equal, ok } from 'node:assert/strict';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { history, type Stage } from '../../e2e/fixtures/permalink-history.ts';
import { checkContent } from '../articles/check-content.ts';
import { parseLedger } from '../domain/permalinks/ledger.ts';
import { severityOf } from '../domain/problems/problem.ts';
import { terminalReport } from '../reports/terminal.ts';
import { permalinks } from './permalinks.ts';

delete process.env['KB_CONTENT'];
delete process.env['CI'];
const root = mkdtempSync(join(tmpdir(), 'permalinks-'));
const dir = join(root, 'content');
const ledger = join(dir, 'permalinks.json');
cpSync(fileURLToPath(new URL('../../e2e/fixtures/toaster', import.meta.url)), dir, { recursive: true });
after(() => rmSync(root, { recursive: true }));

const kb = (...args: readonly string[]) => permalinks(args, { root });
const errors = async () =>
  checkContent({ path: dir, name: 'content' }).problems.filter((problem) => severityOf(problem) === 'error');

test('before the first ledger nothing is promised, and only a build server minds', async () => {
  const shown = await kb();
  equal(shown.code, 0);
  const named = /^Nothing is published yet: (\S+) does not exist\./.exec(shown.output ?? '')?.[1];
  equal(resolve(named ?? ''), ledger);
  equal((await kb('--check')).code, 0);
  process.env['CI'] = 'true';
  equal((await kb('--check')).code, 1);
  delete process.env['CI'];
});

for (const stage of history) {
  test(`history: ${stage.name}`, async () => {
    stage.edit(dir);
    const found = await errors();
    deepEqual(found.map(({ kind }) => kind).sort(), stage.errors);
    const report = terminalReport(found, { colour: false });
    for (const words of stage.says ?? []) ok(report.includes(words), `${words}\n\nis not in\n\n${report}`);
    if (stage.errors.length > 0) await refusesToRecord();
    await mend(stage);
    deepEqual(await errors(), []);
    const before = published();
    const written = await kb('--write');
    equal(written.code, 0, written.error);
    equal((await kb('--check')).code, 0);
    for (const [address, row] of before) equal(published().get(address), row, `${address} stays as it was`);
  });
}

async function refusesToRecord(): Promise<void> {
  const before = readFileSync(ledger, 'utf8');
  const { code, error } = await kb('--write');
  equal(code, 1);
  ok(error?.startsWith('Nothing was recorded: '));
  equal(readFileSync(ledger, 'utf8'), before);
  equal((await kb('--check')).code, 1);
}

async function mend({ mend: how }: Stage): Promise<void> {
  if (how !== 'fix') return how?.(dir);
  const { code, output } = await kb('--fix');
  equal(code, 0, output);
  ok(output?.includes('keeps its published id'));
  const again = await kb('--fix');
  ok(!again.output?.includes('keeps its published id'), 'a second run finds nothing to do');
}

function published(): ReadonlyMap<string, string> {
  if (!existsSync(ledger)) return new Map();
  return new Map(
    parseLedger(readFileSync(ledger, 'utf8')).entries.map((entry) => [entry.address, JSON.stringify(entry)]),
  );
}

test('a new step is a warning to its author, and fails the check of a build server', async () => {
  const path = join(dir, 'fixes/unplug-and-cool.mdx');
  const text = readFileSync(path, 'utf8');
  writeFileSync(path, text.replace('\n</Steps>', '\n9. Wait for a friend.\n</Steps>'));
  const { problems } = checkContent({ path: dir, name: 'content' });
  deepEqual(
    problems.filter(({ kind }) => kind !== 'unused-file').map(({ kind, message }) => [kind, message]),
    [['unpublished-anchor', 'Not in the ledger yet: `wait-for-a-friend`.']],
  );
  const shown = await kb('--check');
  equal(shown.code, 1);
  ok(shown.output?.includes('+ /fixes/unplug-and-cool/#wait-for-a-friend  step “Wait for a friend.”'));
  writeFileSync(path, text);
});

test('a ledger with a broken line names the line, and is not written over', async () => {
  const text = readFileSync(ledger, 'utf8');
  writeFileSync(ledger, text.replace('"is":"fix"', '"is":"fox"'));
  const [problem] = await errors();
  equal(problem?.kind, 'bad-ledger');
  ok((problem?.place.line ?? 0) > 2);
  equal((await kb('--write')).code, 1);
  writeFileSync(ledger, text);
});

test('a ledger that lost a comma is mended by writing it', async () => {
  const text = readFileSync(ledger, 'utf8');
  writeFileSync(ledger, text.replace('},\n', '}\n'));
  equal((await errors())[0]?.kind, 'bad-ledger');
  equal((await kb('--write')).code, 0);
  ok(readFileSync(ledger, 'utf8') === text, 'the file is as it was');
});

test('an unknown word on the command line is refused', async () => equal((await kb('--wriet')).code, 1));
