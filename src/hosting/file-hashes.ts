/** The name of the list of every file that a host gives out, in the form that `sha256sum -c` reads. It does not list itself. */
export const hashesName = 'files.sha256';

/** The list of files of the build before that a deploy has kept for pages that are open, in the same form. Hosts do not give it out. */
export const keptName = '.kept.sha256';

/** Name of a file, with forward slashes → SHA-256 of its bytes, as hexadecimal digits. */
export type FileHashes = ReadonlyMap<string, string>;

/** Writes the list, in the order of names. */
export function hashesText(hashes: FileHashes): string {
  return [...hashes]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, hash]) => `${hash}  ${name}\n`)
    .join('');
}

/** Reads a list; undefined for a text that is none. */
export function parseHashes(text: string): FileHashes | undefined {
  const lines = text.split('\n').filter((line) => line !== '');
  const pairs = lines.map((line) => /^([0-9a-f]{64}) {2}(.+)$/.exec(line));
  if (lines.length === 0 || pairs.includes(null)) return undefined;
  return new Map(pairs.map((pair) => [pair?.[2] ?? '', pair?.[1] ?? '']));
}

/** What of a site is not as its list says, by name. */
export interface HashFindings {
  readonly different: readonly string[];
  readonly missing: readonly string[];
  readonly extra: readonly string[];
}

/** The findings in full sentences, at most `most` names of each kind; the first line says whether there are any. */
export function sayFindings(
  where: string,
  count: number,
  { different, missing, extra }: HashFindings,
  most = 20,
): { readonly whole: boolean; readonly text: string } {
  const found = [
    ['is not the file of the build', different],
    ['is missing', missing],
    ['is no file of the build', extra],
  ] as const;
  const lines = found.flatMap(([what, names]) => [
    ...names.slice(0, most).map((name) => `  \`${name}\` ${what}.`),
    ...(names.length > most ? [`  … and ${names.length - most} more.`] : []),
  ]);
  const whole = lines.length === 0;
  return {
    whole,
    text: whole
      ? `All ${count} files of ${where} are those of the build.`
      : [`${where} is not the site that was built:`, ...lines].join('\n'),
  };
}
