/** What a built site holds, for a worker that saves it. Paths begin with a slash at the root of the site, and are escaped as in addresses. */
export interface SiteList {
  /** Whether the whole site is small enough to be saved for a reader who comes again. */
  readonly all: boolean;
  /** What every reader needs: the first page, lists, scripts, styles and the index of the search. */
  readonly core: readonly string[];
  /** Path → beginning of the SHA-256 of its bytes in Base64 (`hashLength` signs). */
  readonly files: Readonly<Record<string, string>>;
  /** Path → where it leads, as the host redirects it. */
  readonly moved: Readonly<Record<string, string>>;
}

/** How much of a hash tells two builds of a file apart: 72 bits. */
export const hashLength = 12;

/** Packed bytes up to which a site is saved as a whole. */
export const mostSaved = 5_000_000;

/** The path of a site below `base` that an address of its host stands for, without the name of an index; undefined for one outside. */
export function pathIn(base: string, pathname: string): string | undefined {
  if (!pathname.startsWith(base)) return undefined;
  return pathname.slice(base.length - 1).replace(/\/index\.html$/, '/');
}

/** Everything that a page belongs to as a whole: the plan of its symptom with all answers, or the first questions. Empty for other pages. */
export function treeOf(path: string): string {
  return /^\/(?:symptoms\/[^/]+|start)\//.exec(path)?.[0] ?? '';
}

/** The listed paths of a tree, without what only leads on from an old address. */
export function pathsOfTree({ files, moved }: SiteList, tree: string): readonly string[] {
  if (tree === '') return [];
  return Object.keys(files).filter((path) => path.startsWith(tree) && !Object.hasOwn(moved, path));
}

/** Everything that the site holds but old addresses. */
export function allPaths({ files, moved }: SiteList): readonly string[] {
  return Object.keys(files).filter((path) => !Object.hasOwn(moved, path));
}

/** The articles of a site below `base` to which a page leads, and the drawings that it shows from files of their own, now or once it works: each once. */
export function wantedBy(list: SiteList, base: string, html: string): readonly string[] {
  const linked = [...html.matchAll(/\shref=["']?([^"'\s>?#]+)/g)].flatMap(([, address = '']) => {
    const path = pathIn(base, address) ?? '';
    return /^\/(?:symptoms|causes|fixes)\/[^/]+\/$|^\/pictures\//.test(path) ? [path] : [];
  });
  const solved = /\sdata-solved=["']?([^"'\s>]+)/.exec(html)?.[1];
  const found = new Set([...linked, ...(solved === undefined ? [] : [`/pictures/${solved}.svg`])]);
  return [...found].filter((path) => Object.hasOwn(list.files, path));
}

/** Where an address leads that has moved or lacks its last slash; undefined for one that stands for itself or is unknown. */
export function leadsTo({ files, moved }: SiteList, path: string): string | undefined {
  const slashed = path.endsWith('/') ? path : `${path}/`;
  return (
    (Object.hasOwn(moved, path) ? moved[path] : undefined) ??
    (Object.hasOwn(moved, slashed) ? moved[slashed] : undefined) ??
    (slashed !== path && Object.hasOwn(files, slashed) ? slashed : undefined)
  );
}
