import type { Redirect } from './redirects.ts';

/** A built site, as far as the configuration of a host depends on it. */
export interface HostedSite {
  /** The path below which it is served, with a slash at both ends, escaped. */
  readonly base: string;
  /** Its redirects, paths of the host, escaped, as in `_redirects`; `to` may end in an anchor. */
  readonly redirects: readonly Redirect[];
  /** Whether packed copies (`.br`, `.gz`) lie beside its files. */
  readonly packed: boolean;
  /** Whether every page has a twin in Markdown. */
  readonly twins: boolean;
}

/** Where a host finds the site and listens. */
export interface Place {
  /** Folder of the built site on the host, without a slash at its end. */
  readonly root: string;
  readonly port: number;
}

/** What a host must not give out: files for hosts, and names that begin with a dot, but for the folder that programs look into. */
export const hidden = { files: ['_headers', '_redirects'], shown: 'well-known' } as const;

/** Whether a file of a built site is one that a host does not give out, by its path, with or without what stands before the site's own. */
export function isHidden(path: string): boolean {
  return hiddenPath.test(path);
}

const hiddenPath = new RegExp(`(?:^|/)(?:(?:${hidden.files.join('|')})$|\\.(?!${hidden.shown}/))`);

/** `to` with a place for the query of the request, which stands before an anchor. */
export function withQuery(to: string, query: string): string {
  const at = to.indexOf('#');
  return at < 0 ? to + query : to.slice(0, at) + query + to.slice(at);
}
