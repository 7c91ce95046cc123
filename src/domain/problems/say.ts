/** The question that names what was probably meant; undefined where nothing comes near. */
export function didYouMean(meant: string): string;
export function didYouMean(meant: string | undefined): string | undefined;
export function didYouMean(meant: string | undefined): string | undefined {
  return meant === undefined ? undefined : `Did you mean \`${meant}\`?`;
}

/** What there is to say, one sentence after the other. */
export function sentences(...said: readonly (string | undefined)[]): string {
  return said.filter((one) => one !== undefined).join(' ');
}

/** Names as code, joined by commas. */
export function listOf(names: Iterable<string>): string {
  return [...names].map((name) => `\`${name}\``).join(', ');
}

/** The first names as code, and how many more there are. */
export function few(names: Iterable<string>, most = 5): string {
  const all = [...names];
  return listOf(all.slice(0, most)) + (all.length > most ? ` and ${all.length - most} more` : '');
}
