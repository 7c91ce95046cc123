/** An address that leads on, as a line of `_redirects` tells it. */
export interface Redirect {
  readonly from: string;
  readonly to: string;
  readonly status: number;
}

/**
 * The lines of a `_redirects` file: `from to [status]` each, `#` begins a comment; without a status it is 301. What is no
 * redirect, as a page under another address (200), is left out.
 */
export function redirectsIn(file: string): readonly Redirect[] {
  return file.split(/\r?\n/).flatMap((line) => {
    const [from = '', to = '', status = '301'] = line
      .replace(/(?:^|\s)#(?=\s|$).*$/, '')
      .trim()
      .split(/\s+/);
    const known = from.startsWith('/') && to !== '' && /^30[1278]$/.test(status);
    return known ? [{ from, to, status: Number(status) }] : [];
  });
}
