import { deepEqual, equal, ok } from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { checkContent } from '../articles/check-content.ts';
import { formatLedger, parseLedger } from '../domain/permalinks/ledger.ts';
import { severityOf } from '../domain/problems/problem.ts';
import { fixtures } from '../articles/fixtures/fixture-case.ts';
import { permalinks } from './permalinks.ts';

delete process.env['KB_CONTENT'];
const root = mkdtempSync(join(tmpdir(), 'large-ledger-'));
const dir = { path: join(root, 'content'), name: 'content' };
const file = join(dir.path, 'permalinks.json');
cpSync(join(fixtures, 'valid'), dir.path, { recursive: true });
after(() => rmSync(root, { recursive: true }));

/** As many addresses as ten thousand articles publish. Those of answers may come and go, so no article has to stand behind them. */
const old = Array.from({ length: 90_000 }, (_, number) => ({
  address: `/symptoms/stays-cold/the-answer-that-was-given/${number}/`,
  is: 'answer' as const,
  text: 'The light beside the lever comes on and goes out again.',
  since: '2026-11-24',
}));

test('a ledger of ten thousand articles is written, checked and read, and keeps every line', async () => {
  writeFileSync(file, formatLedger(old));
  const written = await permalinks(['--write'], { root });
  equal(written.code, 0, written.error);
  ok(statSync(file).size > 10_000_000);
  equal((await permalinks(['--check'], { root })).code, 0);
  const { content, problems } = checkContent(dir);
  deepEqual(
    problems.filter((problem) => severityOf(problem) === 'error'),
    [],
  );
  equal(content.ledger?.entries.length, parseLedger(readFileSync(file, 'utf8')).entries.length);
  ok((content.ledger?.entries.length ?? 0) > old.length);
  equal(written.output?.includes('Nothing is new'), false);
});
