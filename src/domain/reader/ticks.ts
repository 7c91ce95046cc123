/** Ticks of steps as they are kept: the minute of the newest (since 1970), then the ids of the steps. */
export function formatTicks(minute: number, steps: readonly string[]): string {
  return [minute, ...steps].join(' ');
}

/** A week in minutes: who comes back later begins anew. */
const longest = 7 * 24 * 60;

/** The steps that were ticked, unless that is too long ago at the minute `now`. */
export function parseTicks(text: string, now: number): ReadonlySet<string> {
  const [minute = '', ...steps] = text.split(' ');
  return new Set(now - Number(minute) <= longest ? steps : []);
}
