import type { Evidence, Report } from '../../domain/evidence/report.ts';
import type { Lesson } from '../../domain/evidence/lessons.ts';

const head = `# What readers reported, written by \`npm run kb -- learn FILE…\`; look at every change as at a change of a text.
# Plans are learned from it when the site is built: the words of the articles stay what they are, and weigh as 20 reports for the causes
# of a symptom and as 6 for a fix. To take a report away, delete its line. Shares such as "57 of 103" have no place here.
`;

/** The text of \`evidence.yaml\`: the same evidence gives the same bytes. What the reports make of the words stands beside them as comments. */
export function evidenceText({ reports, seen }: Evidence, lessons: readonly Lesson[]): string {
  const bySymptom = Map.groupBy(reports, ({ symptom }) => symptom);
  const fixes = lessons.filter(({ of }) => of === 'fix');
  return [
    head.trimEnd(),
    ...(fixes.length > 0 ? ['#', '# How often fixes work against a cause, by the words and now:'] : []),
    ...fixes.map((lesson) => `#   ${lesson.at} ${lesson.cause} ${moved(lesson)}`),
    bySymptom.size > 0 ? 'reports:' : 'reports: {}',
    ...[...bySymptom].flatMap(([symptom, own]) => [
      `  ${symptom}:`,
      ...lessons
        .filter(({ of, at }) => of !== 'fix' && at === symptom)
        .map((lesson) => `    # ${lesson.cause || 'something else'} ${moved(lesson)}`),
      ...own.map((report) => `    - ${rowOf(report)}`),
    ]),
    ...(seen.length > 0 ? ['seen: >-', ...seenRows(seen)] : []),
    '',
  ].join('\n');
}

function rowOf({ tried, worked, times, answers, truth }: Report): string {
  const fields = [
    `tried: [${tried.join(', ')}]`,
    `worked: ${worked}`,
    `times: ${times}`,
    ...(answers.length > 0 ? [`answers: [${answers.join(', ')}]`] : []),
    ...(truth < 1 ? [`truth: ${truth}`] : []),
  ];
  return `{ ${fields.join(', ')} }`;
}

function moved({ before, after }: Lesson): string {
  return `${before.toFixed(2)} → ${after.toFixed(2)}`;
}

/** Names that begin alike share a row, so that a new one changes one row. */
function seenRows(seen: readonly string[]): readonly string[] {
  return [...Map.groupBy(seen, (name) => name.slice(0, 1)).values()].map((names) => `  ${names.join(' ')}`);
}
