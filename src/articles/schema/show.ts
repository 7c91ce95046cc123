/** A value as a message names it: short text as it is, anything larger by what it is. */
export function show(value: unknown): string {
  if (value === undefined || value === null) return 'nothing';
  if (typeof value === 'string') return `\`${value.length > 60 ? `${value.slice(0, 59)}…` : value}\``;
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'number' && !Number.isFinite(value)) return 'a number without a value';
  if (value instanceof Date) return 'a date';
  return typeof value === 'object' ? 'a group of fields' : `\`${String(value)}\``;
}
