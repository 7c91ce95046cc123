import type { Place, Problem } from '../../domain/problems/problem.ts';

/** Splits an article into front matter and body. The body keeps the file's line numbers: the lines before it are blank. */
export function splitFrontMatter(text: string): { readonly yaml: string; readonly body: string } | undefined {
  const match = /^---[ \t]*\n([\s\S]*?)^---[ \t]*(?:\n|$)/m.exec(text);
  if (!match || match.index !== 0) return undefined;
  const head = match[0];
  return { yaml: match[1] ?? '', body: '\n'.repeat(head.split('\n').length - 1) + text.slice(head.length) };
}

/** A line of `---` too many ends the front matter before it has begun, and its fields become text. */
export function closedTooEarly(
  yaml: string,
  lines: readonly string[],
  placeAt: (line: number, column: number) => Place,
): Problem | undefined {
  const end = yaml.split('\n').length;
  if (yaml.trim() !== '' || !/^[\w-]+:/.test(lines[end + 1] ?? '')) return undefined;
  return {
    kind: 'missing-front-matter',
    place: placeAt(end + 1, 1),
    message: 'The front matter is closed here, above its fields, so they would be shown as text.',
    hint: 'Remove this line.',
  };
}

/** Why an article has no front matter. */
export function missingFrontMatter(
  lines: readonly string[],
  placeAt: (line: number, column: number) => Place,
): Problem {
  const problem = (line: number, message: string, hint: string): Problem => ({
    kind: 'missing-front-matter',
    place: placeAt(line, 1),
    message,
    hint,
  });
  const first = lines.findIndex((line) => line.trim() !== '');
  if (first === -1)
    return problem(
      1,
      'The file is empty.',
      'Begin it with `---`, `title: …`, `summary: …` and another `---`, or delete it.',
    );
  if (/^[\w-]+:/.test(lines[first] ?? '') && lines.some((line) => /^---[ \t]*$/.test(line)))
    return problem(
      first + 1,
      'The fields are not opened by a line of `---`, so they would be shown as text.',
      'Write a line of `---` above this one.',
    );
  if (!/^---[ \t]*$/.test(lines[first] ?? ''))
    return problem(
      1,
      'The article does not begin with front matter, the fields between two lines of `---`.',
      'Begin the file with `---`, `title: …`, `summary: …` and another `---`.',
    );
  if (first > 0)
    return problem(
      first + 1,
      'The front matter does not begin on the first line, so it would be shown as text.',
      `Remove the ${first === 1 ? 'line' : `${first} lines`} above this one.`,
    );
  const end = lines.findIndex((line, index) => index > 0 && /^\s*$|^#+ |^</.test(line));
  return problem(
    1,
    'The front matter is opened here and never closed.',
    `Write a line of \`---\` below line ${end === -1 ? lines.length : end}, where the fields end.`,
  );
}
