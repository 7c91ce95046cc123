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

test('Errors stand last, grouped by file, with the line, its text, the remedy, the kind, totals and one summary.', () => {
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
    `content/fixes/b.mdx
  1 | No cause has the id \`crums\`. Did you mean \`crumbs\`?    warning unused-file (1:14)

content/fixes/a.mdx
   6 | - { cause: crums, works: often }
     | No cause has the id \`crums\`. Did you mean \`crumbs\`?    unknown-cause (6:14)
  12 | - { cause: crums, works: often }
     | No cause has the id \`crums\`. Did you mean \`crumbs\`?    unknown-cause (12:14)

Totals
  1 warning unused-file
  2 unknown-cause

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

const many = (number: number, kind: Problem['kind'], message?: string): readonly Problem[] =>
  Array.from({ length: number }, (_, index) => ({
    kind,
    place: { file: `content/fixes/${String(index).padStart(4, '0')}.mdx`, line: 4, column: 1, text: 'x' },
    message: message ?? `Slip ${index}.`,
    hint: 'Mend it.',
  }));

test('What is wrong in the same way in 340 files is one line with a count.', () =>
  assert.equal(
    terminalReport(many(340, 'unknown-field', '`owner` is not a field.'), { colour: false }),
    `The same in many places
  340 × | \`owner\` is not a field. Mend it.    unknown-field (340 files, first content/fixes/0000.mdx:4:1)

Totals
  340 unknown-field

340 problems in 340 files.`,
  ));

test('The one error among thousands of warnings stands at the end, and so do the totals of each kind.', () => {
  const report = terminalReport([...many(5000, 'writing-promise'), problem('content/a.mdx', 3, 'x')], {
    colour: false,
  });
  const lines = report.split('\n');
  assert.ok(lines.length < 100, String(lines.length));
  assert.deepEqual(lines.slice(-10), [
    'content/a.mdx',
    '  3 | x',
    '    | No cause has the id `crums`. Did you mean `crumbs`?    unknown-cause (3:14)',
    '',
    'Totals',
    '  5000 warning writing-promise, 4980 of them not shown',
    '     1 unknown-cause',
    '`npm run -s check -- --kind writing-promise --max all` shows all of one kind.',
    '',
    '1 problem and 5000 warnings in 5001 files.',
  ]);
});

test('As many of each kind are shown as are asked for, and all where all are.', () => {
  const shown = (most: number): number =>
    terminalReport(many(60, 'unknown-field'), { colour: false, most }).match(/Slip/g)?.length ?? 0;
  assert.deepEqual([shown(0), shown(7), shown(Infinity)], [0, 7, 60]);
});
