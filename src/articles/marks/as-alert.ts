const alerts: readonly (readonly [names: RegExp, alert: string])[] = [
  [/^(?:warning|caution|danger|attention|error|important)/i, 'WARNING'],
  [/^(?:tip|hint|success|check)/i, 'TIP'],
  [/^(?:note|info|abstract|summary|details|seealso|question|quote|example|admonition|todo)/i, 'NOTE'],
];

/** How a remark is written that another tool calls by this name; undefined for anything else. */
export function asAlert(name: string): string | undefined {
  const alert = alerts.find(([names]) => names.test(name))?.[1];
  return alert && `Write \`> [!${alert}]\`, and begin each line of the remark below it with \`> \`.`;
}
