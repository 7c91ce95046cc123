import { catalogue } from './catalogue.ts';

/** The catalogue as a Markdown table, as the README holds it. */
export function problemTable(): string {
  const rows = Object.entries(catalogue).map(
    ([kind, { severity, about }]) => `| \`${kind}\` | ${severity} | ${about} |`,
  );
  return ['| kind | severity | what it means |', '| --- | --- | --- |', ...rows].join('\n');
}
