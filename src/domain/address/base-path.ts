/**
 * The path below which a site is served, from the address that `site.yaml` gives: `/help/messages/` for
 * `https://example.org/help/messages`, and `/` for a site that has its host for itself, or no address yet.
 */
export function basePathOf(url: string | undefined): string {
  if (url === undefined || !URL.canParse(url)) return '/';
  const folder = new URL(url).pathname.replace(/\/[^/]*\.html?$/, '');
  return `/${folder}/`.replace(/\/{2,}/g, '/');
}

/** The address of a site's home, with a slash at its end; without query and fragment. */
export function homeAddressOf(url: string): string {
  return URL.canParse(url) ? new URL(basePathOf(url), url).href : url;
}

/** A path of the host as the site knows it: `/fixes/x/` for `/help/messages/fixes/x/`. One that lies elsewhere stays as it is. */
export function withoutBase(path: string, base: string): string {
  if (path.startsWith(base)) return path.slice(base.length - 1);
  return `${path}/` === base ? '/' : path;
}
