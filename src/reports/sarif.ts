import { catalogue, type ProblemKind } from '../domain/problems/catalogue.ts';
import { severityOf, type Problem } from '../domain/problems/problem.ts';

/** Problems as a SARIF 2.1.0 log, which code hosts and editors read; each kind is a rule. Columns count UTF-16 units from 1. */
export function sarifReport(problems: readonly Problem[]): string {
  const kinds = [...new Set(problems.map(({ kind }) => kind))].sort();
  return JSON.stringify(
    {
      $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
      version: '2.1.0',
      runs: [
        {
          tool: { driver: { name: 'Mendbook', rules: kinds.map(ruleOf) } },
          columnKind: 'utf16CodeUnits',
          results: problems.map((problem) => resultOf(problem, kinds)),
        },
      ],
    },
    null,
    2,
  );
}

const levels = { error: 'error', warning: 'warning', todo: 'note' } as const;

function ruleOf(kind: ProblemKind) {
  const { about, severity } = catalogue[kind];
  return { id: kind, shortDescription: { text: about }, defaultConfiguration: { level: levels[severity] } };
}

function resultOf(problem: Problem, kinds: readonly ProblemKind[]) {
  const { kind, message, hint, place } = problem;
  return {
    ruleId: kind,
    ruleIndex: kinds.indexOf(kind),
    level: levels[severityOf(problem)],
    message: { text: `${message} ${hint}` },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: place.file.split('/').map(encodeURIComponent).join('/') },
          region: { startLine: place.line, startColumn: place.column },
        },
      },
    ],
  };
}
