import assert from 'node:assert/strict';
import { test } from 'node:test';
import { githubReport } from './github.ts';

test('A workflow of GitHub shows each problem at its line, errors first, whatever signs are in it.', () =>
  assert.equal(
    githubReport([
      {
        kind: 'unused-file',
        place: { file: 'content/questions/y.yaml', line: 1, column: 1 },
        message: 'No symptom asks it.',
        hint: 'Delete the file.',
      },
      {
        kind: 'broken-link',
        place: { file: 'content/a,b:c.mdx', line: 6, column: 14 },
        message: 'The link `/100%/` leads\nnowhere.',
        hint: 'Remove it.',
      },
    ]),
    `::error file=content/a%2Cb%3Ac.mdx,line=6,col=14,title=broken-link::The link \`/100%25/\` leads%0Anowhere. Remove it.
::warning file=content/questions/y.yaml,line=1,col=1,title=unused-file::No symptom asks it. Delete the file.
1 problem and 1 warning in 2 files.`,
  ));

test('Without problems one sentence says so.', () => assert.equal(githubReport([]), 'No problems.'));
