import type { Neighbour, Why } from '../domain/owners/why.ts';

/** The place of a fix in a plan, explained in five lines. */
export function whyLines(why: Why): string {
  return [placeLine(why), costLine(why), helpLine(why), ...neighbourLines(why)].join('\n');
}

function placeLine({ entry, symptom, total, part, byAuthor }: Why): string {
  const where =
    part === 'plan'
      ? `fix ${entry.place} of ${total} above the stop line`
      : part === 'below'
        ? 'below the stop line'
        : 'among the last resorts, which lose most';
  const order = byAuthor ? ' The order is the author’s.' : '';
  return `\`${entry.id}\` is ${where} for “${symptom.title}” (${symptom.id}), before any question.${order}`;
}

function costLine({ entry, costs }: Why): string {
  const names: Readonly<Record<string, string>> = { work: 'work', test: 'the test', wait: 'waiting' };
  const parts = costs.map(({ of, minutes }) => `${round(minutes)} for ${names[of] ?? `\`${of}\``}`);
  return `It costs ${minutesOf(entry.cost)}${parts.length > 1 ? `: ${parts.join(', ')}` : ''}.`;
}

function helpLine({ stillBroken, helps, reason, part }: Why): string {
  const when = part === 'plan' ? 'When its turn comes' : 'After the plan';
  const cause = reason
    ? `, most of them with \`${reason.cause.id}\` (${reason.likelihood} here, works ${reason.works})`
    : '';
  return `${when}, ${Math.round(stillBroken * 100)} of 100 readers still have the trouble; it helps ${round(helps * 100)} of them${cause}.`;
}

function neighbourLines({ part, before, after, worth, breakEven, entry }: Why): readonly [string, string] {
  if (part !== 'plan') {
    const late =
      part === 'last-resort'
        ? 'What loses most stands at the end, whatever it saves.'
        : `Where it would help most, it would still cost ${round(worth)} minutes more than it saves.`;
    return [
      late,
      `It would be worth its time at ${round(Math.max(0, breakEven))} minutes or less; now it costs ${round(entry.cost)}.`,
    ];
  }
  return [
    before ? `After \`${before.move.id}\`: ${swapWords(before)}` : 'Nothing comes before it.',
    after
      ? `Before \`${after.move.id}\`: ${swapWords(after)}`
      : `Then comes support: without it the plan would take ${round(worth)} minutes more.`,
  ];
}

function swapWords({ costs, rule }: Neighbour): string {
  if (rule === 'requires') return 'the upper one has to be done first.';
  if (rule === 'loses') return 'what loses less comes first.';
  return costs >= 0
    ? `the other way round takes ${round(costs)} minutes more.`
    : `the other way round would take ${round(-costs)} minutes less.`;
}

function minutesOf(value: number): string {
  return `${round(value)} ${round(value) === '1' ? 'minute' : 'minutes'}`;
}

function round(value: number): string {
  return String(Number(value.toFixed(value < 1 ? 2 : 1)));
}
