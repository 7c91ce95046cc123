import type { Regret } from '../domain/owners/regret.ts';
import { valueIdOf } from '../domain/owners/values.ts';

/** Every value by what it costs that it may be one level off, in minutes of 100 readers, with its share of all that. */
export function valuesTable(regrets: readonly Regret[]): string {
  const total = regrets.reduce((sum, { minutes }) => sum + minutes, 0);
  let before = 0;
  const rows = regrets.map(({ value, minutes, worst }) => {
    before += minutes;
    const share = total > 0 ? Math.round((100 * before) / total) : 0;
    const where = minutes > 0 ? `  (most at ${worst})` : '';
    return `${(minutes * 100).toFixed(1).padStart(7)} ${`${share} %`.padStart(6)}  ${valueIdOf(value)}: ${value.now}${where}`;
  });
  return [
    'What it costs that a value may be one level off (minutes halved or doubled), in minutes of 100 readers; share of all so far.',
    ...rows,
    `${regrets.length} values. \`kb values --sheet\` asks about the first 30.`,
  ].join('\n');
}

/** The few values that decide the order of one symptom's plan. */
export function decidingLines(regrets: readonly Regret[], most = 3): string {
  if (regrets.length === 0)
    return 'No single value decides this order: one level more or less changes nothing that matters.';
  return [
    'What decides this order most; one level off costs (minutes, mean):',
    ...regrets
      .slice(0, most)
      .map(({ value, minutes }) => `    ${valueIdOf(value)} (now ${value.now}): ${minutes.toFixed(2)}`),
  ].join('\n');
}
