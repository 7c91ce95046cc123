import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Problem } from '../domain/problems/problem.ts';
import { summary, terminalReport } from './terminal.ts';

const problem = (
  file: string,
  line: number,
  text: string | undefined,
  kind: Problem['kind'] = 'unknown-cause',
): Problem => ({
  kind,
  place: { file, line, column: 14, text },
  message: 'No cause has the id `crums`.',
  hint: 'Did you mean `crumbs`?',
});

test('Problems are grouped by file, with the line, its text, the remedy, the kind and one summary.', () => {
  const text = terminalReport(
    [
      problem('content/fixes/a.mdx', 6, '- { cause: crums, works: often }'),
      problem('content/fixes/a.mdx', 12, '- { cause: crums, works: often }'),
      problem('content/fixes/b.mdx', 1, undefined, 'unused-file'),
    ],
    { colour: false },
  );
  assert.equal(
    text,
    `content/fixes/a.mdx
   6 | - { cause: crums, works: often }
     | No cause has the id \`crums\`. Did you mean \`crumbs\`?    unknown-cause (6:14)
  12 | - { cause: crums, works: often }
     | No cause has the id \`crums\`. Did you mean \`crumbs\`?    unknown-cause (12:14)

content/fixes/b.mdx
  1 | No cause has the id \`crums\`. Did you mean \`crumbs\`?    warning unused-file (1:14)

2 problems and 1 warning in 2 files.`,
  );
});

test('Without problems one sentence says so.', () => {
  assert.equal(terminalReport([], { colour: false }), 'No problems.');
});

test('The summary counts errors and warnings apart.', () => {
  assert.equal(summary([problem('a', 1, 'x')]), '1 problem in 1 file.');
  assert.equal(
    summary([problem('a', 1, 'x', 'unused-file'), problem('a', 2, 'x', 'unused-file')]),
    '2 warnings in 1 file.',
  );
});

test('Long lines are cut, and signs that would steer the terminal are shown as a box.', () => {
  const long = terminalReport([problem('a', 1, 'x'.repeat(200))], { colour: false });
  assert.match(long, /^ {2}1 \| x{99}…$/m);
  assert.doesNotMatch(
    terminalReport([problem('a\u001b[2J', 1, 'red \u001b[31m\u202e')], { colour: false }),
    /[\u001b\u202e]/,
  );
});

test('In colour the words stay the same.', () => {
  const problems = [problem('a', 1, 'x'), problem('b', 1, 'x', 'unused-file')];
  const colour = terminalReport(problems, { colour: true });
  assert.match(colour, /\u001b\[31m/);
  assert.equal(colour.replace(/\u001b\[\d+m/g, ''), terminalReport(problems, { colour: false }));
});
