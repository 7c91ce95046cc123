/** True for a day of the calendar written as `2026-11-24`. */
export function isIsoDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));
}

/** The day of a moment, in UTC, as `2026-11-24`; without a moment today's. */
export function isoDateOf(moment = new Date()): string {
  return moment.toISOString().slice(0, 10);
}

/** The day that many days after an ISO date. */
export function daysAfter(date: string, days: number): string {
  return isoDateOf(new Date(Date.parse(date) + days * 86_400_000));
}
