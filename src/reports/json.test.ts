import assert from 'node:assert/strict';
import { test } from 'node:test';
import { jsonReport } from './json.ts';

test('A program gets kind, severity, place, message and hint of each problem, and the totals.', () => {
  const report = jsonReport([
    {
      kind: 'unknown-cause',
      place: { file: 'content/fixes/x.mdx', line: 6, column: 14, text: '- { cause: a }' },
      message: 'No cause has the id `a`.',
      hint: 'Did you mean `b`?',
    },
    {
      kind: 'unused-file',
      place: { file: 'content/questions/y.yaml', line: 1, column: 1 },
      message: 'No symptom asks it.',
      hint: 'Delete the file.',
    },
  ]);
  assert.deepEqual(JSON.parse(report), {
    problems: [
      {
        kind: 'unknown-cause',
        severity: 'error',
        file: 'content/fixes/x.mdx',
        line: 6,
        column: 14,
        message: 'No cause has the id `a`.',
        hint: 'Did you mean `b`?',
      },
      {
        kind: 'unused-file',
        severity: 'warning',
        file: 'content/questions/y.yaml',
        line: 1,
        column: 1,
        message: 'No symptom asks it.',
        hint: 'Delete the file.',
      },
    ],
    totals: { errors: 1, warnings: 1, todos: 0, files: 2, kinds: { 'unknown-cause': 1, 'unused-file': 1 } },
  });
  assert.deepEqual(JSON.parse(jsonReport([])), {
    problems: [],
    totals: { errors: 0, warnings: 0, todos: 0, files: 0, kinds: {} },
  });
});
