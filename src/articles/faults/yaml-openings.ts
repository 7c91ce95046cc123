import type { YAMLError } from 'yaml';

/** Where a quote or bracket that is never closed was opened: the parser notices only at the end. */
export function openingOf(
  error: YAMLError,
  text: string,
):
  | { readonly offset: number; readonly words: (line: string) => { message: string; hint: string } }
  | undefined {
  const quote = /^Missing closing (["'])quote/.exec(error.message)?.[1];
  if (quote) {
    const offset = openQuote(text, error.pos[0], quote);
    return {
      offset,
      words: (line) => ({
        message: `The text that begins with \`${quote}\` is never closed.`,
        hint: `Close it: \`${closed(line, offset, text, /[,\]}]/, quote)}\`.`,
      }),
    };
  }
  const bracket = /^Flow (?:map|sequence) .* end with a ([\]}])/.exec(error.message)?.[1];
  const line = text.slice(text.lastIndexOf('\n', error.pos[0] - 2) + 1, error.pos[0]);
  // A `]` too many on the line before says that its `[` is missing, not that this bracket is open.
  if (!bracket || (line.match(/[\]]/g)?.length ?? 0) > (line.match(/\[/g)?.length ?? 0)) return undefined;
  const offset = openBracket(text, error.pos[0], bracket === ']' ? '[' : '{');
  return {
    offset,
    words: (line) => ({
      message: `The \`${bracket === ']' ? '[' : '{'}\` is never closed.`,
      hint: `Close it: \`${closed(line, offset, text, /, [\w-]+: |,?$/, bracket === '}' ? ' }' : ']')}\`.`,
    }),
  };
}

/** The line with the sign that closes what is open at an offset: inside braces before the next entry, else at its end. */
function closed(line: string, offset: number, text: string, end: RegExp, sign: string): string {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const before = text.slice(start, offset);
  const column = offset - start - (before.length - before.trimStart().length);
  const at = /[[{]/.test(before) ? line.slice(column + 1).search(end) : -1;
  return at === -1
    ? `${line.replace(/,$/, '')}${sign}`
    : `${line.slice(0, column + 1 + at).trimEnd()}${sign}${line.slice(column + 1 + at)}`;
}

function openQuote(text: string, before: number, quote: string): number {
  const openings = [...text.slice(0, before).matchAll(new RegExp(`(?:^|[\\s[{,])${quote}`, 'gm'))].map(
    ({ index, 0: match }) => index + match.length - 1,
  );
  // The parser ran to the end from the first opening that no line closes.
  return (
    openings.find(
      (offset) =>
        !text
          .slice(offset + 1, lineEnd(text, offset))
          .replaceAll(`\\${quote}`, '')
          .includes(quote),
    ) ??
    openings.at(-1) ??
    0
  );
}

function openBracket(text: string, before: number, bracket: '[' | '{'): number {
  const closing = bracket === '[' ? ']' : '}';
  let depth = 0;
  for (let offset = Math.min(before, text.length) - 1; offset >= 0; offset--) {
    if (text[offset] === closing) depth += 1;
    if (text[offset] === bracket && depth-- === 0) return offset;
  }
  return Math.max(0, text.lastIndexOf(bracket, before));
}

function lineEnd(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end === -1 ? text.length : end;
}
