import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sarifReport } from './sarif.ts';

test('A code host gets each kind as a rule and each problem as its result, with an address that it can open.', () => {
  const log = JSON.parse(
    sarifReport([
      {
        kind: 'broken-link',
        place: { file: 'my content/a#1.mdx', line: 6, column: 14 },
        message: 'The link leads nowhere.',
        hint: 'Remove it.',
      },
      {
        kind: 'unused-file',
        place: { file: 'my content/b.yaml', line: 1, column: 1 },
        message: 'No symptom asks it.',
        hint: 'Delete it.',
      },
    ]),
  );
  assert.equal(log.version, '2.1.0');
  const [run] = log.runs;
  assert.deepEqual(
    run.tool.driver.rules.map((rule: { id: string; defaultConfiguration: { level: string } }) => [
      rule.id,
      rule.defaultConfiguration.level,
    ]),
    [
      ['broken-link', 'error'],
      ['unused-file', 'warning'],
    ],
  );
  assert.deepEqual(run.results[0], {
    ruleId: 'broken-link',
    ruleIndex: 0,
    level: 'error',
    message: { text: 'The link leads nowhere. Remove it.' },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: 'my%20content/a%231.mdx' },
          region: { startLine: 6, startColumn: 14 },
        },
      },
    ],
  });
});
