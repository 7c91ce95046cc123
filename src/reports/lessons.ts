import type { Lesson } from '../domain/evidence/lessons.ts';
import type { Refusal, Taken } from '../domain/evidence/take-reports.ts';

const reasons: Readonly<Record<Refusal, string>> = {
  again: 'read before, or the beginning of a longer one',
  'once-a-day': 'of a device or sender that has reported something else on the same day',
  'no-symptom': 'without a symptom of this knowledge base',
  'nothing-tried': 'in which nothing was tried',
};

/** What was read, and what did not count. */
export function takenLines({ added, refused }: Taken): string {
  const lines = [...refused].map(([reason, count]) => `  left out: ${count} ${reasons[reason]}`);
  return [`${added} new ${added === 1 ? 'report' : 'reports'}.`, ...lines].join('\n');
}

/** What reports have moved, a number a line, and the plans that begin with another fix. */
export function lessonLines(
  lessons: readonly Lesson[],
  plans: readonly { readonly symptom: string; readonly before: string; readonly after: string }[],
): string {
  if (lessons.length === 0) return 'No number moves by as much as 0.005.';
  const width = Math.max(...lessons.map((lesson) => nameOf(lesson).length));
  return [
    'Numbers, by the words and with the reports:',
    ...lessons.map(
      (lesson) =>
        `  ${nameOf(lesson).padEnd(width)}  ${lesson.before.toFixed(2)} → ${lesson.after.toFixed(2)}`,
    ),
    ...(plans.length > 0 ? ['', 'Plans in another order:'] : []),
    ...plans.flatMap(({ symptom, before, after }) => [
      `  ${symptom}`,
      `    was  ${before}`,
      `    now  ${after}`,
    ]),
  ].join('\n');
}

function nameOf({ of, at, cause }: Lesson): string {
  if (of === 'something-else') return `something else, given ${at}`;
  return of === 'cause' ? `${cause}, given ${at}` : `${at}, against ${cause}`;
}
