/** Tags that lead somewhere, and what must be passed over because it only looks like tags. */
const tag =
  /<!--[\s\S]*?-->|<(script|style|textarea)\b[\s\S]*?<\/\1>|<(?:a|area|form|button|input|link|meta|img|source|iframe|use|image)\b(?:\s+[^\s=>/"']+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>"']+))?)*\s*\/?>/gi;

/** An attribute: its name, the signs between, and its value with or without quotes. */
const attribute = /(?<=\s)([^\s=>/"']+)(\s*=\s*)("[^"]*"|'[^']*'|[^\s>"']+)/g;
const addresses = /^(?:(?:xlink:)?href|action|formaction|src)$/i;

/**
 * The HTML of a page whose links begin at the site's root, for a host that serves the site below `base`. Addresses of scripts,
 * styles and pictures, which the bundler writes, begin with `base` already.
 */
export function belowBase(html: string, base: string): string {
  if (base === '/') return html;
  const root = base.slice(0, -1);
  return html.replace(tag, (found) => {
    if (/^<meta\b/i.test(found))
      return /http-equiv\s*=\s*["']?refresh/i.test(found)
        ? found.replace(/(url=)(\/(?!\/))/i, `$1${root}$2`)
        : found;
    if (!/^<(?:a|area|form|button|input|link|img|source|iframe|use|image)\b/i.test(found)) return found;
    const bundled =
      /^<(?:img|source|iframe)\b/i.test(found) ||
      /^<link\b[^>]*\brel\s*=\s*["']?(?:stylesheet|modulepreload|preload|prefetch)\b/i.test(found);
    return found.replace(attribute, (whole, name: string, between: string, value: string) => {
      const path = value.replace(/^["']/, '');
      const leads = addresses.test(name) && /^\/(?!\/)/.test(path) && !(bundled && path.startsWith(base));
      return leads ? `${name}${between}${value.replace('/', `${root}/`)}` : whole;
    });
  });
}
