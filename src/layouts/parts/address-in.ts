/** Makes whole addresses of paths of the site at `site`; where it has none, paths of its host. */
export function addressIn(site: URL | undefined): (path: string) => string {
  return (path) => (site ? new URL(`.${path}`, site).href : import.meta.env.ROOT + path);
}
