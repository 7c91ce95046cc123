import { redirectsIn } from '../hosting/redirects.ts';

/** Where an old address leads; undefined for an address that has not moved. */
export type Redirects = (path: string) => { readonly to: string; readonly status: number } | undefined;

/**
 * Reads a `_redirects` file as hosts do: a `*` at the end of `from` matches any rest and fills `:splat` in `to`, and the
 * first line that matches counts.
 */
export function parseRedirects(text: string): Redirects {
  const rules = redirectsIn(text).map((rule) => ({ ...rule, from: unescaped(rule.from) }));
  return (path) => {
    for (const { from, to, status } of rules) {
      if (from.endsWith('*')) {
        const start = from.slice(0, -1);
        if (path.startsWith(start))
          return { to: to.replaceAll(':splat', encodeURI(path.slice(start.length))), status };
      } else if (withoutSlash(path) === withoutSlash(from)) {
        return { to, status };
      }
    }
    return undefined;
  };
}

/** Addresses are compared as people write them. */
function unescaped(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}

function withoutSlash(path: string): string {
  return path.length > 1 && path.endsWith('/') ? path.slice(0, -1) : path;
}
