/** What went wrong on one line of YAML: the parser's code and words, and the line as written. */
export interface Fault {
  readonly code: string;
  readonly reason: string;
  readonly text: string;
  /** From where the parser stumbled to the end of the line. */
  readonly rest: string;
  /** The lines before and after, for mistakes that show only there. */
  readonly before: string;
  readonly after: string;
  /** The nearest line above that begins with a hyphen. */
  readonly entry: string;
}

/** A fault in the author's words. `move` says that the mistake stands on another line than the parser thinks. */
export interface FaultWords {
  readonly message: string;
  readonly hint: string;
  readonly move?: 'before' | 'after' | undefined;
}

/** A line `field: value` with its value in double quotes. */
export function quoted(line: string): string {
  const { head, value } = partsOf(line);
  return `${head.trimStart()}${JSON.stringify(withoutQuotes(value))}`;
}

/** `title: It says` → `title: ` and `It says`; the head is empty where the line is no field and no entry. */
export function partsOf(line: string): { readonly head: string; readonly value: string } {
  const match = /^(\s*(?:- )?(?:[\w-]+: +)?)(.*)$/.exec(line);
  const bare = /^(\s*(?:- )?[\w-]+:)\s*$/.exec(line);
  if (bare) return { head: bare[1] ?? '', value: '' };
  return { head: match?.[1]?.trim() ? (match[1] ?? '') : '', value: (match?.[2] ?? line).trim() };
}

/** A value without the quotes around it, also typographic ones. */
export function withoutQuotes(value: string): string {
  const quote = value[0];
  if (quote !== '"' && quote !== "'" && quote !== '“') return value;
  const end = quote === '“' ? '”' : quote;
  return value.length > 1 && value.endsWith(end) ? value.slice(1, -1) : value;
}

/** The number of spaces that a line begins with. */
export function indentOf(line: string): number {
  return /^ */.exec(line)?.[0].length ?? 0;
}

/** A number of spaces in words. */
export function spaces(number: number): string {
  return number === 0 ? 'no spaces' : number === 1 ? '1 space' : `${number} spaces`;
}

/** How often a pattern, which must be global, is found. */
export function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
