/** What could mean something in the middle of a line of Markdown. */
const inLine = /[\\`*[\]~|]|<(?=[A-Za-z/!?])|&(?=#?\w+;)|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu;

/** What could mean something at its beginning. */
const atStart = /^(?:#{1,6}(?=\s|$)|[-+](?=\s|$)|>|=+\s*$|-[\s-]*$)|^(\d+)(?=[.)](?:\s|$))/;

/** A text as Markdown that means exactly this text, in the middle of a line. White space is one space each. */
export function escapeText(text: string): string {
  return text.replace(/\s+/g, ' ').replace(inLine, '\\$&');
}

/** A line that was made of escaped texts, so that its beginning means nothing either. */
export function escapeStart(line: string): string {
  return line.replace(atStart, (signs, number?: string) => (number ? `${number}\\` : `\\${signs}`));
}

/** A piece of program text in the middle of a line; nothing for an empty one. */
export function codeSpan(text: string): string {
  const code = text.replace(/\s+/g, ' ');
  if (code === '') return '';
  const fence = '`'.repeat(longestRun(code, '`') + 1);
  const pad = /^`|`$|^ .*\S.* $/.test(code) ? ' ' : '';
  return `${fence}${pad}${code}${pad}${fence}`;
}

/** A program text as a block of its own, with the name of its language. */
export function codeBlock(text: string, language: string): string {
  const fence = '`'.repeat(Math.max(3, longestRun(text, '`') + 1));
  return `${fence}${language}\n${text.replace(/\n$/, '')}\n${fence}`;
}

/** An address as the target of a link. */
export function linkTarget(address: string): string {
  return address.replace(/[\s<>()\\]/g, (sign) =>
    encodeURIComponent(sign).replace('(', '%28').replace(')', '%29'),
  );
}

function longestRun(text: string, sign: string): number {
  return Math.max(0, ...[...text.matchAll(new RegExp(`${sign}+`, 'g'))].map(([run]) => run.length));
}
