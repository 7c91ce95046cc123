import { handsOnOf } from '../domain/knowledge/article.ts';
import type { PlanReport, PlanRow } from '../domain/advice/report.ts';

/** The table as text. The numbers are for authors; pages show words only. */
export function planTable(report: PlanReport): string {
  const lines = [
    report.title,
    `Expected: ${report.expectedMinutes.toFixed(1)} minutes${report.author ? '' : report.exact ? ', proven best' : ', near best (not proven)'}. Estimates, not measured.`,
    ...(report.author
      ? [
          `Order by the author: ${report.author.because} It costs ${report.author.costs.toFixed(1)} minutes over the computed order.`,
        ]
      : []),
    '',
    ...table(report.rows),
    `    ── ${report.stop} ──`,
    ...table(report.below),
    '',
    ...questionLines(report),
    ...robustnessLines(report),
  ];
  return lines.join('\n');
}

/** All plans of a knowledge base at a glance: the first fixes of each, and what an author should look at. */
export function planOverview(reports: readonly PlanReport[]): string {
  return reports
    .map((report) => {
      const notes = [
        report.author && `order by the author, costs ${report.author.costs.toFixed(1)} min`,
        report.robustness.uncertain && 'order uncertain',
        !report.exact && !report.author && 'near best, not proven',
      ].filter(Boolean);
      const first = report.rows
        .slice(0, firstFixes)
        .map(({ id }) => id)
        .join(' > ');
      return `${report.title}: ${report.expectedMinutes.toFixed(1)} min${notes.length > 0 ? ` (${notes.join('; ')})` : ''}\n    ${first || 'support at once'}`;
    })
    .join('\n');
}

const firstFixes = 5;

function table(rows: readonly PlanRow[]): readonly string[] {
  const width = Math.max(0, ...rows.map(({ id }) => id.length));
  return rows.map(({ place, id, fix, words, left }) => {
    const time = `${handsOnOf(fix)}${fix.wait > 0 ? `+${fix.wait}` : ''} min`;
    const chance = left === undefined ? '' : `${Math.round(left * 100)} % left`;
    return `${String(place).padStart(3)} ${id.padEnd(width)}  ${time.padEnd(11)} ${fix.loses.padEnd(9)} ${chance.padEnd(10)} ${words}`.trimEnd();
  });
}

function questionLines({ questions }: PlanReport): readonly string[] {
  if (questions.length === 0) return ['Questions: none.'];
  return [
    'Questions, asked first:',
    ...questions.map(
      ({ id, saves, minutes, pays }) =>
        `    ${id}: saves ${saves.toFixed(2)} minutes, takes ${minutes}${pays ? '' : ' (does not pay here)'}`,
    ),
  ];
}

function robustnessLines({ robustness }: PlanReport): readonly string[] {
  const share = `${Math.round(robustness.changed * 100)} % of 200 random shifts of the words by one level`;
  const rivals = robustness.rivals
    .slice(0, 3)
    .map(({ fix, share: part }) => `${fix} (${Math.round(part * 100)} %)`)
    .join(', ');
  return robustness.uncertain
    ? [`Order uncertain: another fix comes first in ${share}: ${rivals}.`]
    : [`The first fix is stable: it changes in ${share}.`];
}
